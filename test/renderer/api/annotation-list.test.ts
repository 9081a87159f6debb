import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import { putAnnotations, type AnnotationList } from '../../../renderer/api/annotation-list.ts';

const make = (uid: string, start: number, end: number, note = '') =>
  ({ uid, spans: [{ start, end, quote: '' }], note }) as unknown as Annotation;

const toList = (annotations: Annotation[]): AnnotationList => ({ total: annotations.length, annotations });
const uids = ({ annotations }: AnnotationList) => annotations.map(({ uid }) => uid);

test('what is put in stands in reading order, the longer first, and all others stay the same objects', () => {
  const list = toList([make('a', 0, 9), make('c', 5, 8)]);
  const after = putAnnotations(list, ['b'], [make('b', 5, 9)]);
  expect(uids(after)).toEqual(['a', 'b', 'c']);
  expect(after.total).toBe(3);
  expect(after.annotations[2]).toBe(list.annotations[1]);
});

test('one that was moved leaves its old place, and one that stands no more goes', () => {
  const list = toList([make('a', 0, 9), make('b', 5, 8), make('c', 7, 8)]);
  const after = putAnnotations(list, ['a', 'b'], [make('a', 6, 9)]);
  expect(uids(after)).toEqual(['a', 'c']);
  expect(after.total).toBe(2);
});

test('the same list comes back where nothing is otherwise', () => {
  const list = toList([make('a', 0, 9), make('b', 5, 8)]);
  expect(putAnnotations(list, ['a', 'gone'], [make('a', 0, 9)])).toBe(list);
  expect(putAnnotations(list, ['a'], [make('a', 0, 9, 'other')])).not.toBe(list);
});

test('whatever is put into whatever list, it stays in order and whole', () => {
  const some = fc.uniqueArray(fc.tuple(fc.nat(30), fc.nat(20)), { selector: ([uid]) => uid, maxLength: 12 });
  const toAnnotations = (pairs: [number, number][]) => pairs.map(([uid, start]) => make(`u${uid}`, start, start + 3));
  fc.assert(
    fc.property(some, some, (before, fresh) => {
      const empty = toList([]);
      const standing = toAnnotations(before);
      const list = putAnnotations(
        empty,
        standing.map(({ uid }) => uid),
        standing,
      );
      const put = toAnnotations(fresh);
      const after = putAnnotations(
        list,
        put.map(({ uid }) => uid),
        put,
      );
      const starts = after.annotations.map(({ spans }) => spans[0]!.start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      expect(new Set(uids(after))).toEqual(new Set([...standing, ...put].map(({ uid }) => uid)));
      expect(after.total).toBe(after.annotations.length);
    }),
  );
});
