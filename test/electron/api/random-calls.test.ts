import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contract, isJob, type ChannelName, type JobName } from '#shared/api/contract';
import type { Result } from '#shared/api/contract';
import type { Verification } from '#shared/domain/corpus';
import { createRandom, knownCalls, makeCall } from '../../helpers/random-calls.ts';
import { createTestSession, type TestSession } from '../../helpers/session.ts';

/** Runs, of so many calls each; more before a release (npm run test:faults sets them). */
const RUNS = Number(process.env['GALLEY_RANDOM_RUNS'] ?? 1);
const CALLS = 200;
const PEOPLE = ['Sara', 'Omar'] as const;

/** Those that are not undone, that undo themselves, or that only a person with a file makes. */
const leftOut = new Set<string>([
  'history:undo',
  'history:redo',
  'history:go-to',
  'people:add',
  'people:update',
  'codebook:import',
  'packages:write',
  'merge:run',
]);

async function send(made: TestSession, name: string, input: unknown): Promise<Result<unknown>> {
  return isJob(name as ChannelName) ? made.run(name as JobName, input as never) : made.call(name, input);
}

/** What every reading call says, but for journal, texts, sources and who works here. */
async function readAll({ get, run, session }: TestSession) {
  session.options.person = PEOPLE[0]; // each is suggested what they have not tagged or dismissed
  const { articles } = await get<{ articles: { uid: string }[] }>('articles:list', { limit: 1000 });
  const { clusters } = await get<{ clusters: { uid: string }[] }>('clusters:list');
  const { entities } = await get<{ entities: { uid: string }[] }>('entities:list', { details: true });
  const filter = {};
  return {
    articles,
    whole: await Promise.all(articles.map(({ uid }) => get('articles:get', { article: uid }))),
    annotations: await get('annotations:list', { filter }),
    result: await get('annotations:list', { filter: { layer: 'result' } }),
    outlets: await get('outlets:list'),
    codebook: await get('codebook:get'),
    misfits: await get('codebook:misfits'),
    entities,
    everyEntity: await Promise.all(entities.map(({ uid }) => get('entities:get', { entity: uid }))),
    kinds: await get('relations:kinds'),
    relations: await get('relations:list'),
    clusters,
    everyCluster: await Promise.all(clusters.map(({ uid }) => get('clusters:get', { cluster: uid }))),
    reviews: await get('reviews:list'),
    differences: await get('adjudication:list', { limit: 1000 }),
    assignments: await get('assignments:list'),
    rules: await get('propagations:rules'),
    suggestions: await Promise.all(articles.map(({ uid }) => get('suggestions:list', { article: uid }))),
    dismissed: await Promise.all(articles.map(({ uid }) => get('suggestions:dismissed', { article: uid }))),
    hits: await get('search:text', { query: 'ferry', thorough: true }),
    found: await get('search:annotations', {}),
    matched: await run('search:regex', { expression: 'f.rry' }),
    content: (await verify({ get, run } as TestSession, false)).contentFingerprint,
  };
}

async function verify({ run }: TestSession, rebuild: boolean): Promise<Verification> {
  const result = await run('corpus:verify', { rebuild });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value).toMatchObject({ ok: true, problems: [] });
  return result.value;
}

test('every call that writes takes part', () => {
  const writing = Object.entries(contract).filter(([name, { access }]) => access === 'write' && !leftOut.has(name));
  expect(knownCalls.toSorted()).toEqual(writing.map(([name]) => name).sort());
});

test.each(Array.from({ length: RUNS }, (_, n) => n + 1))(
  'after 200 calls at random by two people (%i), undoing all makes every reading call answer as at the start, redoing all as at the end',
  async (seed) => {
    const made = createTestSession({ seed });
    const random = createRandom(seed * 7919);
    const as = (person: string) => (made.session.options.person = person);
    await made.get('corpus:new', { name: 'War', folder: made.grant(made.folder) });
    as('Omar');
    await made.get('people:add', { name: 'Omar' }).catch(() => {});
    for (let n = 0; n < 3; n += 1) {
      as(PEOPLE[n % 2]!);
      await send(made, ...toArguments(made, random, 'import:run'));
    }
    for (const person of PEOPLE) await undoAll(made, person, []);
    const start = await readAll(made);

    let accepted = 0;
    for (let n = 0; n < CALLS; n += 1) {
      as(PEOPLE[random(4) === 0 ? 1 : 0]);
      const call =
        n < 4 ? { name: 'import:run', input: toArguments(made, random, 'import:run')[1] } : makeCall(made, random);
      const result = await send(made, call.name, call.input);
      if (result.ok) accepted += 1;
      else
        expect(['internal', 'bad-input'], JSON.stringify([call, result.error, made.bugs])).not.toContain(
          result.error.code,
        );
      if (random(12) === 0) await made.call('history:undo', { together: random(2) === 1 });
      if (random(20) === 0) await made.call('history:redo', { together: random(2) === 1 });
    }
    expect(accepted).toBeGreaterThan(CALLS / 4);
    const end = await readAll(made);
    await verify(made, true);
    expect(await readAll(made)).toEqual(end);

    const undone: string[] = [];
    for (const person of PEOPLE) await undoAll(made, person, undone);
    expect(await readAll(made)).toEqual(start);
    await verify(made, true);
    expect(await readAll(made)).toEqual(start);

    for (const person of undone.toReversed()) {
      as(person);
      await made.get('history:redo', { together: true });
    }
    expect(await readAll(made)).toEqual(end);
    await verify(made, true);
    expect(made.bugs).toEqual([]);
    await made.session.close();
    rmSync(made.folder, { recursive: true, force: true });
  },
  120_000,
);

function toArguments(made: TestSession, random: (below: number) => number, name: string): [string, unknown] {
  for (;;) {
    const call = makeCall(made, random);
    if (call.name === name) return [call.name, call.input];
  }
}

/** Takes all of a person's steps back, with what stands on them; notes each in `undone`. */
async function undoAll(made: TestSession, person: string, undone: string[]): Promise<void> {
  made.session.options.person = person;
  for (;;) {
    const result = await made.call('history:undo', { together: true });
    if (result.ok) undone.push(person);
    else if (result.error.code === 'nothing-to-undo') return;
    else throw new Error(JSON.stringify([result.error, made.bugs]));
  }
}
