import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contract, isJob, type ChannelName, type JobName } from '#shared/api/contract';
import { answerAll, lookAtAll, ownOfFile, questions } from '../../../helpers/every-answer.ts';
import { createRandom, makeCall, type Random } from '../../../helpers/random-calls.ts';
import { SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { createTestSession, type TestSession } from '../../../helpers/session.ts';

/** So many before a release; else two, of which the second comes to what one learnt of an article that the other tags blind. */
const runs = process.env['GALLEY_RANDOM_RUNS'];
const SEEDS = runs === undefined ? [1, 32] : Array.from({ length: Number(runs) }, (_, n) => n + 1);
/** In each copy. */
const CALLS = 120;
const PEOPLE = ['Sara', 'Omar'] as const;
const PATH = 'War.galley';

/** So many calls as a page would send them, of two people; refusals are part of it. */
async function work(made: TestSession, random: Random, calls: number): Promise<void> {
  for (let n = 0; n < calls; n += 1) {
    made.session.options.person = PEOPLE[random(3) === 0 ? 1 : 0];
    const { name, input } = makeCall(made, random);
    await (isJob(name as ChannelName) ? made.run(name as JobName, input as never) : made.call(name, input));
    if (random(15) === 0) await made.call('history:undo', { together: random(2) === 1 });
    if (random(25) === 0) await made.call('history:redo', { together: true });
  }
}

/** What every kind of answer has something to say of: two outlets, what both people have tagged and finished, an event card. */
async function layGround(made: TestSession): Promise<void> {
  const { get, session, folder, grant } = made;
  for (const [n, outlet] of ['Morrow Post', 'Coast', 'Coast'].entries()) {
    const path = join(folder, `${'ZAB'[n]!}.txt`);
    writeFileSync(path, `${SAMPLE_TEXT}It is day ${n}.\n`);
    const pages = [{ handle: grant(path) }];
    await made.run('import:run', { pages, options: { outlet, split: 'never' } } as never);
  }
  const { articles } = await get<{ articles: { uid: string }[] }>('articles:list');
  const claims: string[] = [];
  await get('entities:create', { label: 'location', name: 'Morrow' });
  for (const [n, { uid: article }] of articles.entries()) {
    if (n < 2) await get('articles:update', { article, changes: { date: '2019-01-05' } });
    for (const person of PEOPLE) {
      session.options.person = person;
      const tag = async (label: string, start: number, more: object = {}) =>
        (
          await get<{ uid: string }>('annotations:create', {
            article,
            label,
            spans: [{ start, end: start + 7 }],
            ...more,
          })
        ).uid;
      const annotations = [await tag('actor', 0), await tag('actor', person === 'Sara' ? 8 : 16)];
      if (n === 0 && person === 'Sara')
        await get('entities:create', { label: 'actor', name: 'Harbour council', annotations });
      const figures = [{ what: 'people', unit: 'killed', min: n, max: 3 }];
      const spans = [{ start: 47, end: 90 }];
      claims.push(await tag('claim', 47, { spans, attributes: { voice: 'quoted', figures } }));
      await tag('location', 62, { entity: 'Morrow' });
      await get('articles:mark', { article, state: 'done' });
    }
  }
  await get('clusters:create', { title: 'Vote', claims: claims.slice(0, 2) });
}

async function takeOver(into: TestSession, from: TestSession): Promise<void> {
  into.session.options.person = 'Sara';
  const result = await into.run('merge:run', {
    other: into.grant(join(from.folder, PATH)),
    otherCorpus: false,
    sameNames: true,
    choices: {},
  });
  expect(result, JSON.stringify([into.bugs, result.ok ? '' : result.error])).toMatchObject({ ok: true });
}

/** Two open copies of one corpus, in which two people have worked. */
async function forkSessions(seed: number): Promise<[TestSession, TestSession]> {
  const [one, other] = [createTestSession({ seed }), createTestSession({ seed: seed + 1000 })];
  await one.get('corpus:new', { name: 'War', folder: one.grant(one.folder) });
  await layGround(one);
  await work(one, createRandom(seed * 7919), 20);
  await one.session.close();
  copyFileSync(join(one.folder, PATH), join(other.folder, PATH));
  for (const copy of [one, other]) await copy.get('corpus:open', { handle: copy.grant(join(copy.folder, PATH)) });
  return [one, other];
}

test('every call that reads is asked, or each file answers it for itself', () => {
  const reading = Object.entries(contract).filter(([, { access }]) => access === 'read');
  expect([...Object.keys(questions), ...Object.keys(ownOfFile)].sort()).toEqual(reading.map(([name]) => name).sort());
});

test.each(SEEDS)(
  'after work at random in two copies that are merged both ways (%i) every call answers the same in both, for either person',
  async (seed) => {
    const [one, other] = await forkSessions(seed);
    for (const [n, copy] of [one, other].entries()) await work(copy, createRandom(seed * 31 + n), CALLS);
    await takeOver(one, other);
    await takeOver(other, one);
    const known = await lookAtAll(one);
    expect(known.articles.length).toBeGreaterThan(2);
    for (const person of PEOPLE) {
      for (const { session } of [one, other]) session.options.person = person;
      const [ours, theirs] = [await answerAll(one, known), await answerAll(other, known)];
      for (const [asked, answer] of Object.entries(ours)) expect.soft(theirs[asked], asked).toEqual(answer);
    }
    expect([...one.bugs, ...other.bugs]).toEqual([]);
  },
  60_000,
);
