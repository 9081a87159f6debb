import { LINES_IN_PAGE } from '../../api/queries.ts';

export const toPage = (place: number) => Math.floor(place / LINES_IN_PAGE);

/** Those pages of a long list that rows in sight stand in. */
export const listPages = (inSight: readonly { index: number }[]): number[] => [
  ...new Set(inSight.map(({ index }) => toPage(index))),
];

/** The row of a place; undefined until its page is there. `rows`: of each of the pages. */
export const findRow = <Row>(
  pages: readonly number[],
  rows: readonly (readonly Row[] | undefined)[],
  place: number,
): Row | undefined => rows[pages.indexOf(toPage(place))]?.[place % LINES_IN_PAGE];
