import type { LeftOutValue } from '../../corpus/journal/package-start.ts';
import type { RowPayload } from '../../corpus/journal/read-rows.ts';
import type { Union, UnionRow } from './union.ts';

type Values = LeftOutValue[];

/**
 * The fields that a row sets of an annotation, where whoever set its values had them from a package: with the values that the package
 * could not hold, since they point into articles outside. Nobody took these away who never had them.
 *
 * A value goes back to its place; in a list behind the others, where its place was taken; nowhere where what was set takes its place.
 * `rows`: all of the annotation.
 */
export function putLeftOutBack(union: Union, rows: readonly UnionRow[], row: UnionRow, { before, after }: RowPayload) {
  const values = after?.['values'] as Values | undefined;
  if (row.kind !== 'annotation' || row.op !== 'update' || !values) return { ...after };
  const had = (before?.['values'] ?? []) as Values;
  const lost = rows
    .filter((each) => union.rankOf(each) === 0 && union.saw(row, each))
    .flatMap(({ strand, target }) => union.leftOutOf(strand, target))
    .filter((value) => !had.some((each) => isSame(each, value)) && union.hasRows(value.article));
  return { ...after, values: lost.reduce(putBack, values) };
}

function putBack(values: Values, value: LeftOutValue): Values {
  if (values.some((each) => isSame(each, value))) return values;
  const isTaken = values.some(({ attribute, path }) => attribute === value.attribute && path === value.path);
  if (!isTaken) return [...values, value];
  if (value.path === '') return values;
  const [, ...inner] = value.path.split('.');
  const last = Math.max(...values.map(({ path }) => Number(path.split('.')[0])));
  return [...values, { ...value, path: [last + 1, ...inner].join('.') }];
}

/** Whether two values are the same words for the same attribute; their places may differ. */
const isSame = (a: LeftOutValue, b: LeftOutValue): boolean =>
  a.attribute === b.attribute &&
  a.article === b.article &&
  a.start_offset === b.start_offset &&
  a.end_offset === b.end_offset;
