import { once } from 'node:events';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { GalleyEvent, JobId } from '#shared/api/contract';
import { EventStreams } from '../../../electron/browser/event-streams.ts';

let streams: EventStreams;
beforeEach(() => {
  streams = new EventStreams();
});

/** A page that hears the streams. */
async function hear() {
  const server = createServer((_, response) => streams.add(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const sent = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  response.on('error', () => {});
  return response;
}

/** The first events that a page hears. */
async function listFirst(response: IncomingMessage, count: number): Promise<unknown[]> {
  let text = '';
  for await (const part of response as AsyncIterable<Buffer>) {
    text += part.toString();
    const events = text.split('\n').slice(0, -1).filter(Boolean);
    if (events.length >= count) return events.map((line) => JSON.parse(line) as unknown);
  }
  throw new Error('The stream has ended');
}

const notice = (text: string): GalleyEvent => ({ type: 'notice', text });

it('tells every page that listens', async () => {
  const pages = [await hear(), await hear()];
  streams.send({ type: 'settings' });
  for (const page of pages) expect(await listFirst(page, 1)).toEqual([{ type: 'settings' }]);
});

it('keeps notices that nobody heard for the first page that comes, once', async () => {
  streams.send(notice('checked and sound'));
  streams.send({ type: 'settings' });
  const [first, second] = [await hear(), await hear()];
  streams.send(notice('later'));
  expect(await listFirst(first, 2)).toEqual([notice('checked and sound'), notice('later')]);
  expect(await listFirst(second, 1)).toEqual([notice('later')]);
});

it('tells a page whose stream was cut which jobs have ended meanwhile', async () => {
  const ended: GalleyEvent = { type: 'job-ended', job: 'a job' as JobId, result: { ok: true, value: 1 } };
  streams.send(ended);
  expect(await listFirst(await hear(), 1)).toEqual([ended]);
});

it('cuts off a page that does not read', async () => {
  const page = await hear();
  const closed = new Promise((resolve) => page.on('close', resolve));
  const text = 'x'.repeat(1_000_000);
  for (let n = 0; n < 40; n += 1) streams.send(notice(text));
  page.resume();
  await closed;
  expect(page.complete).toBe(false);
});
