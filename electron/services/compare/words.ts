import type { SideName } from '#shared/domain/comparison';
import {
  MOST_KEY_ROWS,
  type KeynessFigures,
  type KeynessInput,
  type KeynessRow,
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
import { sortRows, toStrength, type Rated } from './keyness-orders.ts';

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
    const figures = toFigures(family, row, { qs, tested });
    const strength = { lrc: toStrength(figures?.lrc), g2: toStrength(figures?.g2) };
    rated.push({ row, ...named[n]!, figures, frequency: countBoth(family, row), ...strength });
  }
  await breathe();
  const matching = sought === '' ? rated : rated.filter(({ folded }) => folded.includes(sought));
  const rows = sortRows(family, matching, sort).slice(0, limit);
  await breathe();
  const keyRows = listKeyRows(family, rated);
  await breathe();
  await write(family, [...rows, ...keyRows]);
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
    keyRows: keyRows.map((each) => toRow(family, each)),
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

/** The rows in which the sides surely differ, the largest differences of A first, then those of B. */
function listKeyRows(family: Family, rated: readonly Rated[]): Rated[] {
  const sure = sortRows(
    family,
    rated.filter(({ figures }) => (figures?.lrc ?? 0) !== 0),
    'lrc',
  );
  const ofA = sure.filter(({ figures }) => figures!.lrc > 0).slice(0, MOST_KEY_ROWS);
  const ofB = sure.filter(({ figures }) => figures!.lrc < 0).slice(0, MOST_KEY_ROWS);
  return [...ofA, ...ofB.reverse()];
}

/** Names rows as they are written, where their names are only folded. */
async function write({ readWritten }: Family, rated: readonly Rated[]): Promise<void> {
  const names = await readWritten?.(rated.map(({ row }) => row));
  if (names) for (const [n, each] of rated.entries()) each.name = names[n]!;
}

function toRow(family: Family, { row, key, name, figures }: Rated): KeynessRow {
  const toSide = (side: SideName) => {
    const { size, articles, getFrequency, getRange, getDispersion } = family[side];
    const count = getFrequency(row);
    return {
      count,
      articles: getRange(row),
      share: articles === 0 ? null : getRange(row) / articles,
      perMillion: size === 0 ? null : (count / size) * 1_000_000,
      dispersion: count === 0 ? null : getDispersion(row),
    };
  };
  return { key, name, a: toSide('a'), b: toSide('b'), figures };
}
