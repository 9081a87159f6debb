import type { HandTag } from '../helpers/hand-tags.ts';

/** What was proposed as a name, half-open. Unit: UTF-16. */
export type Proposed = { start: number; end: number; label: string };

/** Names that were tagged, what was proposed, and how many of both are the same: exact span and label. */
export type Score = { tagged: number; proposed: number; right: number };

export type Compared = { score: Score; missed: HandTag[]; wrong: Proposed[] };

const toKey = ({ start, end, label }: Proposed) => `${start}-${end} ${label}`;

/** Proposals against the names among hand tags; what is a designation there counts neither for nor against. */
export function compare(tags: readonly HandTag[], proposals: readonly Proposed[]): Compared {
  const names = tags.filter(({ kind }) => kind === 'name');
  const designations = new Set(tags.filter(({ kind }) => kind === 'designation').map(toKey));
  const tagged = new Set(names.map(toKey));
  const counted = proposals.filter((each) => !designations.has(toKey(each)));
  const proposed = new Set(counted.map(toKey));
  const right = [...tagged].filter((key) => proposed.has(key)).length;
  return {
    score: { tagged: tagged.size, proposed: proposed.size, right },
    missed: names.filter((tag) => !proposed.has(toKey(tag))),
    wrong: counted.filter((each) => !tagged.has(toKey(each))),
  };
}

/** Micro: every mention counts the same. */
export const addScores = (scores: readonly Score[]): Score =>
  scores.reduce(
    (sum, { tagged, proposed, right }) => ({
      tagged: sum.tagged + tagged,
      proposed: sum.proposed + proposed,
      right: sum.right + right,
    }),
    { tagged: 0, proposed: 0, right: 0 },
  );

const share = (part: number, of: number) => (of === 0 ? 1 : part / of);
export const precision = ({ right, proposed }: Score) => share(right, proposed);
export const recall = ({ right, tagged }: Score) => share(right, tagged);
export const f1 = ({ right, proposed, tagged }: Score) => share(2 * right, proposed + tagged);
