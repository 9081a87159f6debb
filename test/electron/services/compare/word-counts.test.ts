import { expect, test } from 'vitest';
import { Compared } from '#shared/domain/comparison';
import { countStaleWords } from '../../../../electron/corpus/derived/article-words.ts';
import { openComparison } from '../../../../electron/services/compare/comparison.ts';
import { readWordCounts, type WordCounts } from '../../../../electron/services/compare/word-counts.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

/** The corpus of Gries 2008, 10.1075/ijcl.13.4.02gri: five parts; DP of its “a” is .18. */
const parts = [
  'b a m n i b e u p',
  'b a s a t b e w q n',
  'b c a g a b e s t a',
  'b a g h a b e a a t',
  'b a h a a b e a x a t',
];

const compared = Compared.parse({ a: { outlets: ['Parts'] }, b: { outlets: ['Other'] } });

async function read({ corpus: { read: db } }: TestCorpus, sides = compared) {
  const { words, getWord, ...counts } = await readWordCounts(await openComparison(db, sides, noJob));
  const find = (word: string) => Array.from({ length: words }, (_, n) => n).find((n) => getWord(n) === word)!;
  const get = (side: 'a' | 'b', word: string) => {
    const { frequency, range, dispersion } = counts[side];
    const n = find(word);
    return { frequency: frequency[n], range: range[n], dispersion: dispersion[n] };
  };
  return { ...counts, get };
}
const sizes = ({ articles, tokens, leftOut }: WordCounts) => ({ articles, tokens, leftOut });

test('frequency, range and dispersion are those of the published example, before the words are stored and after', async () => {
  const made = createTestCorpus();
  const texts = Object.fromEntries(parts.map((text, n) => [`part ${n}.txt`, text]));
  await made.import(texts, { options: { outlet: 'Parts', split: 'never' } });
  await made.import({ 'other.txt': 'z z a' }, { options: { outlet: 'Other' } });
  const { db } = made.corpus.writer!;
  for (let round = 0; round < 3; round += 1) {
    const { a, b, get } = await read(made);
    expect(sizes(a)).toEqual({ articles: 5, tokens: 50, leftOut: 0 });
    expect(sizes(b)).toEqual({ articles: 1, tokens: 3, leftOut: 0 });
    expect(get('a', 'a')).toEqual({ frequency: 15, range: 5, dispersion: expect.closeTo(0.18, 10) as number });
    expect(get('a', 'x')).toMatchObject({ frequency: 1, range: 1, dispersion: expect.closeTo(0.78, 10) as number });
    expect(get('a', 'z')).toEqual({ frequency: 0, range: 0, dispersion: NaN });
    expect(get('b', 'z')).toEqual({ frequency: 2, range: 1, dispersion: 0 });
    db.transaction(() => countStaleWords(db, 3)).immediate(); // half of them, then all
  }
});

test('a side that means no article has no words', async () => {
  const made = createTestCorpus();
  await made.import({ 'other.txt': 'z z a' }, { options: { outlet: 'Other' } });
  const { a, get } = await read(made);
  expect(sizes(a)).toEqual({ articles: 0, tokens: 0, leftOut: 0 });
  expect(get('a', 'z')).toEqual({ frequency: 0, range: 0, dispersion: NaN });
});
