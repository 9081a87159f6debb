import type { SideName } from '#shared/domain/comparison';

/**
 * A claim that counts figures, by id of its row. `day`: since 1970, of what it tells or else of its article. `cards`: that it stands on.
 * `figures`: kinds of figures, `things`: its place and the actors and places in its words, each by key with a name.
 */
export type Candidate = {
  side: SideName;
  claim: number;
  day: number;
  cards: readonly number[];
  figures: ReadonlyMap<string, string>;
  things: ReadonlyMap<string, string>;
};

/** `card`: that one of the two stands on already. `shares`: names of what they have in common; `days`: between them. */
export type Proposal = { a: Candidate; b: Candidate; card: number | null; shares: string[]; days: number };
type Rated = Proposal & { weight: number };

/** Unit: days. Reports of one event rarely come later than this after one another. */
const MOST_DAYS = 3;
/** So many pairs are looked at: more come only from things that everybody names. */
const MOST_PAIRS = 100_000;

/**
 * Claims of the two sides that may be about one event and stand on no card together: on days next to one another, of a kind of figure
 * that both count, with a place or an actor in common. Best first; no claim is proposed twice.
 *
 * What few claims have in common weighs more, by the logarithm of how few (as words do in a search).
 */
export function proposeEvents(candidates: readonly Candidate[], limit: number): Proposal[] {
  const byThing = indexByThing(candidates);
  const weigh = (thing: string) => Math.log(1 + candidates.length / byThing.get(thing)!.length);
  const rated = listPairs(byThing).flatMap(([a, b]) => rate(a, b, weigh));
  const taken = new Set<number>();
  const proposed = rated
    .sort((x, y) => y.weight - x.weight || x.days - y.days || x.a.claim - y.a.claim || x.b.claim - y.b.claim)
    .filter(({ a, b }) => {
      const isFree = ![a, b].some(({ claim, cards }) => cards.length === 0 && taken.has(claim));
      if (isFree) for (const { claim } of [a, b]) taken.add(claim);
      return isFree;
    });
  return proposed.slice(0, limit).map(({ weight: _, ...proposal }) => proposal);
}

function indexByThing(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const byThing = new Map<string, Candidate[]>();
  for (const candidate of candidates)
    for (const thing of candidate.things.keys()) {
      const known = byThing.get(thing);
      if (known) known.push(candidate);
      else byThing.set(thing, [candidate]);
    }
  return byThing;
}

/** Pairs of the two sides with something in common, what few have first. */
function listPairs(byThing: ReadonlyMap<string, Candidate[]>): [Candidate, Candidate][] {
  const pairs: [Candidate, Candidate][] = [];
  const seen = new Set<string>();
  for (const named of [...byThing.values()].sort((x, y) => x.length - y.length)) {
    const inB = named.filter(({ side }) => side === 'b').sort((x, y) => x.day - y.day);
    for (const a of named.filter(({ side }) => side === 'a'))
      for (let n = findFirst(inB, a.day - MOST_DAYS); n < inB.length && inB[n]!.day <= a.day + MOST_DAYS; n += 1) {
        const b = inB[n]!;
        const key = `${a.claim} ${b.claim}`;
        if (a.claim === b.claim || seen.has(key)) continue;
        seen.add(key);
        pairs.push([a, b]);
        if (pairs.length === MOST_PAIRS) return pairs;
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

function rate(a: Candidate, b: Candidate, weigh: (thing: string) => number): Rated[] {
  const isTogether = a.cards.some((card) => b.cards.includes(card));
  const figures = [...a.figures].filter(([key]) => b.figures.has(key));
  if (isTogether || (a.cards.length > 0 && b.cards.length > 0) || figures.length === 0) return [];
  const things = [...a.things].filter(([key]) => b.things.has(key));
  const days = Math.abs(a.day - b.day);
  const weight = things.reduce((sum, [key]) => sum + weigh(key), 0) + figures.length - days / MOST_DAYS;
  const shares = [...things, ...figures].map(([, name]) => name);
  return [{ a, b, card: a.cards[0] ?? b.cards[0] ?? null, shares, days, weight }];
}
