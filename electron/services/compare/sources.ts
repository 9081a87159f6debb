import type { BothSides, Compared, SideName } from '#shared/domain/comparison';
import type { Source, Sources, SourceSide, SourceTotals } from '#shared/domain/sources';
import type { ReadDb } from '../../corpus/connection.ts';
import { listEntitiesById, type NamedEntity } from '../../corpus/repositories/compared-things.ts';
import { compareFrequencies } from '../../statistics/compare-frequencies.ts';
import { createPacer, type Job } from '../job.ts';
import { eachAttributedClaim, type AttributedClaim, type Attribution } from './attributions.ts';
import { openComparison } from './comparison.ts';
import { compareText, WordTally } from './word-tally.ts';

type SideTally = Omit<SourceSide, 'per100'> & { lastArticle: number };
type SourceTally = BothSides<SideTally> & Pick<Attribution, 'key' | 'kind' | 'entity'> & Words;
type Words = { words: WordTally; verbs: WordTally };
type Tally = { totals: BothSides<SourceTotals>; sources: Map<string, SourceTally>; verbs: WordTally };

/** Who is quoted on either side. Errors: those of `compare:sources`. */
export async function compareSources(db: ReadDb, compared: Compared, job: Job): Promise<Sources> {
  const comparison = await openComparison(db, compared, job);
  const breathe = createPacer(job);
  const tally: Tally = { totals: { a: noTotals(), b: noTotals() }, sources: new Map(), verbs: new WordTally() };
  for (const side of ['a', 'b'] as const)
    await eachAttributedClaim(comparison, side, (claim) => addClaim(tally, side, claim));
  await breathe();
  const { totals } = tally;
  const all = [...tally.sources.values()];
  const entities = all.map(({ entity }) => entity).filter((entity) => entity !== 0);
  const named = listEntitiesById(db, entities);
  const sources: Source[] = [];
  for (const source of all) {
    const waiting = breathe();
    if (waiting) await waiting;
    sources.push(toSource(source, named, { totals, tested: all.length }));
  }
  const claimsOf = ({ a, b }: Source) => a.claims + b.claims;
  sources.sort((x, y) => claimsOf(y) - claimsOf(x) || compareText(x.name, y.name) || compareText(x.key, y.key));
  return { totals, sources, verbs: tally.verbs.list() };
}

const noTotals = (): SourceTotals => ({ claims: 0, named: 0, anonymous: 0, outlet: 0, unlinked: 0, unattributed: 0 });
const noClaims = (): SideTally => ({
  ...{ claims: 0, articles: 0, first: 0, cited: 0, quoted: 0, paraphrased: 0 },
  lastArticle: 0,
});

function addClaim(tally: Tally, side: SideName, { article, voice, attributions }: AttributedClaim): void {
  tally.totals[side].claims += 1;
  tally.totals[side][attributions[0]?.kind ?? 'unattributed'] += 1;
  const met = new Set<string>();
  attributions.forEach((attribution, n) => {
    const source = findSource(tally.sources, attribution);
    const own = source[side];
    if (!met.has(attribution.key)) own.claims += 1;
    met.add(attribution.key);
    if (own.lastArticle !== article) own.articles += 1;
    own.lastArticle = article;
    if (n === 0) own.first += 1;
    else own.cited += 1;
    if (n === 0 && voice) own[voice] += 1;
    source.words.add(attribution.words, side);
    source.verbs.add(attribution.verb, side);
    tally.verbs.add(attribution.verb, side);
  });
}

function findSource(sources: Map<string, SourceTally>, { key, kind, entity }: Attribution): SourceTally {
  let source = sources.get(key);
  if (!source) {
    source = { key, kind, entity, words: new WordTally(), verbs: new WordTally(), a: noClaims(), b: noClaims() };
    sources.set(key, source);
  }
  return source;
}

/** `tested`: how many sources there are. */
function toSource(
  { entity, key, kind, words, verbs, ...tally }: SourceTally,
  named: ReadonlyMap<number, NamedEntity>,
  { totals, tested }: { totals: BothSides<SourceTotals>; tested: number },
): Source {
  const found = named.get(entity);
  const listed = words.list();
  const sizes = { n1: totals.a.claims, n2: totals.b.claims };
  const isTested = sizes.n1 > 0 && sizes.n2 > 0;
  const { g2, lrc } = isTested
    ? compareFrequencies({ f1: tally.a.claims, f2: tally.b.claims, ...sizes }, tested)
    : { g2: null, lrc: null };
  return {
    key: found ? `entity:${found.uid}` : key,
    kind,
    entity: found?.uid ?? null,
    name: found?.name ?? (kind === 'unlinked' ? (listed[0]?.word ?? '') : ''),
    a: toSide(tally.a, totals.a),
    b: toSide(tally.b, totals.b),
    words: listed,
    verbs: verbs.list(),
    g2,
    lrc,
  };
}

const toSide = ({ lastArticle: _, ...counts }: SideTally, { claims }: SourceTotals): SourceSide => ({
  ...counts,
  per100: claims === 0 ? null : (counts.claims / claims) * 100,
});
