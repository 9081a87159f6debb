import type { Candidate } from './candidates.ts';

/** Listed names need no acronym to be known by: "Lima (AFP)" is a place and an agency. */
const mayBeNamed = ({ kind }: Candidate) =>
  kind === 'institution' || kind === 'plain' || kind === 'place' || kind === 'known';

/** Acronyms in brackets behind a name ("Reef Front (RF)"), and before one, each with the name that it stands for. */
export function pairAcronyms(candidates: readonly Candidate[]): Map<Candidate, Candidate> {
  const pairs = new Map<Candidate, Candidate>();
  candidates.forEach((candidate, n) => {
    const last = candidates[n - 1];
    if (!last || last.line !== candidate.line || last.to !== candidate.from) return;
    if (!/^\s?\($/u.test(candidate.line.words[candidate.from]!.gap)) return;
    if (candidate.kind === 'acronym' && mayBeNamed(last)) pairs.set(candidate, last);
    else if (last.kind === 'acronym' && mayBeNamed(candidate)) pairs.set(last, candidate);
  });
  return pairs;
}
