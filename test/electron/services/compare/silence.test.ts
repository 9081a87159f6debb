import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArticleFilter } from '#shared/domain/filter';
import type { Silence } from '#shared/domain/silence';
import { toSilenceTable } from '#shared/tables/silence';
import { addClaims, createCluster } from '../../../../electron/services/clusters.ts';
import { compareSilence } from '../../../../electron/services/compare/silence.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { importTagged } from '../../../helpers/tagged-article.ts';

const post = { outlets: ['Harbour Post'] };
const wire = { outlets: ['Meridian Wire'] };

let made: TestCorpus;
let firstOfPost: string | undefined;
let visit: string | undefined;

async function printEdition(edition: string): Promise<void> {
  const days = ['2024-03-12', '2024-03-13', '2024-03-14', '2024-03-18'];
  for (const [n, date] of days.entries()) {
    const { article, claims } = await importTagged(made, {
      outlet: `Harbour Post${edition}`,
      date,
      text: `Ann Dell went to Ras Ilun, and Dell came back. The Coast Guard saw ${n} boats.${edition}`,
      actors: [
        ['Ann Dell', 'Ann Dell'],
        ['Dell', 'Ann Dell'],
        ['The Coast Guard', 'Coast Guard'],
      ],
      places: n === 0 ? [['Ras Ilun', 'Ras Ilun']] : [],
      claims: n === 0 ? [{ words: 'Ann Dell went to Ras Ilun' }] : [],
    });
    if (n > 0) continue;
    firstOfPost ??= article;
    if (visit) addClaims(made.corpus, made.sara, visit, claims);
    else visit = createCluster(made.corpus, made.sara, { title: 'The visit', date, note: '', claims }).uid;
  }
  for (const date of ['2024-03-12', '2024-03-18', undefined])
    await importTagged(made, {
      outlet: `Meridian Wire${edition}`,
      ...(date !== undefined && { date }),
      text: `The Coast Guard is in Marsa. ${date}${edition}`,
      actors: [['Coast Guard', 'Coast Guard']],
      places: date === undefined ? [['Marsa', 'Marsa']] : [],
    });
}

beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  for (const name of ['Ann Dell', 'Coast Guard']) addTestEntity(made, 'actor', name);
  for (const name of ['Ras Ilun', 'Marsa']) addTestEntity(made, 'location', name);
  // each article is printed twice, so that both sides can be doubled
  for (const edition of ['', ' 2']) await printEdition(edition);
});
afterAll(() => made.remove());

const ask = (a: ArticleFilter, b: ArticleFilter) =>
  compareSilence(made.corpus.read, { a, b, checkedOnly: false }, noJob);
const toLine = ({ kind, has, name, mentions, articles, first, last }: Silence) => [
  kind,
  has,
  name,
  mentions,
  articles,
  first,
  last,
];

test('what one side alone has is listed, the least like chance first', async () => {
  const { silences, totals } = await ask(post, wire);
  expect(silences.map(toLine)).toEqual([
    ['entity', 'a', 'Ann Dell', 8, 4, '2024-03-12', '2024-03-18'],
    ['place', 'b', 'Marsa', 1, 1, null, null],
    ['day', 'a', '', 0, 2, '2024-03-13', '2024-03-14'],
    ['place', 'a', 'Ras Ilun', 1, 1, '2024-03-12', '2024-03-12'],
    ['event', 'a', 'The visit', 1, 1, '2024-03-12', '2024-03-12'],
  ]);
  expect(totals).toEqual({
    a: { entity: 1, place: 1, event: 1, day: 1 },
    b: { entity: 0, place: 1, event: 0, day: 0 },
  });
});

test('how much one would expect follows the other’s rate, and what chance there is of none', async () => {
  const { silences } = await ask(post, wire);
  const find = (name: string) => silences.find((each) => each.name === name)!;
  // all 4 articles of A name her, so 3 of 3 of B would: none has the chance e^-3
  expect(find('Ann Dell')).toMatchObject({ expected: 3, chance: expect.closeTo(0.0498, 4) as number });
  expect(find('Ras Ilun').expected).toBe(0.75);
  // 1 of 3 articles of B, of 4 of A
  expect(find('Marsa').expected).toBeCloseTo(4 / 3, 9);
  // 2 of A's 4 articles in the span, of B's 2
  expect(silences.find(({ kind }) => kind === 'day')!.expected).toBe(1);
  expect(find('Ras Ilun').example.article).toBe(firstOfPost);
  expect(find('Ras Ilun').example.annotation).not.toBeNull();
});

test('days are compared within the time that both cover, and articles without a day are counted apart', async () => {
  const { span, undated } = await ask(post, wire);
  expect(span).toEqual({ from: '2024-03-12', to: '2024-03-18' });
  expect(undated).toEqual({ a: 0, b: 1 });
});

test('swapped sides mirror what is silent', async () => {
  const [there, back] = [await ask(post, wire), await ask(wire, post)];
  const swapped = there.silences.map((each) => ({ ...each, has: each.has === 'a' ? 'b' : 'a' }));
  expect(back.silences).toEqual(swapped);
  expect(back.totals).toEqual({ a: there.totals.b, b: there.totals.a });
});

test('doubling both sides doubles counts and what is expected, and leaves what is silent about what as it was', async () => {
  const twice = (name: string) => ({ outlets: [name, `${name} 2`] });
  const [one, two] = [await ask(post, wire), await ask(twice('Harbour Post'), twice('Meridian Wire'))];
  const byName = (x: Silence, y: Silence) => (`${x.kind} ${x.name}` < `${y.kind} ${y.name}` ? -1 : 1);
  // an example may be of either edition
  expect(two.silences.sort(byName).map(({ chance: _, example: __, ...each }) => each)).toEqual(
    one.silences.sort(byName).map(({ chance: _, example: __, ...each }) => ({
      ...each,
      mentions: 2 * each.mentions,
      articles: 2 * each.articles,
      expected: 2 * each.expected!,
    })),
  );
  // none in twice as many is as likely as none in so many, twice
  for (const [n, { chance }] of two.silences.entries()) expect(chance).toBeCloseTo(one.silences[n]!.chance! ** 2, 12);
  expect(two).toMatchObject({ totals: one.totals, span: one.span, undated: { a: 0, b: 2 * one.undated.b } });
});

test('a side without articles is silent about everything, and nothing can be expected of it', async () => {
  const { silences, span } = await ask(post, { outlets: ['Nobody'] });
  expect(silences).toHaveLength(4);
  expect(silences.every(({ expected, chance }) => expected === null && chance === null)).toBe(true);
  expect(span).toBeNull();
  expect((await ask({ outlets: ['Nobody'] }, { outlets: ['Nobody'] })).silences).toEqual([]);
});

test('the table says in words what may be chance', async () => {
  const { columns, rows, note } = toSilenceTable(await ask(post, wire));
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  expect(rows.map((row) => [row[0], row.at(-1)])).toEqual([
    ['Ann Dell', 'no'],
    ['Marsa', 'yes'],
    ['13 Mar 2024 to 14 Mar 2024', 'yes'],
    ['Ras Ilun', 'yes'],
    ['The visit', 'yes'],
  ]);
  expect(note).toContain('compared from 12 Mar 2024 to 18 Mar 2024');
  expect(note).toContain('Without a day: 0 articles of A, 1 of B.');
});
