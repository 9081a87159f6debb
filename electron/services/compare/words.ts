import type { SideName } from '#shared/domain/comparison';
import {
  MOST_KEY_ROWS,
  type KeynessFigures,
  type KeynessInput,
  type KeynessRow,
  type KeynessSort,
  type KeynessTable,
} from '#shared/domain/keyness';
import { foldWord } from '#shared/text/fold';
import type { ReadDb } from '../../corpus/connection.ts';
import { adjustChances } from '../../statistics/adjust-chances.ts';
import { toChance } from '../../statistics/chance.ts';
import { compareStrength, type Frequencies } from '../../statistics/compare-frequencies.ts';
import { toKeyness } from '../../statistics/keyness.ts';
import { createPacer, type Job } from '../job.ts';
import { readFamily, type Family } from './keyness-families.ts';
import { compareText } from './word-tally.ts';

/** A row by its number in the family. `lrc` and `g2`: how strong these are, whatever the side. */
type Rated = {
  row: number;
  key: string;
  name: string;
  figures: KeynessFigures | null;
  frequency: number;
  lrc: number;
  g2: number;
};

/** So many rows are gone through before the clock is looked at. */
const ROWS = 500;

/** What one side says relatively more often than the other; `limit` may be `Infinity`. Errors: those of `compare:words`. */
export async function compareWords(
  db: ReadDb,
  { of, minArticles, query, sort, limit, ...compared }: KeynessInput,
  job: Job,
): Promise<KeynessTable> {
  const family = await readFamily(db, compared, of, job);
  const { qs, tested } = await testAll(family, job);
  const breathe = createPacer(job);
  const shown = tested.filter((row) => family.a.getRange(row) + family.b.getRange(row) >= minArticles);
  await breathe();
  const named = family.nameRows(shown);
  const sought = foldWord(query.trim());
  const rated: Rated[] = [];
  for (const [n, row] of shown.entries()) {
    if (n % ROWS === 0) await breathe();
    const { key, name } = named[n]!;
    const figures = toFigures(family, row, { qs, tested });
    const strength = { lrc: toStrength(figures?.lrc), g2: toStrength(figures?.g2) };
    rated.push({ row, key, name, figures, frequency: countBoth(family, row), ...strength });
  }
  await breathe();
  const matching = sought === '' ? rated : rated.filter(({ name }) => foldWord(name).includes(sought));
  const rows = matching.toSorted(orders[sort]).slice(0, limit);
  return {
    of,
    minArticles,
    sides: {
      a: { size: family.a.size, leftOut: family.a.leftOut },
      b: { size: family.b.size, leftOut: family.b.leftOut },
    },
    tested: tested.length,
    matching: matching.length,
    rows: rows.map((each) => toRow(family, each)),
    keyRows: listKeyRows(rated).map((each) => toRow(family, each)),
  };
}

const countBoth = ({ a, b }: Family, row: number) => a.getFrequency(row) + b.getFrequency(row);

const toFrequencies = ({ a, b }: Family, row: number): Frequencies => ({
  f1: a.getFrequency(row),
  f2: b.getFrequency(row),
  n1: a.size,
  n2: b.size,
});

/** `qs`: by row; NaN where a side has nothing at all to compare. `tested`: the rows that any side has. */
type Tests = { qs: Float64Array; tested: number[] };

async function testAll(family: Family, job: Job): Promise<Tests> {
  const breathe = createPacer(job);
  const isComparable = family.a.size > 0 && family.b.size > 0;
  const tested: number[] = [];
  const chances: number[] = [];
  for (let row = 0; row < family.rows; row += 1) {
    if (row % ROWS === 0) await breathe();
    if (countBoth(family, row) === 0) continue;
    tested.push(row);
    if (isComparable) chances.push(toChance(compareStrength(toFrequencies(family, row))));
  }
  await breathe();
  const adjusted = adjustChances(Float64Array.from(chances));
  const qs = new Float64Array(family.rows).fill(NaN);
  if (isComparable) for (const [n, row] of tested.entries()) qs[row] = adjusted[n]!;
  return { qs, tested };
}

function toFigures(family: Family, row: number, { qs, tested }: Tests): KeynessFigures | null {
  if (family.a.size === 0 || family.b.size === 0) return null;
  return { ...toKeyness(toFrequencies(family, row), tested.length), q: qs[row]! };
}

/** Of two rows that are alike but for their side neither is stronger by the last digit of a sum. */
const toStrength = (figure: number | undefined) => Number(Math.abs(figure ?? 0).toFixed(9));
const byLrc = (x: Rated, y: Rated) => y.lrc - x.lrc;
const byG2 = (x: Rated, y: Rated) => y.g2 - x.g2;
const byFrequency = (x: Rated, y: Rated) => y.frequency - x.frequency;
const byName = (x: Rated, y: Rated) => compareText(x.name, y.name) || compareText(x.key, y.key);

const orders: Readonly<Record<KeynessSort, (x: Rated, y: Rated) => number>> = {
  lrc: (x, y) => byLrc(x, y) || byG2(x, y) || byFrequency(x, y) || byName(x, y),
  g2: (x, y) => byG2(x, y) || byFrequency(x, y) || byName(x, y),
  frequency: (x, y) => byFrequency(x, y) || byG2(x, y) || byName(x, y),
};

/** The rows in which the sides surely differ, the largest differences of A first, then those of B. */
function listKeyRows(rated: readonly Rated[]): Rated[] {
  const sure = rated.filter(({ figures }) => (figures?.lrc ?? 0) !== 0).sort(orders.lrc);
  const ofA = sure.filter(({ figures }) => figures!.lrc > 0).slice(0, MOST_KEY_ROWS);
  const ofB = sure.filter(({ figures }) => figures!.lrc < 0).slice(0, MOST_KEY_ROWS);
  return [...ofA, ...ofB.reverse()];
}

function toRow(family: Family, { row, key, name, figures }: Rated): KeynessRow {
  const toSide = (side: SideName) => {
    const { size, getFrequency, getRange, getDispersion } = family[side];
    const count = getFrequency(row);
    return {
      count,
      articles: getRange(row),
      perMillion: size === 0 ? null : (count / size) * 1_000_000,
      dispersion: count === 0 ? null : getDispersion(row),
    };
  };
  return { key, name, a: toSide('a'), b: toSide('b'), figures };
}
