import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { getArticle, listArticleUids } from '../../../electron/corpus/repositories/article-repository.ts';
import { listQuotations } from '#shared/text/quotations';
import { createTestCorpus } from '../../helpers/corpus.ts';

const quotesOf = (text: string) =>
  listQuotations(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

test.each<[string, string, string[]]>([
  ['curly marks', 'He said “yes” and “no”.', ['“yes”', '“no”']],
  ['straight marks', 'He said "yes" and "no".', ['"yes"', '"no"']],
  ['angle marks', 'Il dit «oui» et « non ».', ['«oui»', '« non »']],
  ['single marks', 'the ‘rebels’ of the ‘north coast’', ['‘rebels’', '‘north coast’']],
  ['low marks', 'Er sagt „ja“.', ['„ja“']],
  ['marks at both ends', '"All of it."', ['"All of it."']],
  ['marks behind a bracket or a dash', '("one")—“two”', ['"one"', '“two”']],
  ['a curly and a straight mark', 'He said “yes" and "no” that day.', ['“yes"', '"no”']],
  ['Arabic', 'قال «نعم» ثم “لا” و"ربما" لتنظيم "القرش"، أمس', ['«نعم»', '“لا”', '"ربما"', '"القرش"']],
  ['straight marks behind a joined Arabic preposition', 'انتماؤه لـ"جبهة المرفأ" في الميناء', ['"جبهة المرفأ"']],
])('%s are found with what stands between them', (_, text, quotes) => {
  expect(quotesOf(text)).toEqual(quotes);
});

test.each<[string, string, string[]]>([
  ['single marks within double ones', '“They are ‘rebels’ to us,” he said.', ['“They are ‘rebels’ to us,”']],
  ['double marks within angle ones', '«He cried “fire” twice» he said', ['«He cried “fire” twice»']],
  ['the same marks within one another', '“She read “no” aloud” today', ['“She read “no” aloud”']],
  ['curly marks at the beginning of straight ones', '"“No” is no," he said', ['"“No” is no,"']],
  ['straight marks within curly ones', '“A "b" c” d', ['“A "b" c”']],
])('%s are part of the outer quotation', (_, text, quotes) => {
  expect(quotesOf(text)).toEqual(quotes);
});

test.each<[string, string, string[]]>([
  ['an apostrophe', 'Morrow’s mayor, the sailors’ pay and o’clock', []],
  ['a straight apostrophe', "Morrow's 'own' sailors' pay", []],
  ['an apostrophe within single marks', 'the ‘mayor’s men’ left', ['‘mayor’s men’']],
  ['an apostrophe within double marks', '“the sailors’ pay” rose', ['“the sailors’ pay”']],
  ['a mark that is never closed', 'He said “yes and left. "Why', []],
  ['a mark that is closed but never opened', 'and left.” They” said 5" or so', []],
  ['a sign for inches', '“The 5" gun fired,” he said of 6" shells', ['“The 5" gun fired,”']],
  ['a mark within a word', 'al-‘Ayn and Jom’ah', []],
  ['an unclosed mark before a quotation', 'He said “yes and “no”.', ['“no”']],
  ['an unclosed straight mark before a quotation', 'He said "yes and "no".', ['"no"']],
  ['a single mark at the start that is never closed', '‘Ayn was shut, he said.', []],
  ['an unclosed mark within a quotation', '“the ‘Ayn road” is shut', ['“the ‘Ayn road”']],
])('%s is none', (_, text, quotes) => {
  expect(quotesOf(text)).toEqual(quotes);
});

test('a paragraph that opens a quotation and does not close it is quoted to its end; marks do not reach the next one', () => {
  const text = '“We came.\n\n“We saw ‘it’ all.” He left.\n\nThen “nothing.\n\nMore” came.';
  const quotes = text.split('\n\n').map((paragraph) => {
    const start = text.indexOf(paragraph);
    return listQuotations(text, { start, end: start + paragraph.length }).map((span) =>
      text.slice(span.start, span.end),
    );
  });
  expect(quotes).toEqual([['“We came.'], ['“We saw ‘it’ all.”'], [], []]);
});

test('a text that is nothing but marks is gone through in one pass', () => {
  for (const text of ['“', '”', '"', ' "', '«“', '“”', '‘ ', "“ x ”'"]) {
    const quotes = quotesOf(text.repeat(50_000));
    expect(quotes.length).toBeLessThanOrEqual(50_000);
  }
});

const folder = process.env['GALLEY_SEEDS'] ?? fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));
const Checked = z.array(
  z.object({ textSha256: z.string(), quotations: z.array(z.tuple([z.int().nonnegative(), z.int().positive()])) }),
);

/** Each was read, and what stands beside it, in the twelve articles of the seeds: no other quotation is in them. */
test.skipIf(!existsSync(folder))('every quotation of the seeds is found, and nothing else', async () => {
  const fixture = new URL('../../fixtures/quotations/seeds.json', import.meta.url);
  const checked = Checked.parse(JSON.parse(readFileSync(fixture, 'utf8')));
  const made = createTestCorpus();
  await made.import(Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))])));
  const found = listArticleUids(made.corpus.read, {}).map((uid) => {
    const { text, blocks } = getArticle(made.corpus.read, uid);
    return {
      textSha256: createHash('sha256').update(text).digest('hex'),
      quotations: blocks.flatMap((block) => listQuotations(text, block).map(({ start, end }) => [start, end])),
    };
  });
  expect(found.sort((x, y) => (x.textSha256 < y.textSha256 ? -1 : 1))).toEqual(checked);
  expect(checked.flatMap(({ quotations }) => quotations)).toHaveLength(34);
});
