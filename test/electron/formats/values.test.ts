import { describe, expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import type { DatasetArticle, Format } from '../../../electron/formats/format.ts';
import { formats } from '../../../electron/formats/formats.ts';
import { valuesStand } from '../../../electron/formats/recheck-values.ts';
import { fromPlain } from '../../../electron/formats/plain-values.ts';
import { toDataset, toWritten, writeInMemory } from '../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../helpers/formats/plain-article.ts';
import { readFound } from '../../helpers/formats/samples.ts';

const FAR = '𝔘𝔘𝔘 said so';
const FAR_UID = ArticleId.parse('00000002-00a1-8000-8000-000000000002');
type Words = { article: string; start: number; end: number; quote: string };
type Values = Partial<Record<'attributes' | 'kept', (own: string) => Words>>;

/** Two articles; the claim of the first has spans as values, which stand in either. */
function twoArticles({ attributes, kept }: Values): [DatasetArticle, DatasetArticle] {
  const one = plainArticle('👍🏽 Ann met Bob', ['claim', 5, 8]);
  const two = plainArticle(FAR);
  two.article.uid = FAR_UID;
  const { uid } = one.article;
  one.textOf = two.textOf = (asked) => (asked === uid ? one : two).article.text;
  if (attributes) one.annotations[0]!.attributes = { span: attributes(uid) };
  if (kept) one.annotations[0]!.kept = { 'actor: words': kept(uid) };
  return [one, two];
}

const recheck = async (format: Format, values: Values) => {
  const dataset = toDataset(twoArticles(values));
  return (await format.recheck(toWritten(await writeInMemory(format, dataset)), dataset)).mismatches.join();
};

const withValues = formats.filter(({ carries, reader }) => carries.has('attribute') && reader);

/** In which the texts of all articles are at hand where one of them is checked. */
const withAllTexts = withValues.filter(({ name }) => ['jsonl', 'csv', 'tsv', 'brat'].includes(name));

test.each(withAllTexts)(
  '$name: a value whose words in another article are others does not check out',
  async (format) => {
    const far = (quote: string) => () => ({ article: FAR_UID, start: 7, end: 11, quote });
    expect(await recheck(format, { attributes: far('said') })).toBe('');
    expect(await recheck(format, { attributes: far('sold') })).toMatch(/./u);
  },
);

describe.each(withValues)('$name', (format) => {
  test('a value in another article counts in that one’s text', async () => {
    const articles = twoArticles({ attributes: () => ({ article: FAR_UID, start: 7, end: 11, quote: 'said' }) });
    const found = await readFound(format, await writeInMemory(format, toDataset(articles)));
    const [annotation] = found.flatMap((each) => ('document' in each ? each.document.annotations : []));
    const said = fromPlain({ type: 'span', isList: false }, annotation!.attributes['span']);
    const [start, end] = format.units[0] === 'utf16' ? [7, 11] : [4, 8];
    expect(said).toEqual({ article: FAR_UID, start, end, quote: 'said' });
  });

  const own = (quote: string) => (article: string) => ({ article, start: 9, end: 12, quote });

  test('a value whose words are others does not check out', async () => {
    for (const place of ['attributes', 'kept'] as const) {
      if (!format.carries.has(place === 'kept' ? 'kept' : 'attribute')) continue;
      expect(await recheck(format, { [place]: own('met') })).toBe('');
      expect([place, await recheck(format, { [place]: own('set') })]).toEqual([place, expect.stringMatching(/./u)]);
    }
  });
});

test('a value that ends behind the text, or begins before it, does not stand there', () => {
  const stands = (start: number, end: number) =>
    valuesStand(JSON.stringify({ article: 'x', start, end, quote: 'Bob' }), () => '𝔘 Bob');
  expect([stands(2, 5), stands(2, 6), stands(-3, 5)]).toEqual([true, false, false]);
});
