import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { getArticle } from '../../../electron/corpus/repositories/article-repository.ts';
import { createTestCorpus, type Files } from '../../helpers/corpus.ts';

const folder = new URL('../../fixtures/pages/', import.meta.url);
/** `title` is null where a page has no headline. */
type Expected = {
  articles: { title: string | null; outlet: string | null; date: string | null }[];
  boilerplate: string[];
};
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<string, Expected>;
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

/** Pages of one kind: those of a family share a footer, which is found only when they come together. */
const kinds = ['single', 'listing', 'family', 'whole'];

test('there are ten invented pages of each kind, and some that must not be split', () => {
  const names = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.txt'));
  expect(names.sort()).toEqual(Object.keys(expected).sort());
  const count = (kind: string) => names.filter((name) => name.startsWith(kind)).length;
  expect(kinds.map(count)).toEqual([10, 10, 10, 5]);
});

describe.each(kinds)('%s pages', (kind) => {
  const names = Object.keys(expected).filter((name) => name.startsWith(kind));

  test('become the articles that a person sees on them, with outlet, date and boilerplate', async () => {
    const made = createTestCorpus();
    const groups: Files[] =
      kind === 'family'
        ? [Object.fromEntries(names.map((name) => [name, read(name)]))]
        : names.map((name) => ({ [name]: read(name) }));
    const found: Record<string, Expected> = {};
    for (const files of groups) {
      const { articles, errors } = await made.import(files);
      expect(errors).toEqual([]);
      const whole = articles.map(({ uid }) => getArticle(made.corpus.read, uid));
      for (const name of Object.keys(files)) {
        const own = whole.filter(({ source }) => source === name);
        expect(own.map(({ text }) => text).join('')).toBe(read(name)); // nothing of the text is dropped
        found[name] = {
          articles: own.map(({ title, outlet, date, blocks }) => ({
            // without a headline an article is called by its first words
            title: blocks.some(({ kind: each }) => each === 'title') ? title : null,
            outlet,
            date,
          })),
          boilerplate: own.flatMap(({ text, blocks }) =>
            blocks
              .filter((block) => block.kind === 'boilerplate')
              .map(({ start, end }) => text.slice(start, end).trim()),
          ),
        };
      }
    }
    for (const name of names) {
      expect({ name, articles: found[name]!.articles }).toEqual({ name, articles: expected[name]!.articles });
      const missing = expected[name]!.boilerplate.filter(
        (words) => !found[name]!.boilerplate.some((block) => block.includes(words)),
      );
      expect({ name, missing }).toEqual({ name, missing: [] });
    }
  });
});

test('a page that is not to be split is one article', async () => {
  const made = createTestCorpus();
  const { articles } = await made.import({ 'listing-01.txt': read('listing-01.txt') }, { options: { split: 'never' } });
  expect(articles).toHaveLength(1);
});

test('a page is cut where the person says, and each article is called what the person says', async () => {
  const made = createTestCorpus();
  const text = 'First headline\n\nSome words of the first one.\n\nSecond headline\n\nSome words of the second.\n';
  const at = text.indexOf('Second');
  const { articles } = await made.import(
    { 'page.txt': text },
    { choice: { cuts: [at], articles: [{ start: at, title: 'Mine', outlet: 'The Paper', date: '2019-01' }] } },
  );
  expect(articles).toMatchObject([
    { title: 'First headline', outlet: null, date: null },
    { title: 'Mine', outlet: 'The Paper', date: '2019-01' },
  ]);
  expect(articles.map(({ uid }) => getArticle(made.corpus.read, uid).text)).toEqual([
    text.slice(0, at),
    text.slice(at),
  ]);
});

test('the outlet that a person gives goes to articles whose text names none', async () => {
  const made = createTestCorpus();
  const named = 'A headline here\n\nTEHRAN (FNA)- The first words of a paragraph that goes on for a while.\n';
  const unnamed = 'Another headline\n\nThe first words of a paragraph that goes on for a good while.\n';
  const { articles } = await made.import({ 'a.txt': named, 'b.txt': unnamed }, { options: { outlet: 'The Paper' } });
  expect(articles.map(({ outlet }) => outlet)).toEqual(['FNA', 'The Paper']);
});

test('the same text from another file is imported and said', async () => {
  const made = createTestCorpus();
  const text = 'A headline here\n\nThe first words of a paragraph that goes on for a while.';
  const { articles } = await made.import({ 'a.txt': text, 'b.txt': `\uFEFF${text}` });
  expect(articles.map(({ status }) => status)).toEqual(['imported', 'imported']);
  expect(articles[1]!.sameTextAs).toBe(articles[0]!.uid);
  expect(articles[1]!.sha256).toBe(articles[0]!.sha256);
});

test('one file named twice in an import is taken once', async () => {
  const made = createTestCorpus();
  const text = 'A headline here\n\nThe first words of a paragraph that goes on for a while.';
  const { articles } = await made.import({ 'a.txt': text, 'b.txt': text });
  expect(articles.map(({ status }) => status)).toEqual(['imported', 'already-there']);
});
