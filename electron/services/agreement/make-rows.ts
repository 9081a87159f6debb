import { coefficientNames, type AgreementRow, type Coefficient, type CoefficientName } from '#shared/domain/agreement';
import { agreementWords as words, undefinedWords } from '#shared/messages/en/agreement';
import { AgreementSums, toNoFigures, type Bases, type Figures } from '../../statistics/agreement-sums.ts';
import { addRows, drawSamples, toInterval, type Interval } from '../../statistics/bootstrap.ts';
import type { Figure } from '../../statistics/continuum.ts';
import { createPacer, type Breathe, type Job } from '../job.ts';
import { isBlindFor, type CoderSet } from './coder-sets.ts';
import { countWork } from './coder-work.ts';
import { findHollow, type FullRow } from './find-hollow.ts';
import { pickMade, type LabelGroup } from './label-groups.ts';

/** The same on every machine and at every look. */
export const SAMPLING = { resamples: 1000, seed: 1 } as const;

/** What each article gives to the figures of a group, row by row. */
type Table = { group: LabelGroup; sums: AgreementSums; rows: Float64Array; values: Map<CoefficientName, Figure[]> };

/** The rows of a set of coders: one for each group of labels. Errors: cancelled. */
export async function makeRows(
  set: CoderSet,
  groups: readonly LabelGroup[],
  { unfinished, job }: { unfinished: number; job: Job },
): Promise<AgreementRow[]> {
  const breathe = createPacer(job);
  const tables: Table[] = [];
  for (const group of groups) tables.push(await fillTable(set, group, breathe));
  if (set.articles.length > 1) await sample(tables, set.articles.length, breathe, job);
  const made: AgreementRow[] = [];
  for (const table of tables) {
    const work = await countWork(set, table.group, breathe);
    made.push(toRow(set, table, { unfinished, made: work }));
  }
  return made;
}

async function fillTable(set: CoderSet, group: LabelGroup, breathe: Breathe): Promise<Table> {
  const sums = new AgreementSums(set.places.length, group.labels.length + 1);
  const rows = new Float64Array(set.articles.length * sums.size);
  for (const [n, { length, wordStarts, made }] of set.articles.entries()) {
    const units = set.places.map((place) => pickMade(made[place]!, group));
    sums.add(rows, n * sums.size, { length, wordStarts, units });
    await breathe();
  }
  return { group, sums, rows, values: new Map(coefficientNames.map((name) => [name, []])) };
}

/** Figures of samples of the articles: the same samples for all tables. */
async function sample(tables: readonly Table[], articles: number, breathe: Breathe, job: Job): Promise<void> {
  let done = 0;
  for (const times of drawSamples(articles, SAMPLING)) {
    for (const { sums, rows, values } of tables) {
      const total = new Float64Array(sums.size);
      addRows(total, rows, times);
      const figures = sums.toFigures(total);
      for (const [name, drawn] of values) drawn.push(figures[name]);
    }
    done += 1;
    if (done % 100 === 0) job.report({ done, total: SAMPLING.resamples, what: words.progress.sampling });
    await breathe();
  }
}

function toRow(
  set: CoderSet,
  { group, sums, rows, values }: Table,
  work: Pick<AgreementRow, 'unfinished' | 'made'>,
): AgreementRow {
  const total = new Float64Array(sums.size);
  addRows(total, rows, new Uint32Array(set.articles.length).fill(1));
  const figures: Figures = set.articles.length === 0 ? toNoFigures('no-articles') : sums.toFigures(total);
  const bases = sums.toBases(total);
  const toOne = (name: CoefficientName) =>
    toCoefficient(figures[name], set.articles.length > 1 ? toInterval(values.get(name)!) : null, toBase(name, bases));
  const row: FullRow = {
    label: group.label,
    labels: group.labels,
    coders: set.names,
    articles: set.articles.length,
    blind: set.articles.filter((article) => isBlindFor(article, set)).length,
    ...work,
    alpha: toOne('alpha'),
    alphaTokens: toOne('alphaTokens'),
    uAlpha: toOne('uAlpha'),
    uAlphaBoundary: toOne('uAlphaBoundary'),
    cuAlpha: toOne('cuAlpha'),
    kappa: toOne('kappa'),
    f1: {
      exact: toOne('f1Exact'),
      boundary: toOne('f1Boundary'),
      overlap: toOne('f1Overlap'),
      characters: toOne('f1Characters'),
    },
  };
  return { ...row, hollow: findHollow(row, bases.labels) };
}

/** As the contract says it: an interval stands only beside a value. */
export const toCoefficient = (figure: Figure, interval: Interval, n: number): Coefficient =>
  typeof figure === 'number'
    ? { value: figure, low: interval?.low ?? null, high: interval?.high ?? null, n, undefinedBecause: null }
    : { value: null, low: null, high: null, n, undefinedBecause: undefinedWords[figure] };

function toBase(name: CoefficientName, { characters, words: wordCount, segments, units }: Bases): number {
  if (name === 'alpha') return characters;
  if (name === 'alphaTokens' || name === 'kappa') return wordCount;
  return name.startsWith('f1') ? units : segments;
}
