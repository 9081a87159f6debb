import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AgreedArticlesInput, CoderWorkInput, MatchesInput, type Match } from '#shared/domain/agreement';
import { listAgreedArticles } from '../../../../electron/services/agreement/list-agreed-articles.ts';
import { listCoderAnnotations } from '../../../../electron/services/agreement/list-coder-annotations.ts';
import { listMatches } from '../../../../electron/services/agreement/list-matches.ts';
import { matchKinds } from '../../../../electron/services/agreement/match-kinds.ts';
import { computeAgreement } from '../../../../electron/services/agreement/figures.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { addPerson } from '../../../../electron/services/people.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { Agreed } from '#shared/domain/agreement';
import { importCoded, toWords } from '../../../helpers/coded-articles.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const list = (made: TestCorpus, input: object, person: string | null = null) =>
  listMatches(made.corpus.read, MatchesInput.parse({ label: null, ...input }), person, noJob);
const toLine = ({ kind, left, right }: Match) =>
  [
    kind,
    ...[left, right].map((side) => side && `${side.label} ${side.spans.map(({ quote }) => quote).join('…')}`),
  ].join(': ');
const all = ['label', 'boundary', 'only-one', 'agree'];

/** Sara and Omar differ in each way that there is. */
const tagged = async (made: TestCorpus) =>
  importCoded(made, toWords(12), {
    Omar: [
      ['actor', [0, 4]],
      ['location', [10, 14]],
      ['actor', [20, 29]],
      ['claim', [0, 14]],
    ],
    Sara: [
      ['actor', [0, 4]],
      ['actor', [10, 14]],
      ['actor', [20, 24]],
      ['location', [40, 44]],
      ['claim', [0, 14]],
    ],
  });

test('what stands behind a figure: what agrees, and which label, boundary or annotation does not', async () => {
  const made = createTestCorpus();
  const article = await tagged(made);
  const { total, hidden, counts, matches } = await list(made, { kinds: all });
  expect({ total, hidden, counts }).toEqual({
    total: 4,
    hidden: 0,
    counts: { agree: 1, label: 1, boundary: 1, 'only-one': 1 },
  });
  expect(matches[0]).toMatchObject({ article, outlet: null, date: null, coders: ['Omar', 'Sara'] });
  expect(matches.map(toLine)).toEqual([
    'agree: actor 1000: actor 1000',
    'label: location 1002: actor 1002',
    'boundary: actor 1004 1005: actor 1004',
    'only-one: : location 1008',
  ]);
});

test('of one label, what it was taken for instead is shown too; only disagreements unless asked, page by page', async () => {
  const made = createTestCorpus();
  await tagged(made);
  const ofLocation = await list(made, { label: 'Location' });
  expect(ofLocation.matches.map(toLine)).toEqual(['label: location 1002: actor 1002', 'only-one: : location 1008']);
  const second = await list(made, { label: 'location', offset: 1, limit: 1 });
  expect([second.total, second.matches.map(toLine)]).toEqual([2, ['only-one: : location 1008']]);
  expect((await list(made, { label: 'claim' })).counts).toEqual({ agree: 1, label: 0, boundary: 0, 'only-one': 0 });
  await expect(list(made, { label: 'weapon' })).rejects.toMatchObject({ code: 'label-unknown' });
});

test('each side stands in the words around it, which never end within a character', async () => {
  const made = createTestCorpus();
  const text = `${'ä'.repeat(10)}👩‍👩‍👧‍👦${'x'.repeat(59)}harbour burned${'y'.repeat(59)}e\u0301 and more`;
  const start = text.indexOf('harbour');
  await importCoded(made, text, { Sara: [['actor', [start, start + 7], [start + 8, start + 14]]], Omar: [] });
  const [match] = (await list(made, { label: 'actor' })).matches;
  expect(match!.right).toMatchObject({ before: 'x'.repeat(59), after: 'y'.repeat(59) });
});

