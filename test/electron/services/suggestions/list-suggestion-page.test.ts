import { expect, test } from 'vitest';
import { NewPrediction } from '#shared/domain/suggestion';
import { addPredictions } from '../../../../electron/services/suggestions/add-predictions.ts';
import { listSuggestionPage } from '../../../../electron/services/suggestions/list-suggestion-page.ts';
import { listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';

const TEXT = 'the glimmer of zorn and the mild xyzzy over plugh\n';

/** An article in which a tool predicts three names. */
async function createPredicted() {
  const made = createTestCorpus();
  const article = await made.importText(TEXT);
  const predict = async (...words: string[]) => {
    const predictions = words.map((word) => {
      const start = TEXT.indexOf(word);
      return NewPrediction.parse({ article, label: 'actor', spans: [{ start, end: start + word.length }] });
    });
    await addPredictions(made.corpus, made.sara, { tool: 'a tool', predictions }, noJob);
  };
  await predict('zorn', 'xyzzy', 'plugh');
  const { read } = made.corpus;
  const other = await made.importText('nothing of note\n', 'other.txt');
  const listPage = (offset: number, limit?: number, { of = article, person = 'Sara' } = {}) =>
    listSuggestionPage(read, { article: of, offset, limit }, person);
  return { made, article, other, predict, listPage, listAll: () => listSuggestions(read, article, 'Sara') };
}

test('pages together are the list, and say how long that is', async () => {
  const { listPage, listAll } = await createPredicted();
  const pages = [listPage(0, 2), listPage(2, 2)];
  expect(pages.map(({ total }) => total)).toEqual([3, 3]);
  expect(pages.flatMap(({ suggestions }) => suggestions)).toEqual(listAll());
  expect(listPage(0)).toEqual({ total: 3, suggestions: listAll() });
});

test('a page comes from the list that the page before it came from, until something has changed', async () => {
  const { predict, listPage } = await createPredicted();
  const [first] = listPage(0, 1).suggestions;
  expect(listPage(0, 1).suggestions[0]).toBe(first);
  await predict('glimmer');
  expect(listPage(0, 1)).toMatchObject({ total: 4, suggestions: [{ spans: [{ quote: 'glimmer' }] }] });
});

test('a page is of the article and for the person that are asked for, whatever page came before', async () => {
  const { made, article, other, listPage } = await createPredicted();
  made.tag(article, 'actor', TEXT.indexOf('plugh'), TEXT.indexOf('plugh') + 5, 'Omar');
  expect(listPage(0, 1).total).toBe(3);
  expect(listPage(0, 1, { of: other }).total).toBe(0);
  expect(listPage(0, 1).total).toBe(3);
  expect(listPage(0, 1, { person: 'Omar' }).total).toBe(2);
});
