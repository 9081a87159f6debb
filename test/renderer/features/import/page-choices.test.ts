import { describe, expect, it } from 'vitest';
import type { ImportPlan, PlannedPage, PlannedTable } from '#shared/domain/import';
import {
  addCut,
  chooseField,
  countPlan,
  listBadDates,
  removeCut,
  toImportChoice,
  toTableImport,
  type ImportFile,
} from '../../../../renderer/features/import/page-choices.ts';

const article = (start: number, status: 'new' | 'already-there' = 'new') => ({ start, status, outlet: null });
const toPage = (...articles: ReturnType<typeof article>[]) =>
  ({ handle: 'h', sha256: 'a'.repeat(64), articles }) as unknown as PlannedPage;
const toFile = (details: ImportFile['details'] = {}) => ({ handle: 'h', name: 'p.txt', details }) as ImportFile;
const toPlan = (page: PlannedPage, ...tables: { fresh: number; there: number }[]) =>
  ({ pages: [page], tables, errors: [{}] }) as unknown as ImportPlan;

describe('cuts', () => {
  const page = toPage(article(0), article(40), article(90));
  it('are the places of all articles, with the new one in its place', () => {
    expect(addCut(page, 60)).toEqual([0, 40, 60, 90]);
    expect(addCut(page, 40)).toEqual([0, 40, 90]);
  });
  it('lose one place where two articles are joined; the first article stays', () => {
    expect(removeCut(page, 40)).toEqual([0, 90]);
    expect(removeCut(page, 0)).toEqual([0, 40, 90]);
  });
});

describe('toImportChoice', () => {
  it('sends what a person wrote, trimmed, with the hash of what they looked at', () => {
    const file = toFile({ 0: { title: ' A pier ', outlet: ' Post ', date: ' 2024-05 ' } });
    expect(toImportChoice(file, toPage(article(0)))).toEqual({
      handle: 'h',
      sha256: 'a'.repeat(64),
      articles: [{ start: 0, title: 'A pier', outlet: 'Post', date: '2024-05' }],
    });
  });
  it('an emptied outlet or date is not known; an emptied title is the one that was found', () => {
    const file = toFile({ 0: { title: '', outlet: '', date: ' ' } });
    expect(toImportChoice(file, toPage(article(0))).articles).toEqual([{ start: 0, outlet: null, date: null }]);
  });
  it('what was written of an article that is no more is not sent', () => {
    expect(toImportChoice(toFile({ 40: { title: 'Gone' } }), toPage(article(0))).articles).toEqual([]);
  });
});

it('counts what comes in, is there already and is left out', () => {
  const page = toPage(article(0), article(40, 'already-there'), article(90));
  expect(countPlan(toPlan(page))).toEqual({ coming: 2, there: 1, leftOut: 1 });
  expect(countPlan(toPlan(page, { fresh: 800, there: 4 }))).toEqual({ coming: 802, there: 5, leftOut: 1 });
});

it('names articles that would come in with a date that cannot be read', () => {
  const page = toPage(article(0), article(40, 'already-there'), article(90));
  const file = toFile({ 0: { date: '2024-02-30' }, 40: { date: 'x' }, 90: { date: '2024' } });
  expect(listBadDates([file], toPlan(page))).toEqual([{ handle: 'h', start: 0 }]);
});

describe('the columns of a table', () => {
  const columns = [
    { name: 'head', field: 'title' as const },
    { name: 'body', field: 'text' as const },
    { name: 'place', field: null },
  ];
  it('are taken for one field each: the column that was it before is none', () => {
    expect(chooseField({ columns }, undefined, 'place', 'title')).toEqual({ map: { title: 'place' }, dateOrder: null });
  });
  it('are kept as metadata where that is chosen, and other choices stand', () => {
    const before = { map: { outlet: 'place' }, dateOrder: 'dmy' as const };
    expect(chooseField({ columns }, before, 'head', null)).toEqual({
      map: { outlet: 'place', title: null },
      dateOrder: 'dmy',
    });
  });
  it('leave their old field when they become another', () => {
    expect(chooseField({ columns }, undefined, 'head', 'text').map).toEqual({ title: null, text: 'head' });
  });
  it('are sent with the hash of what was looked at, and an outlet where one was written', () => {
    const table = { sha256: 'a'.repeat(64) } as PlannedTable;
    const file = { ...toFile(), outlet: ' Post ', table: { map: {}, dateOrder: 'mdy' as const } };
    expect(toTableImport(file, table)).toEqual({
      handle: 'h',
      sha256: 'a'.repeat(64),
      outlet: 'Post',
      table: { map: {}, dateOrder: 'mdy' },
    });
    expect(toTableImport({ ...file, outlet: ' ' }, table)).not.toHaveProperty('outlet');
  });
});
