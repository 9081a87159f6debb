import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { KeynessColumn, KeynessInput, WordLinesInput, type KeynessRow } from '#shared/domain/keyness';
import { MentionLinesInput } from '#shared/domain/mention-line';
import type { Cell } from '#shared/tables/table';
import { toKeynessTable } from '#shared/tables/words';
import { openComparison, openSides } from '../../../../electron/services/compare/comparison.ts';
import { listMentionLines } from '../../../../electron/services/compare/list-mention-lines.ts';
import { listWordLines } from '../../../../electron/services/compare/list-word-lines.ts';
import { compareWords } from '../../../../electron/services/compare/words.ts';
import { countStaleWords } from '../../../../electron/corpus/derived/article-words.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { importTagged } from '../../../helpers/tagged-article.ts';

const post = { outlets: ['Harbour Post'] };
const wire = { outlets: ['Meridian Wire'] };

let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  for (const name of ['Reef Front', 'Mayor Dell']) addTestEntity(made, 'actor', name);
  for (let day = 10; day < 16; day += 1) {
    await importTagged(made, {
      outlet: 'Harbour Post',
      date: `2024-03-${day}`,
      text: `Families fled the pier. “Families wait”, Mayor Dell said, on day ${day}. A café burned. عاد الأسد`,
      actors: [['Mayor Dell', 'Mayor Dell']],
      claims: [{ words: 'Families wait', by: [['Mayor Dell', 'Mayor Dell', 'said']] }],
    });
    await importTagged(made, {
      outlet: 'Meridian Wire',
      date: `2024-03-${day}`,
      text: `Pirates of the Reef Front shelled the pier. Pirates fled, the navy ${day < 12 ? 'Claimed' : 'claimed'}, on day ${day}.`,
      actors: [
        ['Reef Front', 'Reef Front'],
        ['Pirates', null],
      ],
      claims: [{ words: 'Pirates fled', by: [[null, 'the navy', day < 12 ? 'Claimed' : 'claimed']] }],
    });
  }
});
afterAll(() => made.remove());

const ask = (asked: Partial<z.input<typeof KeynessInput>>) =>
  compareWords(made.corpus.read, KeynessInput.parse({ a: post, b: wire, ...asked }), noJob);
const counts = (rows: readonly KeynessRow[]) => rows.map(({ name, a, b }) => [name, a.count, b.count]);

