import type { KeynessColumn, KeynessFigures, KeynessInput, KeynessSort } from '#shared/domain/keyness';
import type { Family } from './keyness-families.ts';
import { compareText } from './word-tally.ts';

/** A row by its number in the family. `lrc` and `g2`: how strong these are, whatever the side. */
export type Rated = {
  row: number;
  key: string;
  name: string;
  folded: string;
  figures: KeynessFigures | null;
  frequency: number;
  lrc: number;
  g2: number;
};

/** Of two rows that are alike but for their side neither is stronger by the last digit of a sum. */
export const toStrength = (figure: number | undefined): number => Number(Math.abs(figure ?? 0).toFixed(9));

const byLrc = (x: Rated, y: Rated) => y.lrc - x.lrc;
const byG2 = (x: Rated, y: Rated) => y.g2 - x.g2;
const byFrequency = (x: Rated, y: Rated) => y.frequency - x.frequency;
const byName = (x: Rated, y: Rated) => compareText(x.folded, y.folded) || compareText(x.key, y.key);

const bySize: Readonly<Record<KeynessSort, (x: Rated, y: Rated) => number>> = {
  lrc: (x, y) => byLrc(x, y) || byG2(x, y) || byFrequency(x, y) || byName(x, y),
  g2: (x, y) => byG2(x, y) || byFrequency(x, y) || byName(x, y),
  frequency: (x, y) => byFrequency(x, y) || byG2(x, y) || byName(x, y),
};

/** Rows in the order that is asked for; those that read the same in the column are in the order of LRC. */
export function sortRows(family: Family, rated: readonly Rated[], sort: KeynessInput['sort']): Rated[] {
  if (typeof sort === 'string') return rated.toSorted(bySize[sort]);
  const sign = sort.direction === 'ascending' ? 1 : -1;
  if (sort.column === 'name') return rated.toSorted((x, y) => sign * byName(x, y));
  const read = columns[sort.column];
  const values = rated.map((each) => ({ each, value: read(family, each) ?? NaN }));
  return values
    .sort((x, y) => compareValues(x.value, y.value, sign) || bySize.lrc(x.each, y.each))
    .map(({ each }) => each);
}

/** NaN where undefined. */
function compareValues(x: number, y: number, sign: 1 | -1): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x === y ? 0 : sign * (x < y ? -1 : 1);
}

type Reader = (family: Family, rated: Rated) => number | null | undefined;
const toFigure =
  (name: Exclude<keyof KeynessFigures, 'percent'>): Reader =>
  (_, { figures }) =>
    figures?.[name];
const toDispersion = (side: Family['a'], row: number) =>
  side.getFrequency(row) === 0 ? null : side.getDispersion(row);

const columns: Readonly<Record<Exclude<KeynessColumn, 'name'>, Reader>> = {
  countA: ({ a }, { row }) => a.getFrequency(row),
  countB: ({ b }, { row }) => b.getFrequency(row),
  perMillionA: ({ a }, { row }) => a.getFrequency(row) / a.size,
  perMillionB: ({ b }, { row }) => b.getFrequency(row) / b.size,
  lrc: toFigure('lrc'),
  logRatio: toFigure('logRatio'),
  g2: toFigure('g2'),
  bic: toFigure('bic'),
  q: toFigure('q'),
  // only in A is more than any percentage
  percent: (_, { figures }) => figures && (figures.percent ?? Infinity),
  articlesA: ({ a }, { row }) => a.getRange(row),
  articlesB: ({ b }, { row }) => b.getRange(row),
  shareA: ({ a }, { row }) => a.getRange(row) / a.articles,
  shareB: ({ b }, { row }) => b.getRange(row) / b.articles,
  dispersionA: ({ a }, { row }) => toDispersion(a, row),
  dispersionB: ({ b }, { row }) => toDispersion(b, row),
};
