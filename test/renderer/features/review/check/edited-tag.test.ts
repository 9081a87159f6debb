import { expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import {
  findReason,
  moveWords,
  relabel,
  toCorrection,
  toEdited,
  toMissing,
} from '../../../../../renderer/features/review/check/edited-tag.ts';

const text = 'said “Hana Treq, who keeps” the list.';
const find = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const quote = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

test('an end that comes nearer takes a whole word away, and the marks that stood before it', () => {
  expect(quote(moveWords(text, find('Hana Treq, who'), 'end', -1))).toBe('Hana Treq');
  expect(quote(moveWords(text, find('said “Hana Treq'), 'start', 1))).toBe('Hana Treq');
});

test('an end that goes further takes a whole word in, and what would be nothing stays as it is', () => {
  expect(quote(moveWords(text, find('Hana Treq'), 'end', 1))).toBe('Hana Treq, who');
  expect(quote(moveWords(text, find('Treq'), 'start', -1))).toBe('Hana Treq');
  expect(quote(moveWords(text, find('Treq'), 'end', -1))).toBe('Treq');
  expect(quote(moveWords(text, find('Treq'), 'start', 1))).toBe('Treq');
});

const labels = [
  { name: 'actor', entityKinds: ['agency'] },
  { name: 'location', entityKinds: ['town'] },
  { name: 'claim', entityKinds: [] as string[] },
] as Label[];
const tag = {
  label: 'actor',
  spans: [{ start: 6, end: 15, quote: 'Hana Treq' }],
  entity: 'Treq',
  attributes: {},
} as unknown as Annotation;

test('an entity that is to be made goes along where the label has entities, also under the name that another has', () => {
  const toMake = { name: 'Hana Treq', kind: 'agency' };
  const edited = { ...toEdited(tag), entity: 'Hana Treq', toMake };
  const correction = toCorrection(tag, edited, labels);
  expect(correction).toEqual({ entity: 'Hana Treq', newEntity: toMake });
  expect(findReason(correction)).toBe('wrong entity');
  expect(toMissing(edited, labels)).toMatchObject({ entity: 'Hana Treq', newEntity: toMake });
  expect(toCorrection(tag, { ...edited, label: 'claim' }, labels)).toEqual({ label: 'claim' });
  expect(toMissing({ ...edited, label: 'claim' }, labels)).not.toHaveProperty('entity');
  const same = { ...toEdited(tag), label: 'location', toMake: { name: 'Treq' } };
  expect(toCorrection(tag, same, labels)).toEqual({ label: 'location', newEntity: { name: 'Treq' } });
  expect(relabel('location', edited)).toEqual({ label: 'location', toMake: { name: 'Hana Treq' } });
});
