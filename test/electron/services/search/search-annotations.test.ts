import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { searchAnnotations } from '../../../../electron/services/search/search-annotations.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { createTestCorpus, type TestCorpus } from '../../../helpers/corpus.ts';

const FNA = 'In Sukhna four soldiers died, Amaq said. Homs was calm, SANA said.';
const SANA = 'Calm in Homs.\nNobody died in Palmyra.';

let made: TestCorpus;
let articles: { fna: string; sana: string };
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  articles = { fna: await made.importText(FNA, 'fna.txt'), sana: await made.importText(SANA, 'sana.txt') };
  editArticle(made.corpus, made.sara, articles.fna, { outlet: 'FNA', date: '2018' });
  editArticle(made.corpus, made.sara, articles.sana, { outlet: 'SANA', date: '2019' });
  for (const name of ['Amaq', 'SANA']) addTestEntity(made, 'actor', name);
  for (const name of ['Sukhna', 'Homs', 'Emesa']) addTestEntity(made, 'location', name);
  const tag = (article: string, label: string, quote: string, more = {}) => {
    const start = (article === articles.fna ? FNA : SANA).indexOf(quote);
    createAnnotation(made.corpus, made.sara, {
      article,
      label,
      spans: [{ start, end: start + quote.length }],
      ...more,
    });
  };
  tag(articles.fna, 'claim', 'four soldiers died', {
    attributes: { attribution: [{ who: 'Amaq' }], figures: [{ what: 'dead', min: 4, max: 4 }], verdict: 'contested' },
  });
  tag(articles.fna, 'claim', 'Homs was calm', { attributes: { attribution: [{ who: 'SANA' }] } });
  tag(articles.sana, 'claim', 'Nobody died', { attributes: { attribution: [{ who: 'the outlet' }] } });
  tag(articles.fna, 'location', 'Sukhna');
  tag(articles.fna, 'location', 'Homs');
  tag(articles.sana, 'location', 'Homs', { entity: 'Emesa' });
  tag(articles.sana, 'location', 'Palmyra');
  mergeEntities(made.corpus, made.sara, 'Emesa', 'Homs');
});
afterAll(() => made.remove());

type Search = Parameters<typeof searchAnnotations>[1];
const search = (asked: Partial<Search>) =>
  searchAnnotations(made.corpus.read, { filter: {}, conditions: [], offset: 0, limit: 50, context: 5, ...asked });
const quotes = (asked: Partial<Search>) => search(asked).hits.map(({ match }) => match);

test('claims whose speaker is somebody', () => {
  expect(
    search({ filter: { labels: ['claim'] }, conditions: [{ attribute: 'attribution.who', value: 'amaq' }] }),
  ).toEqual({
    total: 1,
    hits: [
      expect.objectContaining({
        article: articles.fna,
        outlet: 'FNA',
        date: '2018',
        label: 'claim',
        annotator: 'Sara',
        left: 'khna ',
        match: 'four soldiers died',
        right: ', Ama',
      }),
    ],
  });
});

test('annotations by a text, a number, any value, or a field of a group', () => {
  expect(quotes({ conditions: [{ attribute: 'verdict', value: 'Contested' }] })).toEqual(['four soldiers died']);
  expect(quotes({ conditions: [{ attribute: 'figures.min', value: '4' }] })).toEqual(['four soldiers died']);
  expect(quotes({ conditions: [{ attribute: 'figures' }, { attribute: 'attribution', value: 'Amaq' }] })).toEqual([
    'four soldiers died',
  ]);
  expect(quotes({ conditions: [{ attribute: 'figures' }, { attribute: 'attribution', value: 'SANA' }] })).toEqual([]);
});

test('locations that are tagged in one outlet only, merged entities being one', () => {
  expect(quotes({ filter: { labels: ['location'] }, onlyIn: 'fna' })).toEqual(['Sukhna']);
  expect(quotes({ filter: { labels: ['location'] }, onlyIn: 'SANA' })).toEqual(['Palmyra']);
});

test('annotations by their words, of the newest article first, page by page', () => {
  expect(quotes({ quote: 'homs' })).toEqual(['Homs', 'Homs was calm', 'Homs']);
  expect(quotes({ quote: 'homs', offset: 1, limit: 1 })).toEqual(['Homs was calm']);
  expect(quotes({ quote: '%' })).toEqual([]);
  expect(quotes({ filter: { entities: ['Emesa'], outlets: ['SANA'] } })).toEqual(['Homs']);
});

test('an attribute or outlet that is not there is said so', () => {
  const codeOf = (asked: Partial<Search>) => {
    try {
      return search(asked);
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  expect(codeOf({ conditions: [{ attribute: 'nothing' }] })).toBe('attribute-not-there');
  expect(codeOf({ onlyIn: 'Nobody' })).toBe('outlet-unknown');
});