test('words are counted, tested together, and shown where they stand in enough articles', async () => {
  const found = await ask({});
  expect(
    found.rows
      .slice(0, 2)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Families', 'Pirates']);
  const pirates = found.rows.find(({ key }) => key === 'pirates')!;
  expect(pirates).toMatchObject({
    a: { count: 0, articles: 0, perMillion: 0, dispersion: null },
    b: { count: 12, articles: 6, share: 1, dispersion: expect.closeTo(0, 9) as number },
    figures: { percent: -100 },
  });
  expect(pirates.figures!.lrc).toBeLessThan(0);
  // the numbers of the days stand in two articles each
  expect(found.tested).toBe(found.matching + 6);
  expect((await ask({ minArticles: 1 })).matching).toBe(found.tested);
});

test('a hidden row is tested all the same: q and LRC are those of the whole family', async () => {
  const [all, few] = [await ask({ minArticles: 1 }), await ask({ query: 'PIRÁT' })];
  expect(counts(few.rows)).toEqual([['Pirates', 0, 12]]);
  expect(few.rows[0]).toEqual(all.rows.find(({ key }) => key === 'pirates'));
  expect(few.tested).toBe(all.tested);
});

test('words are looked for folded, and named as they are most often written', async () => {
  const rows = (await ask({})).rows;
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  expect([...names]).toEqual(
    expect.arrayContaining([
      ['the', 'the'],
      ['reef', 'Reef'],
      ['cafe', 'café'],
      ['الاسد', 'الأسد'],
    ]),
  );
  expect(counts((await ask({ query: 'الاسد' })).rows)).toEqual([['الأسد', 6, 0]]);
});

test('a column sorts all rows that pass, not those alone that were given before; what is undefined comes last', async () => {
  const value = (cell: Cell) => (cell === 'only in A' ? Infinity : cell === 'only in B' ? -100 : cell);
  for (const [n, column] of KeynessColumn.options.entries())
    for (const direction of ['ascending', 'descending'] as const) {
      const sorted = await ask({ minArticles: 1, sort: { column, direction } });
      const few = await ask({ minArticles: 1, sort: { column, direction }, limit: 3 });
      expect(few.rows).toEqual(sorted.rows.slice(0, 3));
      const cells = sorted.rows.map((row, at) =>
        column === 'name' ? row.key : value(toKeynessTable(sorted).rows[at]![n]!),
      );
      const known = cells.filter((cell) => cell !== null);
      expect(cells.slice(0, known.length)).toEqual(known);
      const order = known.toSorted((x, y) => (x < y ? -1 : x > y ? 1 : 0));
      expect(known).toEqual(direction === 'ascending' ? order : order.toReversed());
    }
});

test('the lines of a verb are the claims that are said with it', async () => {
  const verb = (await ask({ of: 'verbs' })).rows.find(({ key }) => key === 'claimed')!;
  expect(verb).toMatchObject({ name: 'claimed', b: { count: 6 } });
  const list = async (meant: object) => {
    const input = MentionLinesInput.parse({ a: post, b: wire, of: 'mentions', side: 'b', ...meant });
    return listMentionLines(await openComparison(made.corpus.read, input, noJob), input);
  };
  const { total, lines } = await list({ verb: 'CLAIMED' });
  expect(total).toBe(verb.b.count);
  expect(new Set(lines.map(({ match }) => match))).toEqual(new Set(['Pirates fled']));
  expect(await list({ verb: 'said' })).toMatchObject({ total: 0 });
  expect(await list({ verb: 'claimed', source: 'words:the navy' })).toMatchObject({ total: 6 });
  expect(await list({ verb: 'claimed', source: 'anonymous' })).toMatchObject({ total: 0 });
});

test('what is drawn is of the whole family by LRC, whatever is looked for and in which order', async () => {
  const [all, few] = [await ask({}), await ask({ query: 'pier', sort: 'frequency', limit: 1 })];
  const byLrc = all.rows.filter(({ figures }) => figures!.lrc !== 0);
  expect(few.keyRows).toEqual(all.keyRows);
  expect(all.keyRows.map(({ name }) => name).toSorted()).toEqual(byLrc.map(({ name }) => name).toSorted());
  expect(all.keyRows.map(({ figures }) => figures!.lrc)).toEqual(
    byLrc.map(({ figures }) => figures!.lrc).toSorted((x, y) => y - x),
  );
});

test('labels, entities and verbs have what was marked as their base', async () => {
  expect(counts((await ask({ of: 'labels' })).rows).toSorted()).toEqual([
    ['actor', 6, 12],
    ['claim', 6, 6],
  ]);
  const entities = await ask({ of: 'entities' });
  expect(counts(entities.rows).toSorted()).toEqual([
    ['Mayor Dell', 6, 0],
    ['Reef Front', 0, 6],
  ]);
  expect(entities.sides).toMatchObject({ a: { size: 6 }, b: { size: 12 } });
  expect(entities.rows.find(({ name }) => name === 'Reef Front')!.b).toMatchObject({
    perMillion: 500_000,
    articles: 6,
  });
  expect(counts((await ask({ of: 'verbs' })).rows).toSorted()).toEqual([
    ['claimed', 0, 6],
    ['said', 6, 0],
  ]);
});

test('swapped sides mirror every figure and keep the order', async () => {
  for (const of of ['words', 'labels', 'entities', 'verbs'] as const) {
    const [there, back] = [await ask({ of, minArticles: 1 }), await ask({ of, minArticles: 1, a: wire, b: post })];
    expect(back.rows.map(({ name }) => name)).toEqual(there.rows.map(({ name }) => name));
    for (const [n, { a, b, figures }] of there.rows.entries()) {
      expect(back.rows[n]).toMatchObject({ a: b, b: a });
      for (const name of ['lrc', 'logRatio', 'g2'] as const)
        expect(back.rows[n]!.figures![name]).toBeCloseTo(-figures![name], 9);
      for (const name of ['q', 'bic'] as const) expect(back.rows[n]!.figures![name]).toBeCloseTo(figures![name], 9);
    }
  }
});

test('a side without anything has no differences, and the note says so', async () => {
  const found = await ask({ b: { outlets: ['Nobody'] } }).catch(() => undefined);
  const empty = found ?? (await ask({ b: { from: '1990-01-01', to: '1990-01-02' } }));
  expect(empty.rows.length).toBeGreaterThan(0);
  expect(empty.rows[0]).toMatchObject({ figures: null, b: { perMillion: null, dispersion: null } });
  const table = toKeynessTable(empty);
  expect(table.note).toContain('B has none: no difference is defined');
  expect(table.rows[0]!.slice(5, 8)).toEqual([null, null, null]);
});

test('lines of a word stand in the newest article first, and are as many as are counted', async () => {
  const list = async (asked: Partial<z.input<typeof WordLinesInput>>) => {
    const input = WordLinesInput.parse({ a: post, b: wire, word: 'families', side: 'a', context: 8, ...asked });
    return listWordLines(await openSides(made.corpus.read, input, noJob), input);
  };
  for (let round = 0; round < 2; round += 1) {
    const { total, articles, lines } = await list({ limit: 3 });
    expect({ total, articles }).toEqual({ total: 12, articles: 6 });
    expect(lines.map(({ date, match, voice }) => [date, match, voice])).toEqual([
      ['2024-03-15', 'Families', 'own'],
      ['2024-03-15', 'Families', 'quoted'],
      ['2024-03-14', 'Families', 'own'],
    ]);
    expect((await list({ offset: 3, limit: 1 })).lines[0]).toMatchObject({ date: '2024-03-14', voice: 'quoted' });
    expect(await list({ side: 'b' })).toEqual({ total: 0, articles: 0, lines: [] });
    const told = (await list({ word: 'pirates', side: 'b', limit: 2 })).lines;
    expect(told.map(({ voice }) => voice)).toEqual(['own', 'attributed']);
    expect((await list({ word: 'cafe', limit: 1 })).lines[0]!.match).toBe('café');
    const { db } = made.corpus.writer!;
    db.transaction(() => countStaleWords(db, 100)).immediate();
  }
});
