/**
 * What a column holds: `theirs` are words of the articles; a count is whole, a chance is from 0 to 1; the unit of any other number stands in its title.
 * `date`: as exactly as it is known (`2024-03`), or words of ours in the place of one; people read it as "Mar 2024", files keep it.
 * `digits`: after the point, for people; files keep all. `isSigned`: people read a plus before what is above zero.
 */
export type Column = {
  title: string;
  kind: 'text' | 'theirs' | 'date' | 'count' | 'number' | 'percent' | 'chance';
  digits?: number;
  isSigned?: boolean;
};

/** Whether what a column holds stands at the end of its cells. */
export const isNumeric = ({ kind }: Column): boolean => kind !== 'text' && kind !== 'theirs' && kind !== 'date';

/** A cell; null where a value is undefined, and the note says why. */
export type Cell = string | number | null;

/**
 * A table of a comparison as page, command line, CSV and report show it: made from a view's output, so that all of them say the same.
 *
 * `name` becomes a file's name. `note`: what its numbers mean, and what was left out.
 */
export type Table = {
  name: string;
  title: string;
  note: string;
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
};
