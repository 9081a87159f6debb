import type { BothSides, Compared, SideName } from '#shared/domain/comparison';
import type { TimeBin, TimeCounts, Timeline, TimeUnit } from '#shared/domain/timeline';
import type { ReadDb } from '../../corpus/connection.ts';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import { createPacer, type Job } from '../job.ts';
import { openComparison, type Comparison } from './comparison.ts';
import { PlaceTally } from './place-tally.ts';
import { chooseUnit, fromBin, toBin } from './time-units.ts';

const noCounts = (): TimeCounts => ({ articles: 0, mentions: 0, claims: 0 });
const noCountsOfBoth = (): BothSides<TimeCounts> => ({ a: noCounts(), b: noCounts() });

/** Where articles are counted by their dates. */
type TimeTally = { bins: Map<number, BothSides<TimeCounts>> } & Pick<Timeline, 'undated' | 'inexact'>;

/** What either side has when and where. Errors: those of `compare:timeline`. */
export async function compareTimes(db: ReadDb, compared: Compared, job: Job): Promise<Timeline> {
  const comparison = await openComparison(db, compared, job);
  const { articles } = comparison;
  const breathe = createPacer(job);
  const unit = chooseUnit([...articles.a, ...articles.b].map(({ date }) => date));
  await breathe();
  const tally: TimeTally = { bins: new Map(), undated: noCountsOfBoth(), inexact: noCountsOfBoth() };
  const places = new PlaceTally(db);
  for (const side of ['a', 'b'] as const) await tallySide(comparison, side, { unit, tally, places });
  await breathe();
  const { bins, ...others } = tally;
  return { unit, bins: listBins(bins, unit), ...others, ...places.list() };
}

async function tallySide(
  comparison: Comparison,
  side: SideName,
  { unit, tally, places }: { unit: TimeUnit; tally: TimeTally; places: PlaceTally },
): Promise<void> {
  const claimLabel = findClaimLabel(comparison.db);
  const countsOf = new Map<number, TimeCounts>();
  const ofDates = new Map<number, TimeCounts>();
  for (const { id, date } of comparison.articles[side]) {
    let counts = ofDates.get(date);
    if (!counts) ofDates.set(date, (counts = findCounts(tally, date, unit)[side]));
    counts.articles += 1;
    countsOf.set(id, counts);
  }
  await comparison.eachMention(side, (mention) => {
    const counts = countsOf.get(mention.article)!;
    if (mention.label === claimLabel) counts.claims += 1;
    else {
      counts.mentions += 1;
      places.add(mention, side);
    }
  });
}

function findCounts({ bins, undated, inexact }: TimeTally, date: number, unit: TimeUnit): BothSides<TimeCounts> {
  if (date === 0) return undated;
  const bin = toBin(date, unit);
  if (bin === undefined) return inexact;
  let counts = bins.get(bin);
  if (!counts) bins.set(bin, (counts = noCountsOfBoth()));
  return counts;
}

function listBins(bins: ReadonlyMap<number, BothSides<TimeCounts>>, unit: TimeUnit): TimeBin[] {
  const known = [...bins.keys()].sort((x, y) => x - y);
  const listed: TimeBin[] = [];
  for (let bin = known[0] ?? 0; bin <= (known.at(-1) ?? -1); bin += 1)
    listed.push({ from: fromBin(bin, unit), ...(bins.get(bin) ?? noCountsOfBoth()) });
  return listed;
}
