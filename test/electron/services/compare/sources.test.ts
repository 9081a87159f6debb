import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Compared } from '#shared/domain/comparison';
import type { ArticleFilter } from '#shared/domain/filter';
import type { Sources } from '#shared/domain/sources';
import { toSourceTables } from '#shared/tables/sources';
import { compareSources } from '../../../../electron/services/compare/sources.ts';
import { updateOutlet } from '../../../../electron/services/outlets.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { importTagged } from '../../../helpers/tagged-article.ts';

const post = { outlets: ['Harbour Post'] };
const wire = { outlets: ['Meridian Wire'] };

let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  for (const name of ['Ann Dell', 'Coast Guard', 'Post Group']) addTestEntity(made, 'actor', name);
  await importTagged(made, {
    outlet: 'Morning Echo',
    text: 'We counted ten boats.',
    claims: [{ words: 'We counted ten boats', by: [['the outlet']] }],
  });
  // each article is printed twice, so that both sides can be doubled
  for (const edition of ['', ' 2']) {
    await importTagged(made, {
      outlet: `Harbour Post${edition}`,
      date: '2024-03-12',
      text: `The pier burned, Mayor Dell said, citing the Coast Guard. Two boats sank, a sailor Said. We saw smoke. Rain fell. “It is over”, the mayor claimed.${edition}`,
      claims: [
        {
          words: 'The pier burned',
          by: [
            ['Ann Dell', 'Mayor Dell', 'said'],
            ['Coast Guard', 'the Coast Guard', 'citing'],
          ],
          voice: 'paraphrased',
        },
        { words: 'Two boats sank', by: [['unnamed', 'a sailor', 'Said']] },
        { words: 'We saw smoke', by: [['Post Group']], voice: "outlet's own" },
        { words: 'Rain fell' },
        { words: 'It is over', by: [['Ann Dell', 'the mayor', 'claimed']], voice: 'quoted' },
      ],
    });
    await importTagged(made, {
      outlet: `Meridian Wire${edition}`,
      text: `Ten boats sank, the Coast Guard said. The sea is calm, locals say.${edition}`,
      claims: [
        { words: 'Ten boats sank', by: [['Coast Guard', 'the Coast Guard', 'said']] },
        { words: 'The sea is calm', by: [[null, 'locals', 'say']] },
      ],
    });
    updateOutlet(made.corpus, made.sara, `Harbour Post${edition}`, { entity: 'Post Group' });
  }
});
afterAll(() => made.remove());

const ask = (a: ArticleFilter, b: ArticleFilter, asked: Partial<Compared> = {}) =>
  compareSources(made.corpus.read, { a, b, checkedOnly: false, ...asked }, noJob);

test('each claim stands once on whose word it is: named, anonymous, the outlet’s own, or nobody’s', async () => {
  const { totals } = await ask(post, wire);
  expect(totals.a).toEqual({ claims: 5, named: 2, anonymous: 1, outlet: 1, unlinked: 0, unattributed: 1 });
  expect(totals.b).toEqual({ claims: 2, named: 1, anonymous: 0, outlet: 0, unlinked: 1, unattributed: 0 });
});

test('an outlet speaks for itself by the word that stands for it too', async () => {
  const { totals } = await ask({ outlets: ['Morning Echo'] }, wire);
  expect(totals.a).toMatchObject({ claims: 1, outlet: 1, unlinked: 0 });
});

test('a source has its claims, whether it is quoted or cited, and the words and verbs that it is given', async () => {
  const { sources, verbs } = await ask(post, wire);
  expect(sources.map(({ name, kind, a, b }) => [name, kind, a.claims, b.claims])).toEqual([
    ['Ann Dell', 'named', 2, 0],
    ['Coast Guard', 'named', 1, 1],
    ['', 'anonymous', 1, 0],
    ['', 'outlet', 1, 0],
    ['locals', 'unlinked', 0, 1],
  ]);
  const [dell, guard] = sources;
  expect(dell!.a).toEqual({ claims: 2, articles: 1, first: 2, cited: 0, quoted: 1, paraphrased: 1, per100: 40 });
  expect(dell!.words).toEqual([
    { word: 'Mayor Dell', a: 1, b: 0 },
    { word: 'the mayor', a: 1, b: 0 },
  ]);
  expect(guard!.a).toMatchObject({ claims: 1, first: 0, cited: 1, per100: 20 });
  expect(guard!.b).toMatchObject({ claims: 1, first: 1, cited: 0, per100: 50 });
  // 2 (1 ln(1·7/(5·2)) + 1 ln(1·7/(2·2)) + 4 ln(4·7/(5·5)) + 1 ln(1·7/(2·5))), below zero: B has it more often
  expect(guard!.g2).toBeCloseTo(-0.5992, 4);
  expect(verbs[0]).toEqual({ word: 'said', a: 2, b: 1 });
});

test('swapped sides mirror every figure', async () => {
  const [there, back] = [await ask(post, wire), await ask(wire, post)];
  expect(back.totals).toEqual({ a: there.totals.b, b: there.totals.a });
  const negated = (n: number | null) => (n === null ? null : 0 - n);
  expect(back.sources).toEqual(
    there.sources.map(({ a, b, g2, lrc, words, verbs, ...rest }) => ({
      ...rest,
      a: b,
      b: a,
      g2: expect.closeTo(negated(g2)!, 9) as number,
      lrc: expect.closeTo(negated(lrc)!, 9) as number,
      words: words.map(({ word, a: inA, b: inB }) => ({ word, a: inB, b: inA })),
      verbs: verbs.map(({ word, a: inA, b: inB }) => ({ word, a: inB, b: inA })),
    })),
  );
});

test('doubling both sides doubles counts and strength, and leaves rates and order as they were', async () => {
  const [once, twice] = [
    await ask(post, wire),
    await ask({ outlets: ['Harbour Post', 'Harbour Post 2'] }, { outlets: ['Meridian Wire', 'Meridian Wire 2'] }),
  ];
  const toRates = ({ sources }: Sources) => sources.map(({ key, a, b }) => [key, a.per100, b.per100]);
  expect(toRates(twice)).toEqual(toRates(once));
  expect(twice.totals.a.named).toBe(2 * once.totals.a.named);
  expect(twice.sources.map(({ g2 }) => g2)).toEqual(once.sources.map(({ g2 }) => expect.closeTo(2 * g2!, 9) as number));
});

test('a side without claims has no rates and nothing is tested', async () => {
  const { totals, sources } = await ask(post, { outlets: ['Nobody'] });
  expect(totals.b.claims).toBe(0);
  expect(sources.every(({ b, g2, lrc }) => b.per100 === null && g2 === null && lrc === null)).toBe(true);
  const { sources: checked } = await ask(post, wire, { checkedOnly: true });
  expect(checked).toEqual([]);
});

test('the tables hold what was counted', async () => {
  const tables = toSourceTables(await ask(post, wire));
  for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  const [totals, sources, manners] = tables;
  expect(totals!.rows.at(-1)).toEqual(['all claims', 5, 1, 2, 1]);
  expect(sources!.rows[2]!.slice(0, 3)).toEqual(['people without a name', 'anonymous', 1]);
  expect(manners!.rows[0]!.slice(1, 7)).toEqual([2, 0, 1, 1, 'claimed 1, said 1', 'Mayor Dell 1, the mayor 1']);
});
