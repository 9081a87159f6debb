import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ArticleId } from '#shared/domain/ids';
import { groupNearCopies, sketchText } from '../../../../electron/services/dataset/near-copies-of-articles.ts';
import { splitArticles } from '../../../../electron/services/dataset/split-articles.ts';
import { listArticleUids } from '../../../../electron/corpus/repositories/article-repository.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';

const NOUNS = [
  'ferry',
  'pier',
  'harbour',
  'council',
  'storm',
  'crane',
  'pilot',
  'buoy',
  'lighthouse',
  'trawler',
  'quay',
];
/** Sentences that no two of which share five words in a row by much. */
const write = (n: number, sentences: number) =>
  Array.from(
    { length: sentences },
    (_, m) =>
      `On day ${n * 31 + m} the ${NOUNS[(n + m) % 11]} of ${NOUNS[(n * 3 + m * 5) % 11]} ${n}${m} met ${m * n} crews.`,
  ).join(' ');

const split = { shares: { train: 0.8, dev: 0.1, test: 0.1 }, seed: 7 };

async function createSplit() {
  const made = createTestCorpus();
  for (let n = 0; n < 60; n += 1)
    await made.import(
      { [`${n}.txt`]: write(n, 12) },
      { options: { split: 'never', outlet: n < 40 ? 'Harbour Post' : 'Meridian Wire' } },
    );
  const uids = listArticleUids(made.corpus.read, {});
  return { made, uids };
}

test('articles are dealt out by outlet in the shares asked for, each to one part', async () => {
  const { made, uids } = await createSplit();
  const { partOf } = await splitArticles(made.corpus.read, uids, split, noJob);
  expect(partOf.size).toBe(60);
  const outletOf = new Map(
    made.corpus.read
      .prepare<[], { uid: string; outlet: string }>(
        'SELECT a.uid, o.name AS outlet FROM article a JOIN outlet o ON o.id = a.outlet_id',
      )
      .all()
      .map(({ uid, outlet }) => [uid, outlet]),
  );
  const counted = (outlet: string) =>
    ['train', 'dev', 'test'].map(
      (part) => uids.filter((uid) => outletOf.get(uid) === outlet && partOf.get(uid) === part).length,
    );
  expect(counted('Harbour Post')).toEqual([32, 4, 4]);
  expect(counted('Meridian Wire')).toEqual([16, 2, 2]);
});

test('one seed deals one way, another deals another', async () => {
  const { made, uids } = await createSplit();
  const deal = async (seed: number, of: readonly ArticleId[] = uids) =>
    [...(await splitArticles(made.corpus.read, of, { ...split, seed }, noJob)).partOf].sort();
  expect(await deal(7)).toEqual(await deal(7));
  expect(await deal(8)).not.toEqual(await deal(7));
});

test('near copies stay together, however they are dealt', async () => {
  const made = createTestCorpus();
  const long = write(3, 40);
  for (const [n, text] of [
    long,
    `${long} One sentence more.`,
    long.replace('On day 93', 'By day 93'),
    write(9, 40),
    write(20, 3),
    `${write(20, 3)} A few words more here.`,
  ].entries())
    await made.import({ [`${n}.txt`]: text }, { options: { split: 'never', outlet: `Outlet ${n}` } });
  const uids = listArticleUids(made.corpus.read, {});
  const textOf = new Map(
    made.corpus.read
      .prepare<[], { uid: string; text: string }>(
        'SELECT a.uid, t.text FROM article a JOIN article_text t ON t.id = a.text_id',
      )
      .all()
      .map(({ uid, text }) => [uid, text]),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(1000), async (seed) => {
      const shares = { train: 0.4, dev: 0.3, test: 0.3 };
      const { partOf, copies } = await splitArticles(made.corpus.read, uids, { shares, seed }, noJob);
      const partsOf = (words: string) =>
        new Set(uids.filter((uid) => textOf.get(uid)!.includes(words)).map((uid) => partOf.get(uid)));
      expect(partsOf('crane of').size).toBeGreaterThan(0);
      expect(partsOf('day 94').size).toBe(1);
      expect(partsOf('day 621').size).toBe(1);
      expect(copies.every(([a, b]) => partOf.get(a) === partOf.get(b))).toBe(true);
    }),
    { numRuns: 20 },
  );
});

test('texts are alike from four fifths of the shorter one’s words on, and not below', async () => {
  const base = write(5, 60);
  const words = base.split(' ');
  const other = write(8, 60).split(' ');
  const mix = (share: number) =>
    [...words.slice(0, Math.round(words.length * share)), ...other.slice(Math.round(other.length * share))].join(' ');
  const pairsOf = async (text: string) =>
    (
      await groupNearCopies(
        new Map([
          ['a', sketchText(base)],
          ['b', sketchText(text)],
        ]),
        () => undefined,
      )
    ).pairs;
  expect(await pairsOf(mix(0.95))).toHaveLength(1);
  expect(await pairsOf(mix(0.5))).toHaveLength(0);
  expect(await pairsOf('')).toHaveLength(0);
  expect(await pairsOf(base.toUpperCase())).toHaveLength(1);
});
