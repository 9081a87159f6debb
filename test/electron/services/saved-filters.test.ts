import { expect, test } from 'vitest';
import { listSavedFilters } from '../../../electron/corpus/repositories/saved-filter-repository.ts';
import { readFilter, removeFilter, renameFilter, saveFilter } from '../../../electron/services/saved-filters.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus } from '../../helpers/corpus.ts';

const winter = { outlets: ['FNA'], from: '2019-01', to: '2019-02' };

test('a filter is kept by name, and one of the same name, whatever its case, is changed', () => {
  const { corpus, sara } = createTestCorpus();
  const first = saveFilter(corpus, sara, { name: 'Winter', filter: winter });
  expect(first).toMatchObject({ name: 'Winter', filter: winter, annotator: 'Sara' });
  expect(saveFilter(corpus, sara, { name: 'winter', filter: { from: '2018' } }).uid).toBe(first.uid);
  expect(listSavedFilters(corpus.read)).toMatchObject([{ name: 'winter', filter: { from: '2018' } }]);
  undo(corpus, sara, false);
  expect(listSavedFilters(corpus.read)).toEqual([first]);
});

test('a filter is renamed and removed, each taken back whole', () => {
  const { corpus, sara } = createTestCorpus();
  saveFilter(corpus, sara, { name: 'Winter', filter: winter });
  renameFilter(corpus, sara, { filter: 'winter', name: 'Manbij' });
  expect(listSavedFilters(corpus.read)).toMatchObject([{ name: 'Manbij', filter: winter }]);
  removeFilter(corpus, sara, 'MANBIJ');
  expect(listSavedFilters(corpus.read)).toEqual([]);
  undo(corpus, sara, false);
  undo(corpus, sara, false);
  expect(listSavedFilters(corpus.read)).toMatchObject([{ name: 'Winter', filter: winter }]);
  redo(corpus, sara, false);
  expect(listSavedFilters(corpus.read)).toMatchObject([{ name: 'Manbij' }]);
});

test('what cannot be read, is unknown or has a name that is taken is refused', () => {
  const { corpus, sara } = createTestCorpus();
  saveFilter(corpus, sara, { name: 'Winter', filter: winter });
  saveFilter(corpus, sara, { name: 'Manbij', filter: {} });
  expect(codeOf(() => saveFilter(corpus, sara, { name: 'x', filter: { search: '"open' } }))).toBe('query-unclosed');
  expect(codeOf(() => renameFilter(corpus, sara, { filter: 'Winter', name: 'manbij' }))).toBe('filter-exists');
  expect(codeOf(() => renameFilter(corpus, sara, { filter: 'Summer', name: 'x' }))).toBe('filter-unknown');
  expect(codeOf(() => removeFilter(corpus, sara, 'Summer'))).toBe('filter-unknown');
  expect(listSavedFilters(corpus.read).map(({ name }) => name)).toEqual(['Manbij', 'Winter']);
});

test('a saved filter stands for what it says, but for what is said beside it', () => {
  const { corpus, sara } = createTestCorpus();
  saveFilter(corpus, sara, { name: 'Winter 2019', filter: winter });
  expect(readFilter(corpus.read, 'filter="winter 2019" to=2019-03')).toEqual({ ...winter, to: '2019-03' });
  expect(codeOf(() => readFilter(corpus.read, 'filter=summer'))).toBe('filter-unknown');
  expect(codeOf(() => readFilter(corpus.read, 'FMA'))).toBe('outlet-unknown');
});
