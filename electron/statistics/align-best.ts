import { listPairs } from './agreement-sums.ts';
import { alignTwo } from './align-two.ts';
import { solveCover, type Group, type Solver } from './cover.ts';
import { toDissimilarity, type Place } from './dissimilarity.ts';

/** So many groups of units of one article, and so many steps to find them, no more: the programme would not end. */
const [MOST_GROUPS, MOST_STEPS] = [100_000, 2_000_000];

/** A unit in a group; `number`: over all coders; `unlike`: the others in the group together. */
type Member = { place: Place; number: number; unlike: number };

/**
 * Disorder of the best alignment of several coders' units, not yet divided by how many a coder made; undefined where it is too large to
 * be found. Two coders: an assignment; more: the cheapest cover by groups of units.
 */
export function alignBest(coders: readonly (readonly Place[])[], solver: Solver | null): number | undefined {
  if (coders.length === 2) return alignTwo(coders[0]!, coders[1]!);
  const groups = listGroups(coders);
  return groups && solveCover(groups, coders.flat().length, solver);
}

/**
 * Groups of units of different coders of which none would be as cheap alone; undefined where there are too many. The cost: the mean over all
 * pairs of coders, where a pair with nothing costs 1.
 *
 * Of a group of k a unit taken out saves its `unlike` and costs `pairs + k − 1` more, over the pairs.
 */
function listGroups(coders: readonly (readonly Place[])[]): Group[] | undefined {
  const pairs = listPairs(coders.length).length;
  const offsets = coders.map((_, n) => coders.slice(0, n).flat().length);
  const groups: Group[] = [];
  let steps = 0;
  const isWithin = (members: readonly Member[], size: number) =>
    members.every(({ unlike }) => unlike < pairs + size - 1);
  const add = (members: readonly Member[]) => {
    const size = members.length;
    if (size < 2 || !isWithin(members, size)) return;
    const unlike = members.reduce((sum, member) => sum + member.unlike, 0) / 2;
    groups.push({
      cost: (unlike + pairs - (size * (size - 1)) / 2) / pairs,
      units: members.map(({ number }) => number),
    });
  };
  /** Says whether there are not too many yet. */
  const extend = (coder: number, members: readonly Member[]): boolean => {
    steps += 1;
    if (steps > MOST_STEPS || groups.length > MOST_GROUPS) return false;
    if (coder === coders.length) {
      add(members);
      return true;
    }
    return (
      extend(coder + 1, members) &&
      coders[coder]!.every((place, n) => {
        const more = join(members, { place, number: offsets[coder]! + n });
        return !isWithin(more, coders.length) || extend(coder + 1, more);
      })
    );
  };
  return extend(0, []) ? groups : undefined;
}

function join(members: readonly Member[], { place, number }: Omit<Member, 'unlike'>): Member[] {
  let unlike = 0;
  const others = members.map((member) => {
    const apart = toDissimilarity(member.place, place);
    unlike += apart;
    return { ...member, unlike: member.unlike + apart };
  });
  return [...others, { place, number, unlike }];
}
