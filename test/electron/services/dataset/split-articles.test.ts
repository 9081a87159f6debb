import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartName, type DatasetSplit } from '#shared/domain/dataset';
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

/** Words from one number up to another, no two of which are the same. */
const words = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `w${from + n}`).join(' ');

/** Texts by their first letters, those that are near copies together. */
const group = async (texts: Record<string, string>) => {
  const sketches = new Map(Object.entries(texts).map(([name, text]) => [name, sketchText(text)]));
  return (await groupNearCopies(sketches, () => undefined)).groups.map((names) => names.join('')).join(' ');
};

test.each([
  ['that share 16 of 20 shingles are', { a: words(0, 24), b: `${words(0, 20)} ${words(90, 94)}` }, 'ab'],
  ['that share 15 of 20 are not', { a: words(0, 24), b: `${words(0, 19)} ${words(90, 95)}` }, 'a b'],
  ['of which one is all in a longer one are', { a: words(0, 24), b: words(0, 60) }, 'ab'],
  ['of which one is all in one of thousands of words are', { a: words(0, 60), b: words(0, 3000) }, 'ab'],
  ['of thousands of words that share most are', { a: words(0, 3000), b: words(400, 3400) }, 'ab'],
  ['of thousands of words that share two thirds are not', { a: words(0, 3000), b: words(1000, 4000) }, 'a b'],
  ['that a third one is between are', { a: words(0, 44), b: words(18, 62), c: words(6, 50), d: words(12, 56) }, 'abcd'],
  [
    'that hold what others hold too are',
    {
      a: words(0, 52),
      b: `${words(0, 26)} ${words(60, 86)}`,
      c: `${words(0, 26)} ${words(90, 116)}`,
      d: `${words(0, 26)} ${words(90, 116)}`,
    },
    'a b cd',
  ],
])('texts %s near copies', async (_, texts, groups) => {
  expect(await group(texts)).toBe(groups);
});

/** A corpus of outlets with so many articles each, a text in so many copies; `deal` gives the part of each in order of uid. */
async function createOutlets(outlets: number[], copies: (n: number) => number = () => 1) {
  const made = createTestCorpus();
  let from = 0;
  for (const [outlet, size] of outlets.entries()) {
    const files: Record<string, string> = {};
    for (let n = 0; n < size; n += 1, from += 100)
      for (let m = 0; m < copies(n); m += 1) files[`${from}-${m}.txt`] = `${words(from, from + 30)} copy ${m}`;
    await made.import(files, { options: { split: 'never', outlet: `Outlet ${outlet}` } });
  }
  const uids = listArticleUids(made.corpus.read, {});
  const deal = async (seed: number, shares: DatasetSplit['shares']) => {
    const { partOf } = await splitArticles(made.corpus.read, uids, { shares, seed }, noJob);
    return uids.map((uid) => partOf.get(uid)!);
  };
  return { seeds: [1, 2, 3, 4, 5], deal };
}
const countParts = (parts: readonly PartName[]) =>
  PartName.options.map((part) => parts.filter((each) => each === part).length);

test('outlets of a few articles each give all parts their shares, and the seed says which goes where', async () => {
  const { deal, seeds } = await createOutlets(Array.from({ length: 30 }, (_, n) => 1 + (n % 3)));
  const deals = await Promise.all(seeds.map((seed) => deal(seed, { train: 0.8, dev: 0.1, test: 0.1 })));
  for (const [train, dev, held] of deals.map(countParts))
    expect([train! > 46 && train! < 50, dev! > 4 && dev! < 8, held! > 4 && held! < 8]).toEqual([true, true, true]);
  expect(new Set(deals.map((parts) => parts.join())).size).toBe(seeds.length);
  // who splits again with a later version gets what was published
  expect(deals[0]!.map((part) => ({ train: '-', dev: 'd', test: 't' })[part]).join('')).toBe(
    't------------t---------d----dt----dt--d-------d-t-----t---d-',
  );
});

test('copies count as the articles that they are, and a part without a share gets none', async () => {
  const { deal, seeds } = await createOutlets([30], (n) => 1 + (n % 3));
  for (const seed of seeds) {
    const [train, dev, held] = countParts(await deal(seed, { train: 0.5, dev: 0, test: 0.5 }));
    expect([Math.abs(train! - 30) <= 2, dev, Math.abs(held! - 30) <= 2]).toEqual([true, 0, true]);
  }
});
