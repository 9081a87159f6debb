import { beforeEach, expect, test } from 'vitest';
import { Compared } from '#shared/domain/comparison';
import { countStaleWords } from '../../../../electron/corpus/derived/article-words.ts';
import { keepView, readBasisOfWords } from '../../../../electron/services/compare/kept-views.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

let made: TestCorpus;
let article: string;
let times: number;
beforeEach(async () => {
  made = createTestCorpus();
  article = await made.importText(SAMPLE_TEXT);
  times = 0;
});

const look = (input: unknown, make = () => Promise.resolve((times += 1)), readBasis?: () => Promise<string>) =>
  keepView(made.corpus.read, { channel: 'a view', input }, make, readBasis);
const ofWords = () => look('words', undefined, () => readBasisOfWords(made.corpus.read, Compared.parse({}), noJob));

/** A moment in which nobody works. */
function countWords(): void {
  const { db } = made.corpus.writer!;
  while (db.transaction(() => countStaleWords(db)).immediate() > 0);
}

/** Says what kind of text all of the article is. */
const markBlock = (kind: 'boilerplate' | 'paragraph') =>
  writeStep(made.corpus, made.sara, 'edit article', (step) =>
    step.update('article', article, {
      blocks: [{ kind, start_offset: 0, end_offset: SAMPLE_TEXT.length, repeat_of: null, found_by: 'person' }],
    }),
  );

test('a view that was made is given again, until something is committed', async () => {
  expect([await look('x'), await look('y'), await look('x')]).toEqual([1, 2, 1]);
  made.tag(article, 'actor', 0, 7);
  expect([await look('x'), await look('x')]).toEqual([3, 3]);
});

test('a view of words is given again after a tag, and made anew when an article comes', async () => {
  countWords();
  expect(await ofWords()).toBe(1);
  made.tag(article, 'actor', 0, 7);
  expect([await ofWords(), await ofWords()]).toEqual([1, 1]);
  await made.importText('Another text.', 'other.txt');
  expect(await ofWords()).toBe(2);
  countWords();
  expect([await ofWords(), await ofWords()]).toEqual([3, 3]);
});

test('a view of words is made anew when an article changes again before its words are counted', async () => {
  markBlock('boilerplate');
  expect([await ofWords(), await ofWords()]).toEqual([1, 1]);
  markBlock('paragraph');
  expect(await ofWords()).toBe(2);
});

test('a view during which something was committed is not kept', async () => {
  const make = () => {
    made.tag(article, 'actor', 0, 7);
    return Promise.resolve((times += 1));
  };
  const readBasis = () => Promise.resolve('the same');
  expect([await look('x', make, readBasis), await look('x', make, readBasis)]).toEqual([1, 2]);
});

test('a view that failed, or was stopped, is made again', async () => {
  const fail = () => Promise.reject(new Error('stopped'));
  await expect(look('x', fail)).rejects.toThrow('stopped');
  expect(await look('x')).toBe(1);
});

test('of many views those that were looked at last are kept', async () => {
  for (let n = 0; n < 40; n += 1) await look(n);
  await look(0);
  await look(40);
  expect([await look(0), await look(1)]).toEqual([1, 42]);
});
