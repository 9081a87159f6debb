import type { Agreed, GammaRow } from '#shared/domain/agreement';
import { agreementWords as words } from '#shared/messages/en/agreement';
import type { ReadDb } from '../../corpus/connection.ts';
import { alignBest } from '../../statistics/align-best.ts';
import { drawSamples, toInterval } from '../../statistics/bootstrap.ts';
import type { Figure } from '../../statistics/continuum.ts';
import type { Solver } from '../../statistics/cover.ts';
import { WEIGHTS, type Place } from '../../statistics/dissimilarity.ts';
import { FIRST_SAMPLES, PRECISION, toDisorder, toGamma, toSampleCount, type Aligned } from '../../statistics/gamma.ts';
import { loadSolver } from '../../statistics/load-solver.ts';
import { toHull } from '../../statistics/match-spans.ts';
import { drawContinuum } from '../../statistics/random-continuum.ts';
import { createRandom } from '../../statistics/random.ts';
import { toUnits } from '../../statistics/span-f1.ts';
import { createPacer, type Breathe, type Job } from '../job.ts';
import { listCoderSets, type CoderSet } from './coder-sets.ts';
import { listLabelGroups, pickMade, type LabelGroup } from './label-groups.ts';
import { SAMPLING, toCoefficient } from './make-rows.ts';
import { openAgreement } from './open-agreement.ts';

/** γ of every row of `computeAgreement`. Errors: those of `agreement:gamma`. */
export async function computeGamma(db: ReadDb, agreed: Agreed, job: Job): Promise<GammaRow[]> {
  const open = await openAgreement(db, agreed, job);
  const groups = listLabelGroups(db, open.articles, agreed.labels);
  const sets = listCoderSets(open);
  const solver = sets.some(({ places }) => places.length > 2) ? await loadSolver() : null;
  const breathe = createPacer(job);
  const rows: GammaRow[] = [];
  for (const set of sets)
    for (const group of groups) {
      const places = set.places.toSorted((a, b) => (open.coders[a]!.uid < open.coders[b]!.uid ? -1 : 1));
      rows.push(await toGammaRow({ ...set, places }, group, solver, breathe));
      job.report({ done: rows.length, total: sets.length * groups.length, what: words.progress.aligning });
    }
  return rows;
}

/** What the coders of a set made of one article, each unit at one place; in one order whoever was named first, as chance goes by it. */
type Placed = { length: number; places: Place[][] };

async function toGammaRow(
  set: CoderSet,
  group: LabelGroup,
  solver: Solver | null,
  breathe: Breathe,
): Promise<GammaRow> {
  const articles = set.articles.map(({ length, made }): Placed => ({
    length,
    places: set.places.map((place) =>
      toUnits(pickMade(made[place]!, group)).map((unit) => ({ ...toHull(unit), label: unit.label })),
    ),
  }));
  const n = articles.reduce((sum, { places }) => sum + places.flat().length, 0);
  const toRow = (
    figure: Figure,
    found: Omit<GammaRow, 'label' | 'labels' | 'coders' | 'gamma' | 'method'>,
    samples = 0,
    interval = null as ReturnType<typeof toInterval>,
  ): GammaRow => ({
    label: group.label,
    labels: group.labels,
    coders: set.names,
    gamma: toCoefficient(figure, interval, n),
    ...found,
    method: { ...WEIGHTS, sampler: words.sampler, samples, seed: SAMPLING.seed, precision: PRECISION },
  });
  const nothing = { observed: null, expected: null };
  if (articles.length === 0) return toRow('no-articles', nothing);
  if (n === 0) return toRow('nothing-marked', nothing);
  const best = await align(articles, solver, breathe);
  const samples = best && (await drawAligned(articles, solver, breathe));
  if (!best || !samples) return toRow('too-large', nothing);
  const coders = set.places.length;
  const { gamma, observed, expected } = toGamma(best, samples, { coders });
  const values: Figure[] = [];
  if (articles.length > 1)
    for (const times of drawSamples(articles.length, SAMPLING)) {
      values.push(toGamma(best, samples, { coders, times }).gamma);
      await breathe();
    }
  return toRow(gamma, { observed, expected }, samples.length, articles.length > 1 ? toInterval(values) : null);
}

/** Undefined where one of the articles is too large. */
async function align(
  articles: readonly Placed[],
  solver: Solver | null,
  breathe: Breathe,
): Promise<Aligned | undefined> {
  const aligned: Aligned = { disorder: new Float64Array(articles.length), units: new Float64Array(articles.length) };
  for (const [n, { places }] of articles.entries()) {
    const disorder = alignBest(places, solver);
    if (disorder === undefined) return undefined;
    aligned.disorder[n] = disorder;
    aligned.units[n] = places.flat().length;
    await breathe();
  }
  return aligned;
}

/** As many random continua as their mean needs. */
async function drawAligned(
  articles: readonly Placed[],
  solver: Solver | null,
  breathe: Breathe,
): Promise<Aligned[] | undefined> {
  const samples: Aligned[] = [];
  for (let wanted: number = FIRST_SAMPLES; samples.length < wanted;) {
    const random = createRandom(SAMPLING.seed + samples.length);
    const drawn = articles.map(({ length, places }) => ({ length, places: drawContinuum(places, length, random) }));
    const aligned = await align(drawn, solver, breathe);
    if (!aligned) return undefined;
    samples.push(aligned);
    if (samples.length === FIRST_SAMPLES) {
      const { length } = articles[0]!.places;
      const disorders = samples
        .map((sample) => toDisorder(sample, length))
        .filter((disorder) => !Number.isNaN(disorder));
      wanted = Math.max(FIRST_SAMPLES, toSampleCount(disorders));
    }
  }
  return samples;
}
