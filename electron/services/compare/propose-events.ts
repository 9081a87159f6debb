import type { SideName } from '#shared/domain/comparison';

/**
 * A claim that counts figures, by id of its row. `rank`: of pairs that weigh the same those of lower ones come first. `day`: since 1970, of what it tells or else of its article. `cards`: that it stands on.
 * `figures`: kinds of figures, `things`: its place and the actors and places in its words, each once.
 */
export type Candidate = {
  side: SideName;
  claim: number;
  rank: number;
  day: number;
  cards: readonly number[];
  figures: readonly Named[];
  things: readonly Named[];
};
/** What is the same has the same key. */
export type Named = { key: string; name: string };

/** `card`: that one of the two stands on already. `shares`: names of what they have in common; `days`: between them. */
export type Proposal = { a: Candidate; b: Candidate; card: number | null; shares: string[]; days: number };
type Rated = Pick<Proposal, 'a' | 'b' | 'days'> & { weight: number };

/** Unit: days. Reports of one event rarely come later than this after one another. */
const MOST_DAYS = 3;
/** So many pairs are looked at: more come only from things that everybody names. */
const MOST_PAIRS = 100_000;
/** So many pairs are rated before `breathe` is asked. */
const PAIRS = 500;

/** Asks whether to wait a moment. */
type Breathe = () => Promise<void> | undefined;

/**
 * Claims of the two sides that may be about one event and stand on no card together: on days next to one another, of a kind of figure
 * that both count, with a place or an actor in common. Best first; no claim is proposed twice.
 *
 * What few claims have in common weighs more, by the logarithm of how few (as words do in a search).
 */
export async function proposeEvents(
  candidates: readonly Candidate[],
  limit: number,
  breathe: Breathe,
): Promise<Proposal[]> {
  const byThing = indexByThing(candidates);
  const weigh = (thing: string) => Math.log(1 + candidates.length / byThing.get(thing)!.length);
  const rated: Rated[] = [];
  for (const [n, [a, b]] of (await listPairs(byThing, breathe)).entries()) {
    if (n % PAIRS === 0) await breathe();
    const one = rate(a, b, weigh);
    if (one) rated.push(one);
  }
  await breathe();
  const taken = new Set<number>();
  const proposed = rated
    .sort((x, y) => y.weight - x.weight || x.days - y.days || earlier(x) - earlier(y) || later(x) - later(y))
    .filter(({ a, b }) => {
      const isFree = ![a, b].some(({ claim, cards }) => cards.length === 0 && taken.has(claim));
      if (isFree) for (const { claim } of [a, b]) taken.add(claim);
      return isFree;
    });
  return proposed.slice(0, limit).map(toProposal);
}

function toProposal({ a, b, days }: Rated): Proposal {
  const shared = [...listShared(a.things, b.things), ...listShared(a.figures, b.figures)];
  return { a, b, card: a.cards[0] ?? b.cards[0] ?? null, shares: shared.map(({ name }) => name), days };
}

const listShared = (of: readonly Named[], other: readonly Named[]): Named[] =>
  of.filter(({ key }) => other.some((each) => each.key === key));

/** By these two pairs that weigh the same come in an order that is the same the other way round. */
const earlier = ({ a, b }: Rated) => Math.min(a.rank, b.rank);
const later = ({ a, b }: Rated) => Math.max(a.rank, b.rank);

function indexByThing(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const byThing = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    for (const { key } of candidate.things) {
      const known = byThing.get(key);
      if (known) known.push(candidate);
      else byThing.set(key, [candidate]);
    }
  return byThing;
}

/** Pairs of the two sides with something in common, what few have first. */
async function listPairs(
  byThing: ReadonlyMap<string, Candidate[]>,
  breathe: Breathe,
): Promise<[Candidate, Candidate][]> {
  const pairs: [Candidate, Candidate][] = [];
  const seen = new Map<Candidate, Set<Candidate>>();
  for (const named of [...byThing.values()].sort((x, y) => x.length - y.length)) {
    const inB = named.filter(({ side }) => side === 'b').sort((x, y) => x.day - y.day);
    for (const a of named.filter(({ side }) => side === 'a')) {
      const waiting = breathe();
      if (waiting) await waiting;
      const met = seen.get(a) ?? new Set();
      seen.set(a, met);
      for (let n = findFirst(inB, a.day - MOST_DAYS); n < inB.length && inB[n]!.day <= a.day + MOST_DAYS; n += 1) {
        const b = inB[n]!;
        if (a.claim === b.claim || met.has(b)) continue;
        met.add(b);
        pairs.push([a, b]);
        if (pairs.length === MOST_PAIRS) return pairs;
      }
    }
  }
  return pairs;
}

/** Where the candidates of a day or later begin. */
function findFirst(inOrder: readonly Candidate[], day: number): number {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder[middle]!.day < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Undefined where nothing is to be proposed. */
function rate(a: Candidate, b: Candidate, weigh: (thing: string) => number): Rated | undefined {
  const isTogether = a.cards.some((card) => b.cards.includes(card));
  if (isTogether || (a.cards.length > 0 && b.cards.length > 0)) return undefined;
  const figures = listShared(a.figures, b.figures).length;
  if (figures === 0) return undefined;
  const things = listShared(a.things, b.things).reduce((sum, { key }) => sum + weigh(key), 0);
  const days = Math.abs(a.day - b.day);
  return { a, b, days, weight: round(things + figures - days / MOST_DAYS) };
}

/** Sums of the same in another order are the same. */
const round = (weight: number) => Math.round(weight * 1e6) / 1e6;
