import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contract, isDoorCall, isJob, type ChannelName, type HandledName } from '#shared/api/contract';
import { ExpectedError } from '#shared/errors';
import type { Handlers } from '../../../electron/api/answer.ts';
import { allHandlers } from '../../../electron/api/handlers/all-handlers.ts';
import { createTestSession } from '../../helpers/session.ts';

const names = Object.keys(contract) as ChannelName[];
const handled = names.filter((name): name is HandledName => !isDoorCall(name) && name !== 'jobs:cancel');

/** Handlers that only say that they were reached. */
function createSpies(act: (name: string) => unknown = () => undefined) {
  const reached: string[] = [];
  const handlers = Object.fromEntries(
    handled.map((name) => [name, () => (reached.push(name), act(name))]),
  ) as unknown as Handlers;
  return { reached, handlers };
}

test('every call of the contract that is not a door’s has a handler, and no other', () => {
  expect(Object.keys(allHandlers).sort()).toEqual(handled.toSorted());
});

describe.each(handled)('%s', (name) => {
  test('refuses whatever its schema does, before the handler', async () => {
    const { reached, handlers } = createSpies();
    const { answer } = createTestSession({ handlers });
    const { input } = contract[name];
    const anything = fc.oneof(fc.anything({ withNullPrototype: true, withBigInt: true }), fc.object(), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(anything, async (value) => {
        fc.pre(!input.safeParse(value).success);
        expect(await answer(name, value)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      }),
      { numRuns: 100 },
    );
    expect(reached).toEqual([]);
  });

  test('declares what every caller is told to expect', () => {
    const { access, errors } = contract[name];
    if (access !== 'none') expect(errors).toContain('no-corpus-open');
    if (access === 'write')
      expect(errors).toEqual(expect.arrayContaining(['corpus-in-use', 'disk-full', 'no-annotator']));
    if (isJob(name)) expect(errors).toContain('cancelled');
  });
});

test('a call that is not in the contract, or that only a door answers, is refused', async () => {
  const { call } = createTestSession();
  for (const name of ['articles:burn', '', '__proto__', 'toString', 'constructor', ...names.filter(isDoorCall)])
    expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'bad-input' } });
});

test('a failure that the call declares crosses as its code and values', async () => {
  const { handlers } = createSpies(() => {
    throw new ExpectedError('corpus-missing', { file: 'x' });
  });
  const { call, bugs } = createTestSession({ handlers });
  expect(await call('corpus:open', { handle: 'h' })).toEqual({
    ok: false,
    error: { code: 'corpus-missing', values: { file: 'x' } },
  });
  expect(bugs).toEqual([]);
});

test.each([
  ['that it does not declare', new ExpectedError('file-empty', { file: 'secret' })],
  ['that is a bug', new TypeError('secret')],
])('a failure %s is logged, and crosses without its detail', async (_, error) => {
  const { handlers } = createSpies(() => {
    throw error;
  });
  const { call, bugs } = createTestSession({ handlers });
  const result = await call('corpus:open', { handle: 'h' });
  expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(result)).not.toContain('secret');
  expect(bugs).toEqual([expect.stringContaining('secret')]);
});

test('without a corpus, calls that need one say so', async () => {
  const { call } = createTestSession();
  expect(await call('articles:list', {})).toMatchObject({ ok: false, error: { code: 'no-corpus-open' } });
  expect(await call('history:undo', {})).toMatchObject({ ok: false, error: { code: 'no-corpus-open' } });
});

test('a job gives its id at once, and its end as an event; it can be stopped', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const handlers = {
    ...createSpies().handlers,
    'import:preview': async (_: unknown, { job }: { job: { isCancelled(): boolean } }) => {
      await promise;
      if (job.isCancelled()) throw new ExpectedError('cancelled');
      return { pages: [], errors: [] };
    },
  } as unknown as Handlers;
  const { call, events } = createTestSession({ handlers });
  const started = (await call('import:preview', { pages: [{ handle: 'h' }] })) as { ok: true; value: string };
  expect(started).toEqual({ ok: true, value: expect.any(String) });
  expect(await call('jobs:cancel', { job: started.value })).toEqual({ ok: true, value: {} });
  expect(await call('jobs:cancel', { job: 'another' })).toEqual({ ok: true, value: {} });
  resolve();
  await new Promise((done) => setImmediate(done));
  expect(events).toContainEqual({
    type: 'job-ended',
    job: started.value,
    result: { ok: false, error: { code: 'cancelled', values: undefined } },
  });
});

test('a close waits for every job, those that were begun while it waited too', async () => {
  const waitUntilStopped = async (_: unknown, { job }: { job: { isCancelled(): boolean } }) => {
    do await new Promise((done) => setTimeout(done, 5));
    while (!job.isCancelled());
    throw new ExpectedError('cancelled');
  };
  const handlers = { ...createSpies().handlers, 'import:preview': waitUntilStopped } as unknown as Handlers;
  const { call, events, session } = createTestSession({ handlers });
  await call('import:preview', { pages: [{ handle: 'h' }] });
  const closed = session.close();
  await new Promise((done) => setImmediate(done));
  await call('import:preview', { pages: [{ handle: 'h' }] });
  await closed;
  expect(events.filter(({ type }) => type === 'job-ended')).toHaveLength(2);
});
