import { afterEach, expect, test, vi } from 'vitest';
import { createPacer, pause, type Job } from '../../../electron/services/job.ts';

afterEach(() => vi.restoreAllMocks());

/** The time, as this test says it is. Unit: ms. */
function setClock(): (now: number) => void {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  return (now) => clock.mockReturnValue(now);
}
const createJob = (isCancelled = false): Job => ({ report: () => {}, isCancelled: () => isCancelled });

test('a job waits where it has worked long enough, and not before', async () => {
  const set = setClock();
  const breathe = createPacer(createJob());
  expect(breathe()).toBeUndefined();
  set(1000);
  await expect(breathe()).resolves.toBeUndefined();
  expect(breathe()).toBeUndefined();
});

test('what one part of a job has worked counts for the next part', async () => {
  const set = setClock();
  const job = createJob();
  createPacer(job);
  set(1000);
  expect(createPacer(job)()).toBeInstanceOf(Promise);
  set(2000);
  await pause(job);
  expect(createPacer(job)()).toBeUndefined();
});

test('a stop is heard at the next wait', async () => {
  const set = setClock();
  const breathe = createPacer(createJob(true));
  set(1000);
  await expect(breathe()).rejects.toMatchObject({ code: 'cancelled' });
});
