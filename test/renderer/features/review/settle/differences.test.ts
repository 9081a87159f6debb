import { expect, test } from 'vitest';
import { readAdjudication } from '../../../../../electron/services/adjudication/read-adjudication.ts';
import {
  describePair,
  findNext,
  listPairs,
  questionOf,
} from '../../../../../renderer/features/review/settle/differences.ts';
import { createTestCorpus } from '../../../../helpers/corpus.ts';
import { importTaggedTwice } from '../../../../helpers/tagged-twice.ts';

const names = { left: 'Sara', right: 'Omar' };

async function listTwice() {
  const made = createTestCorpus();
  const article = await importTaggedTwice(made);
  return listPairs(readAdjudication(made.corpus.read, null, article));
}

test('each difference is asked about in words, and the queue says what the two say', async () => {
  const pairs = await listTwice();
  expect(pairs.map((pair) => [questionOf(pair, names), describePair(pair, names)])).toEqual([
    ['Label: what is “harbour authority” here?', 'actor or location?'],
    [
      'Boundary: where does “Hana Treq, who keeps the list” begin and end?',
      '“Hana Treq, who keeps the list” or “Hana Treq”?',
    ],
    ['Entity: whom or what does “حرس السواحل” mean?', 'Temsar Coast Guard or Reef Front?'],
    [
      'Attributes: what is said of “Her list had 211 names on Wednesday”?',
      'figures (what other, min 211) or figures –?',
    ],
    ['Only Omar tagged “The tank farm burned for a second night”: is it a claim?', 'Omar only'],
    ['Only Sara tagged “Firemen from Marsa Ilun”: is it an actor?', 'Sara only'],
  ]);
});

test('after a difference comes the next that is open in the order of the queue, round it, without those being decided', async () => {
  const pairs = await listTwice();
  expect(pairs.map(({ group }) => group)).toEqual(['label', 'boundary', 'entity', 'attributes', 'only', 'only']);
  const uids = pairs.map(({ difference }) => difference.uid);
  expect(findNext(pairs, uids[4]!, new Set())).toBe(pairs[5]);
  expect(findNext(pairs, uids[5]!, new Set([uids[0]!]))).toBe(pairs[1]);
  expect(findNext(pairs, uids[0]!, new Set(uids))).toBeUndefined();
});
