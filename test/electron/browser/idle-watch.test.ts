import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JobId } from '#shared/api/contract';
import { IdleWatch } from '../../../electron/browser/idle-watch.ts';

let pages: number;
let stops: number;
let watch: IdleWatch;
beforeEach(() => {
  vi.useFakeTimers();
  pages = 0;
  stops = 0;
  watch = new IdleWatch({ afterMs: 60_000, stop: () => (stops += 1) }, () => pages);
});
afterEach(() => {
  vi.useRealTimers();
});

function setPages(count: number) {
  pages = count;
  watch.look();
}
const job = 'a job' as JobId;
const started = () => watch.answered('import:run', { ok: true, value: job });

it('stops a minute after the last page was closed', () => {
  setPages(2);
  setPages(0);
  vi.advanceTimersByTime(59_999);
  expect(stops).toBe(0);
  vi.advanceTimersByTime(1);
  expect(stops).toBe(1);
});

it('waits for the first page as long as it takes', () => {
  watch.look();
  vi.advanceTimersByTime(3_600_000);
  expect(stops).toBe(0);
});

it('goes on when a page comes back in time', () => {
  setPages(1);
  setPages(0);
  vi.advanceTimersByTime(50_000);
  setPages(1);
  vi.advanceTimersByTime(3_600_000);
  expect(stops).toBe(0);
});

it('does not stop while a job runs, and a minute after it ended', () => {
  setPages(1);
  started();
  setPages(0);
  vi.advanceTimersByTime(3_600_000);
  expect(stops).toBe(0);
  watch.jobEnded(job);
  vi.advanceTimersByTime(60_000);
  expect(stops).toBe(1);
});

it('is not kept by a job that ended before its answer came, nor by a call that was refused or is no job', () => {
  setPages(1);
  watch.jobEnded(job);
  started();
  watch.answered('import:run', { ok: false, error: { code: 'cancelled', values: undefined } });
  watch.answered('settings:get', { ok: true, value: 'x' });
  setPages(0);
  vi.advanceTimersByTime(60_000);
  expect(stops).toBe(1);
});

it('is over with its host, whose streams close last', () => {
  setPages(1);
  watch.end();
  setPages(0);
  expect(vi.getTimerCount()).toBe(0);
});
