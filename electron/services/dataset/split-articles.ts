import { createHash } from 'node:crypto';
import { PartName, type DatasetSplit } from '#shared/domain/dataset';
import type { ArticleId } from '#shared/domain/ids';
import type { ReadDb } from '../../corpus/connection.ts';
import { listDatasetArticles } from '../../corpus/repositories/dataset-repository.ts';
import { createPacer, type Job } from '../job.ts';
import { groupNearCopies, sketchText, type Sketch } from './near-copies-of-articles.ts';

/** Which part each article is in, and how many pairs of near copies there are: none is in two parts. */
export type DealtArticles = { partOf: Map<string, PartName>; copies: [string, string][] };

const AT_ONCE = 100;

/**
 * Deals articles out: each outlet in the same shares, as far as it has articles for them, and all together in them; near copies in one
 * part. What an article's place is drawn by is the hash of the seed and its uid, so that one that is added moves few others. Errors: cancelled.
 */
export async function splitArticles(
  db: ReadDb,
  uids: readonly ArticleId[],
  { shares, seed }: DatasetSplit,
  job: Job,
): Promise<DealtArticles> {
  const breathe = createPacer(job);
  const outlets = new Map<string, string>();
  const sketches = new Map<string, Sketch>();
  for (let from = 0; from < uids.length; from += AT_ONCE) {
    for (const { uid, outlet, text } of listDatasetArticles(db, uids.slice(from, from + AT_ONCE))) {
      outlets.set(uid, outlet ?? '');
      sketches.set(uid, sketchText(text));
    }
    job.report({ done: Math.min(from + AT_ONCE, uids.length), total: uids.length, what: 'articles' });
    await breathe();
  }
  const { groups, pairs } = await groupNearCopies(sketches, breathe);
  const drawn = groups
    .map((group) => ({ group, outlet: outlets.get(group[0]!)!, place: placeOf(seed, group[0]!) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  const dealt: DealtArticles = { partOf: new Map(), copies: pairs };
  const all = createShares(shares);
  const byOutlet = Array.from(
    Map.groupBy(drawn, ({ outlet }) => outlet),
    ([outlet, own]) => ({ own, place: placeOf(seed, outlet) }),
  );
  for (const { own } of byOutlet.sort((a, b) => (a.place < b.place ? -1 : 1))) {
    const ofOutlet = createShares(shares);
    const size = own.reduce((sum, { group }) => sum + group.length, 0);
    for (const { group } of own) {
      const part = chooseNext(ofOutlet, all, size);
      ofOutlet.given[part] += group.length;
      all.given[part] += group.length;
      for (const uid of group) dealt.partOf.set(uid, part);
    }
  }
  return dealt;
}

const placeOf = (seed: number, uid: string) => createHash('sha256').update(`${seed}:${uid}`).digest('hex');

type Shares = { shares: DatasetSplit['shares']; given: Record<PartName, number> };
const createShares = (shares: DatasetSplit['shares']): Shares => ({ shares, given: { train: 0, dev: 0, test: 0 } });

/** So little is no more than how numbers are rounded. Unit: articles. */
const ROUNDED = 1e-9;

/**
 * The part that is furthest behind its share of the outlet, as long as there is one that whole articles are wanting to; of what is
 * over then, that which is furthest behind of all. Most outlets are so small that they have no whole article for a part.
 */
function chooseNext(ofOutlet: Shares, all: Shares, size: number): PartName {
  const total = Object.values(all.given).reduce((sum, n) => sum + n, 0) + 1;
  const wanting = (part: PartName) => ofOutlet.shares[part] * size - ofOutlet.given[part];
  const behind = (part: PartName) => all.shares[part] * total - all.given[part];
  const whole = PartName.options.filter((part) => wanting(part) >= 1 - ROUNDED);
  if (whole.length > 0) return maxBy(whole, (part) => wanting(part) + behind(part) / 1000);
  return maxBy(
    PartName.options.filter((part) => ofOutlet.shares[part] > 0),
    behind,
  );
}

const maxBy = (parts: readonly PartName[], toNumber: (part: PartName) => number): PartName =>
  parts.reduce((best, part) => (toNumber(part) > toNumber(best) ? part : best));
