import { expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { toKnownNames } from '../../../../renderer/features/annotate/known-names.ts';

const text = 'the reef men and the Front of the sea; the front line, the reef men again';
const span = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const labels = [
  { name: 'actor', entityKinds: ['actor'] },
  { name: 'claim', entityKinds: [] },
] as unknown as Label[];
const tagged = (label: string, words: string, rest: Partial<Annotation> = {}) =>
  ({ label, spans: [{ ...span(words), quote: words }], state: 'unchecked', entity: null, ...rest }) as Annotation;
const again = text.lastIndexOf('reef');

test('a form that was tagged here is known elsewhere in the article, and so is its entity’s name', () => {
  const known = toKnownNames(text, [tagged('actor', 'reef men', { entity: 'Front of the sea' })], labels, []);
  expect(known(again + 2)).toEqual(span('reef men', again));
  expect(known(text.indexOf('sea'))).toEqual(span('Front of the sea'));
  expect(known(text.indexOf('line'))).toBeUndefined();
});

test('claims and rejected mentions make nothing known', () => {
  const annotations = [tagged('claim', 'reef men'), tagged('actor', 'reef men', { state: 'rejected' })];
  expect(toKnownNames(text, annotations, labels, [])(again)).toBeUndefined();
});

test('what is suggested at the place comes first, the longest of it', () => {
  const suggestions = ['reef', 'the reef men'].map((words) => ({ label: { name: 'actor' }, spans: [span(words)] }));
  const known = toKnownNames(text, [tagged('actor', 'reef men')], labels, suggestions);
  expect(known(text.indexOf('reef'))).toEqual(span('the reef men'));
  expect(known(again)).toEqual(span('reef men', again));
});
