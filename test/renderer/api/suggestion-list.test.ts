import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { Suggestion } from '#shared/domain/suggestion';
import { dropTagged, putPage, type SuggestionList } from '../../../renderer/api/suggestion-list.ts';

const make = (id: string, start: number, { label = 'actor', end = start + 3, confidence = 0.5 } = {}) =>
  ({ id, label, spans: [{ start, end, quote: '' }], confidence, reason: {}, attributes: {} }) as unknown as Suggestion;
const ids = ({ suggestions }: SuggestionList) => suggestions.map(({ id }) => id);
const many = (count: number) => Array.from({ length: count }, (_, n) => make(`s${n}`, n * 10));

test('a list that comes in pages grows by each, and what was there stays the same objects', () => {
  const [a, b, c] = many(3) as [Suggestion, Suggestion, Suggestion];
  const first = putPage({ suggestions: [] }, [a, b], { at: 0, isLast: false });
  const whole = putPage(first, [c], { at: 2, isLast: true });
  expect(ids(whole)).toEqual(['s0', 's1', 's2']);
  expect(whole.suggestions[0]).toBe(a);
});

test('a page of a new answer replaces the old one as far as it reaches, the last one to the end', () => {
  const before = { suggestions: many(6) };
  const page = [make('s0', 0), make('new', 5), make('s2', 20)];
  const after = putPage(before, page, { at: 0, isLast: false });
  expect(ids(after)).toEqual(['s0', 'new', 's2', 's3', 's4', 's5']);
  expect(after.suggestions[2]).toBe(before.suggestions[2]);
  expect(ids(putPage(after, [make('s4', 40)], { at: 3, isLast: true }))).toEqual(['s0', 'new', 's2', 's4']);
});

test('an answer that says the same is the same list; what it says otherwise is another object', () => {
  const before = { suggestions: many(3) };
  expect(putPage(before, many(3), { at: 0, isLast: true })).toBe(before);
  const after = putPage(before, many(3).with(1, make('s1', 10, { confidence: 0.9 })), { at: 0, isLast: true });
  expect(after.suggestions.map((each, n) => each === before.suggestions[n])).toEqual([true, false, true]);
});

test('several suggestions for the same words are all kept where a page ends between them', () => {
  const first = putPage({ suggestions: [] }, [make('a', 0), make('b', 10)], { at: 0, isLast: false });
  const whole = putPage(first, [make('c', 10, { label: 'location' }), make('d', 20)], { at: 2, isLast: true });
  expect(ids(whole)).toEqual(['a', 'b', 'c', 'd']);
});

test('a tag drops what stands upon it under its label, however far before it that began, and nothing else', () => {
  const client = new QueryClient();
  const key = ['suggestions', 'article'];
  const list = [
    make('around', 0, { label: 'claim', end: 400 }),
    make('sentence', 90, { end: 300 }),
    make('before', 190),
    make('upon', 200),
    make('behind', 204),
  ];
  client.setQueryData(key, { suggestions: list });
  dropTagged(client, {
    article: 'article',
    label: 'actor',
    spans: [{ start: 201, end: 204 }],
  } as unknown as Annotation);
  expect(ids(client.getQueryData<SuggestionList>(key)!)).toEqual(['around', 'before', 'behind']);
});
