import { expect, test } from 'vitest';
import { Agreed, type AgreementRow } from '#shared/domain/agreement';
import { computeAgreement } from '../../../../electron/services/agreement/figures.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { addLabel } from '../../../../electron/services/codebook.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { importCoded, toWords } from '../../../helpers/coded-articles.ts';

const compute = (made: TestCorpus, agreed: object = {}) =>
  computeAgreement(made.corpus.read, Agreed.parse(agreed), noJob);
const toKey = ({ label, coders }: AgreementRow) => `${label} ${coders.join('+')}`;

test('the example of the uα paper comes to its values', async () => {
  const made = createTestCorpus();
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  names.forEach((name, n) => addLabel(made.corpus, made.sara, { name, excludes: names.slice(0, n) }));
  const article = await importCoded(made, `${toWords(12)}.`, {
    Alex: [
      ['one', [0, 7]],
      ['two', [7, 13]],
      ['five', [30, 32]],
      ['six', [32, 37]],
      ['six', [37, 44]],
      ['seven', [44, 60]],
    ],
    Paul: [
      ['one', [0, 7]],
      ['three', [7, 13]],
      ['five', [13, 21]],
      ['six', [32, 44]],
    ],
    Suzan: [
      ['one', [0, 7]],
      ['four', [7, 13]],
      ['five', [13, 21]],
      ['six', [32, 37]],
      ['six', [37, 41]],
      ['six', [41, 44]],
    ],
  });
  const { rows } = await compute(made, { articles: { articles: [article] } });
  const ofSet = (coders: string[]) =>
    rows.find((row) => row.labels.length === 7 && row.coders.join() === coders.join())!;
  const all = ofSet(['Alex', 'Paul', 'Suzan']);
  expect(all.uAlpha.value).toBeCloseTo(0.51, 4);
  expect(all.uAlphaBoundary.value).toBeCloseTo(0.4136, 4);
  expect(all.cuAlpha.value).toBeCloseTo(0.7242, 4);
  expect(ofSet(['Alex', 'Paul']).f1).toMatchObject({ exact: { value: 0.2 }, overlap: { value: 0.4 } });
});

test('a row stands for all coders and for each pair, for labels that exclude one another and for each label', async () => {
  const made = createTestCorpus();
  await importCoded(made, toWords(12), {
    Sara: [
      ['actor', [0, 4]],
      ['location', [10, 14]],
      ['claim', [0, 24]],
    ],
    Omar: [
      ['actor', [0, 4]],
      ['actor', [10, 14]],
      ['claim', [0, 24]],
    ],
    Lina: [
      ['actor', [0, 4]],
      ['location', [10, 14]],
      ['claim', [0, 14]],
    ],
  });
  const { coders, rows } = await compute(made);
  expect(coders.map(({ name, finished }) => [name, finished])).toEqual([
    ['Lina', 1],
    ['Omar', 1],
    ['Sara', 1],
  ]);
  const sets = ['Lina+Omar+Sara', 'Lina+Omar', 'Lina+Sara', 'Omar+Sara'];
  expect(rows.map(toKey)).toEqual(
    sets.flatMap((set) => [null, 'actor', 'location', 'claim'].map((label) => `${label} ${set}`)),
  );
  expect(rows[0]).toMatchObject({
    labels: ['actor', 'location'],
    articles: 1,
    alpha: { n: 59 },
    alphaTokens: { n: 12 },
    uAlpha: { n: 6 },
    f1: { exact: { n: 6 } },
  });
  const [, , , ofClaims] = rows.filter(({ coders: own }) => own.join('+') === 'Omar+Sara');
  expect(ofClaims).toMatchObject({
    uAlpha: { value: 1, low: null, high: null },
    cuAlpha: { value: null, undefinedBecause: expect.stringContaining('one label only') },
  });
});

test('only articles that all coders of a row have finished count', async () => {
  const made = createTestCorpus();
  await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 4]]] });
  const begun = await importCoded(
    made,
    toWords(12, 100),
    { Sara: [['actor', [0, 4]]], Omar: [['actor', [5, 9]]] },
    { finish: ['Sara'] },
  );
  markArticle(made.corpus, made.person('Omar'), begun, 'tagging');
  await importCoded(made, toWords(12, 200), { Sara: [['actor', [0, 4]]] });
  const { rows } = await compute(made, { labels: ['actor'] });
  expect(rows).toMatchObject([{ label: 'actor', articles: 1, unfinished: 1, alpha: { value: 1 } }]);
  expect(rows[0]!.hollow).toEqual(expect.arrayContaining(['unfinished', 'few-articles', 'few-units', 'not-blind']));
});