test('three coders are listed pair by pair, and one outlet or week alone', async () => {
  const made = createTestCorpus();
  await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 4]]], Lina: [] });
  const { matches } = await list(made, {});
  expect(matches.map(({ coders }) => coders.join())).toEqual(['Lina,Omar', 'Lina,Sara']);
  const sides = (await list(made, { kinds: all })).matches.flatMap(({ left, right }) => [left, right]);
  expect(sides.flatMap((side) => (side ? [side.spans.length] : []))).toEqual([1, 1, 1, 1]); // two stand in two pairs each
  const group = { by: 'week', outlet: null, from: '2025-12-29' };
  expect((await list(made, { group })).total).toBe(2);
  expect((await list(made, { group: { ...group, from: '2026-01-05' } })).total).toBe(0);
  expect((await list(made, { group: { by: 'outlet', outlet: null } })).total).toBe(2);
});

test('whoever still tags an article blind is shown nothing of what others did there', async () => {
  const made = createTestCorpus();
  const article = await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Lina: [['actor', [5, 9]]] });
  addPerson(made.corpus, 'Omar');
  const omar = made.person('Omar');
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar', 'Lina'], blind: true });
  const annotationsOfLina = (person: string) =>
    listCoderAnnotations(
      made.corpus.read,
      CoderWorkInput.parse({ label: null, coder: 'Lina', of: 'annotations' }),
      person,
      noJob,
    );
  expect(await list(made, { kinds: all }, omar)).toMatchObject({ total: 0, hidden: 1, matches: [] });
  expect(await annotationsOfLina(omar)).toMatchObject({ total: 0, hidden: 1 });
  // he is none of the coders of any figure before he is done
  expect(
    (await computeAgreement(made.corpus.read, Agreed.parse({}), noJob)).coders.map(({ name }) => name),
  ).not.toContain('Omar');
  expect(await list(made, { kinds: all }, made.sara)).toMatchObject({ hidden: 0, counts: { 'only-one': 2 } });
  markArticle(made.corpus, omar, article, 'done');
  expect(await list(made, { kinds: all, coders: ['Sara', 'Lina'] }, omar)).toMatchObject({ hidden: 0, total: 2 });
});

test('each number of a coder’s work opens its annotations, and each number of articles the articles', async () => {
  const made = createTestCorpus();
  const article = await importCoded(made, toWords(12), {
    Sara: [
      ['claim', [0, 9]],
      ['claim', [5, 14]],
      ['claim', [20, 24], [30, 34]],
    ],
    Omar: [['claim', [0, 14]]],
  });
  const open = await importCoded(made, toWords(12, 100), { Sara: [], Omar: [] }, { finish: ['Sara'] });
  setAssignments(made.corpus, made.sara, { articles: [open], people: ['Omar'], blind: false });
  const annotations = async (of: string) =>
    (
      await listCoderAnnotations(
        made.corpus.read,
        CoderWorkInput.parse({ label: 'claim', coder: 'Sara', of }),
        null,
        noJob,
      )
    ).annotations.map(({ spans }) => spans.map(({ quote }) => quote).join('…'));
  expect(await annotations('united')).toEqual(['1000 1001', '1001 1002']);
  expect(await annotations('severalSpans')).toEqual(['1004…1006']);
  expect([await annotations('clashing'), (await annotations('hand')).length]).toEqual([[], 3]);
  const articles = async (of: string) =>
    (await listAgreedArticles(made.corpus.read, AgreedArticlesInput.parse({ of }), noJob)).articles;
  expect(await articles('articles')).toMatchObject([
    { article, finished: ['Omar', 'Sara'], waitsFor: [], blind: false },
  ]);
  expect(await articles('unfinished')).toMatchObject([{ article: open, finished: ['Sara'], waitsFor: ['Omar'] }]);
  expect(await articles('blind')).toEqual([]);
});

const anyUnits = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 8 }))
    .map(([label, start, length]) => ({ label, spans: [{ start, end: start + length }] })),
  { maxLength: 8 },
);

test('each annotation stands in one line, and as many agree whichever coder stands left', () => {
  const exclude = (one: number, other: number) => one !== other && one < 3 && other < 3;
  fc.assert(
    fc.property(anyUnits, anyUnits, (left, right) => {
      const lines = matchKinds(left, right, exclude);
      expect(lines.flatMap((line) => line.left ?? []).length).toBe(left.length);
      expect(lines.flatMap((line) => line.right ?? []).length).toBe(right.length);
      const count = (found: typeof lines, kind: string) => found.filter((line) => line.kind === kind).length;
      const mirrored = matchKinds(right, left, exclude);
      expect(count(mirrored, 'agree')).toBe(count(lines, 'agree'));
    }),
    { numRuns: 60 },
  );
});
