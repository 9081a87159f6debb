import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isJob, type ChannelName, type JobName } from '#shared/api/contract';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { answerAll, lookAtAll } from '../../../helpers/every-answer.ts';
import { createRandom, makeCall, type Random } from '../../../helpers/random-calls.ts';
import { createTestSession, type TestSession } from '../../../helpers/session.ts';

/** So many before a release; else one, in which a package once told other times of decisions than the corpus it was cut from. */
const runs = process.env['GALLEY_RANDOM_RUNS'];
const SEEDS = runs === undefined ? [12] : Array.from({ length: Number(runs) }, (_, n) => n + 1);
const PEOPLE = ['Sara', 'Omar', '🦊 زيد\u200f'] as const;
const PATH = 'War.galley';
const ROUNDS = 10;
const MOST_FILES = 5;

const fileOf = ({ folder }: TestSession) => join(folder, PATH);

/** Calls as a page would send them, of three people, with undo and redo; refusals are part of it. */
async function work(made: TestSession, random: Random, calls: number): Promise<void> {
  for (let n = 0; n < calls; n += 1) {
    made.session.options.person = PEOPLE[random(3)]!;
    const { name, input } = makeCall(made, random);
    await (isJob(name as ChannelName) ? made.run(name as JobName, input as never) : made.call(name, input));
    if (random(12) === 0) await made.call('history:undo', { together: random(2) === 1 });
    if (random(20) === 0) await made.call('history:redo', { together: true });
  }
}

/** Four articles of two outlets that two people have tagged, with an event card and a relation over them. */
async function layGround({ session, folder, grant, run, get }: TestSession): Promise<void> {
  for (let n = 0; n < 4; n += 1) {
    const path = join(folder, `p${n}.txt`);
    writeFileSync(path, `${SAMPLE_TEXT}It is day ${n % 3}.\n`);
    const options = { outlet: ['Morrow Post', 'Coast'][n % 2], split: 'never' };
    await run('import:run', { pages: [{ handle: grant(path) }], options } as never);
  }
  const { articles } = await get<{ articles: { uid: string }[] }>('articles:list');
  const claims: string[] = [];
  for (const [n, { uid: article }] of articles.entries())
    for (const person of PEOPLE.slice(0, 2)) {
      session.options.person = person;
      await get('annotations:create', { article, label: 'actor', spans: [{ start: 0, end: 7 }] });
      const figures = [{ what: 'people', unit: 'killed', min: n, max: 3 }];
      const claim = {
        article,
        label: 'claim',
        spans: [{ start: 47, end: 90 }],
        attributes: { voice: 'quoted', figures },
      };
      claims.push((await get<{ uid: string }>('annotations:create', claim)).uid);
    }
  await get('clusters:create', { title: 'Vote', claims });
  await get('relations:create', { from: claims[0], to: claims[2], kind: 'corroborates' });
}

async function takeOver(into: TestSession, from: TestSession): Promise<boolean> {
  into.session.options.person = 'Sara';
  const asked = { other: into.grant(fileOf(from)), otherCorpus: false, sameNames: true, choices: {} };
  const result = await into.run('merge:run', asked);
  expect(result, JSON.stringify([into.bugs, result.ok ? '' : result.error])).toMatchObject({ ok: true });
  return result.ok && result.value.same;
}

/** A package of some of the articles, open; undefined where nothing can be handed out. */
async function handOut(from: TestSession, seed: number, random: Random): Promise<TestSession | undefined> {
  const made = createTestSession({ seed });
  const { articles } = await from.get<{ articles: { uid: string }[] }>('articles:list');
  if (articles.length === 0) return undefined;
  const some = articles.filter(() => random(2)).map(({ uid }) => uid);
  from.session.options.person = 'Sara';
  const isBlind = random(3) === 0;
  const filter = { articles: some.length > 0 ? some : [articles[0]!.uid] };
  const asked = { for: PEOPLE[random(3)]!, filter, isBlind, to: { handle: from.grant(fileOf(made)) } };
  if (!(await from.run('packages:write', asked)).ok) return undefined;
  await made.get('corpus:open', { handle: made.grant(fileOf(made)) });
  return made;
}

/** Two copies and packages, also such as were cut from packages, in which people work and which they merge as it comes. */
async function workApart(seed: number): Promise<TestSession[]> {
  const random = createRandom(seed * 104_729 + 13);
  const [one, other] = [createTestSession({ seed }), createTestSession({ seed: seed + 1000 })];
  await one.get('corpus:new', { name: 'War', folder: one.grant(one.folder) });
  await layGround(one);
  await work(one, random, 15);
  await one.session.close();
  copyFileSync(fileOf(one), fileOf(other));
  const all = [one, other];
  for (const each of all) await each.get('corpus:open', { handle: each.grant(fileOf(each)) });
  const add = (made: TestSession | undefined) => made && all.push(made);
  add(await handOut(one, seed + 2000, random));
  for (let round = 0; round < ROUNDS; round += 1) {
    const here = all[random(all.length)]!;
    const act = random(10);
    if (act < 5) await work(here, random, 5 + random(25));
    else if (act < 8) {
      const there = all[random(all.length)]!;
      if (there !== here) await takeOver(here, there);
    } else if (act === 8) {
      here.session.options.person = 'Sara';
      await here.call('history:undo', { together: true });
    } else if (all.length < MOST_FILES) add(await handOut(here, seed + 3000 + round * 100, random));
  }
  return all;
}

/** Merges all into each; gives whether any had something new. */
async function mergeAll(all: readonly TestSession[]): Promise<boolean> {
  let isNew = false;
  for (const into of all) for (const from of all) if (into !== from) isNew = !(await takeOver(into, from)) || isNew;
  return isNew;
}

test.each(SEEDS)(
  'copies and packages, also of packages, that are merged in any order (%i) hold the same and answer the same',
  async (seed) => {
    const all = await workApart(seed);
    await mergeAll(all);
    await mergeAll(all);
    expect(await mergeAll(all)).toBe(false);
    const prints = all.map(({ session }) => computeContentFingerprint(session.getCorpus().read));
    expect(new Set(prints).size).toBe(1);
    const [first, ...others] = all as [TestSession, ...TestSession[]];
    const known = await lookAtAll(first);
    for (const person of PEOPLE) {
      for (const { session } of all) session.options.person = person;
      const ours = await answerAll(first, known);
      for (const other of others) {
        const theirs = await answerAll(other, known);
        for (const [asked, answer] of Object.entries(ours)) expect.soft(theirs[asked], asked).toEqual(answer);
      }
    }
    expect(all.flatMap(({ bugs }) => bugs)).toEqual([]);
  },
  120_000,
);