test('of three coders of whom two have finished an article it counts for these two, and not for all', async () => {
  const made = createTestCorpus();
  await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 4]]] });
  await importCoded(made, toWords(12, 100), { Sara: [['actor', [0, 4]]], Lina: [['actor', [5, 9]]] });
  const { rows } = await compute(made, { labels: ['actor'] });
  expect(rows.map(({ coders, articles, f1 }) => [coders.join('+'), articles, f1.exact.value])).toEqual([
    ['Lina+Omar+Sara', 0, null],
    ['Lina+Omar', 0, null],
    ['Lina+Sara', 1, 0],
    ['Omar+Sara', 1, 1],
  ]);
});

test('where nobody finished what another has, there is no row; coders who share nothing have rows without figures', async () => {
  const made = createTestCorpus();
  await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]] });
  await importCoded(made, toWords(12, 100), { Omar: [['actor', [0, 4]]] });
  expect(await compute(made)).toMatchObject({ coders: [], rows: [] });
  const { rows } = await compute(made, { coders: ['Sara', 'Omar'], labels: ['claim'] });
  expect(rows).toMatchObject([
    { articles: 0, kappa: { value: null, undefinedBecause: expect.stringContaining('no article') } },
  ]);
});

test('what nobody marked is undefined and says why; nothing is shown as 0 or 1', async () => {
  const made = createTestCorpus();
  for (const from of [0, 100]) await importCoded(made, toWords(12, from), { Sara: [], Omar: [] });
  const { rows } = await compute(made, { labels: ['claim'] });
  const { alpha, uAlpha, f1 } = rows[0]!;
  for (const figure of [alpha, uAlpha, f1.exact]) expect(figure).toMatchObject({ value: null, low: null, high: null });
  expect(uAlpha.undefinedBecause).toMatch(/nobody marked/u);
});

test('a coder’s own overlaps are united and counted, annotations of several spans and clashes too', async () => {
  const made = createTestCorpus();
  await importCoded(made, toWords(12), {
    Sara: [
      ['claim', [0, 9]],
      ['claim', [5, 14]],
      ['claim', [20, 24], [30, 34]],
      ['actor', [40, 49]],
      ['location', [45, 54]],
    ],
    Omar: [
      ['claim', [0, 14]],
      ['claim', [20, 24], [30, 34]],
    ],
  });
  const { rows } = await compute(made);
  const ofClaims = rows.find(({ label }) => label === 'claim')!;
  expect(ofClaims.made).toMatchObject([
    { coder: 'Omar', annotations: 2, origins: { hand: 2 }, united: 0, severalSpans: 1, clashing: 0 },
    { coder: 'Sara', annotations: 3, origins: { hand: 3 }, united: 2, severalSpans: 1, clashing: 0 },
  ]);
  expect(ofClaims).toMatchObject({ uAlpha: { value: 1 }, f1: { exact: { value: 0.4 }, characters: { value: 1 } } });
  expect(rows[0]!.made[1]).toMatchObject({ coder: 'Sara', clashing: 2 });
});

test('an interval is the same at every look and whoever is named first, and holds the value', async () => {
  const made = createTestCorpus();
  for (let n = 0; n < 6; n += 1)
    await importCoded(made, toWords(12, n * 100), {
      Sara: [
        ['actor', [0, 4]],
        ['actor', [10, 14]],
      ],
      Omar: [
        ['actor', n % 2 === 0 ? [0, 4] : [5, 9]],
        ['actor', [10, 14]],
      ],
    });
  const first = (await compute(made, { labels: ['actor'] })).rows;
  const again = await computeAgreement(made.reopen('read').read, Agreed.parse({ labels: ['actor'] }), noJob);
  expect(again.rows).toEqual(first);
  const swapped = await compute(made, { labels: ['actor'], coders: ['Sara', 'Omar'] });
  expect(swapped.rows.map(({ alpha, kappa, uAlpha, f1 }) => ({ alpha, kappa, uAlpha, f1 }))).toEqual(
    first.map(({ alpha, kappa, uAlpha, f1 }) => ({ alpha, kappa, uAlpha, f1 })),
  );
  const { value, low, high } = first[0]!.uAlpha;
  expect([low! < value!, value! < high!]).toEqual([true, true]);
});

test('articles count as blind where all coders had them assigned so', async () => {
  const made = createTestCorpus();
  const article = await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 4]]] });
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Sara', 'Omar'], blind: true });
  const { rows } = await compute(made, { labels: ['actor'] });
  expect(rows[0]).toMatchObject({ blind: 1 });
  expect(rows[0]!.hollow).not.toContain('not-blind');
});
