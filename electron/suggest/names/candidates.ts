import type { Span } from '#shared/domain/span';
import { eventWords } from './lists/common-words.ts';
import { nationalities, peoples } from './lists/demonyms.ts';
import { institutionBeginnings, institutionWords } from './lists/institution-words.ts';
import { toWords } from './lists/list.ts';
import { compassWords, placeBeginnings, placeEndings } from './lists/place-words.ts';
import type { ListedKind } from './listed-names.ts';
import { findLinkOfTitle, isLink, isPerson } from './person-shape.ts';
import type { Run } from './runs.ts';
import { findListedAt, findListedIn, isShortName, trimRun, type Surroundings } from './trim-run.ts';
import type { Line, Word } from './words.ts';

/** What a name is by its form or our lists; `plain`: nothing says; `known`: the corpus has it. */
export type NameKind = ListedKind | 'person' | 'institution' | 'place' | 'acronym' | 'plain' | 'known';

/** Words `[from, to)` of a line that are one name, with the span of them. */
export type Candidate = Span & Run & { line: Line; kind: NameKind };

/** Buildings that belong to a state: its adjective is a part of their name. */
const ofStates = toWords('Embassy Consulate Airbase Base Bases');
const isEvent = ({ text }: Word) => text === 'Operation' || text === 'Battle';

export const toCandidate = (line: Line, from: number, to: number, kind: NameKind): Candidate => ({
  ...{ line, from, to, kind },
  start: line.words[from]!.start,
  end: line.words[to - 1]!.end,
});

/** The names that a run of capitals holds: one, several, or none. */
export function cutRun(line: Line, run: Run, around: Surroundings): Candidate[] {
  const { words } = line;
  const trimmed = trimRun(words, run, around);
  const { from, to } = trimmed;
  if (from >= to) return [];
  const cut = (start: number, end: number) => (start < end ? cutRun(line, { from: start, to: end }, around) : []);
  const cutAround = (part: Run & { kind: NameKind }) => [
    ...cut(from, part.from),
    toCandidate(line, part.from, part.to, part.kind),
    ...cut(part.to, to),
  ];

  const whole = findListedAt(words, from, around);
  if (whole && whole.to >= to) return cutAround(whole);
  const kind = findKind(words, trimmed, around);
  if (kind === 'event') return [];
  const link = kind === undefined ? findLinkOfTitle(words, trimmed) : undefined;
  if (link !== undefined) return [...cut(from, link), ...cut(link + 1, to)];
  if (kind === 'person' || kind === 'institution') return cutAround({ from, to, kind });
  const start = ofStates.has(words[to - 1]!.text) ? from : skipAdjectives(words, from, to);
  if (start > from) return cut(start, to);
  const ending = to - from > 1 ? findListedIn(words, { from: from + 1, to: to - 1 }, around, to) : undefined;
  if (ending) return cutAround(ending);
  if (kind !== undefined) return cutAround({ from, to, kind });
  const isPlace = to - from > 1 && placeBeginnings.has(words[from]!.text);
  const within = isPlace ? undefined : findListedIn(words, trimmed, around);
  // "Social Democrats": a body of our lists with more before it
  if (within)
    return cutAround(within.kind === 'organisation' && within.to === to ? { from, to, kind: 'institution' } : within);
  const isAcronym = to - from === 1 && /^\p{Lu}\p{L}{0,4}\p{Lu}$/u.test(words[from]!.text);
  return cutAround({ from, to, kind: isPlace ? 'place' : isAcronym ? 'acronym' : 'plain' });
}

/** What a run is as a whole, where its words say so. */
function findKind(words: readonly Word[], run: Run, around: Surroundings) {
  const { from, to } = run;
  if (isShortName(words, from, to - 1)) return 'institution';
  if (to - from < 2) return undefined;
  if (isPerson(words, run, (part) => findListedIn(words, part, around) !== undefined)) return 'person';
  if (isEvent(words[from]!)) return 'event';
  if (findLinkOfTitle(words, run) !== undefined) return undefined;
  const head = findHead(words, run);
  if (institutionWords.has(head) || institutionBeginnings.has(words[from]!.text)) return 'institution';
  if (placeEndings.has(head) || compassWords.has(words[from]!.text)) return 'place';
  return eventWords.has(head) ? 'event' : undefined;
}

/** The word that says what a name is of: *Bank* of Temsar, Reef *Front*. */
function findHead(words: readonly Word[], { from, to }: Run): string {
  const last = words[to - 1]!.text;
  if (institutionWords.has(last) || placeEndings.has(last)) return last;
  for (let at = from + 1; at < to; at += 1) if (isLink(words[at]!)) return words[at - 1]!.text;
  return last;
}

/** "Peruvian" before what is no body: the name starts behind it. */
function skipAdjectives(words: readonly Word[], from: number, to: number): number {
  let start = from;
  const isAdjective = ({ text }: Word) => (nationalities.has(text) || peoples.has(text)) && !compassWords.has(text);
  while (start < to - 1 && isAdjective(words[start]!)) start += 1;
  return start;
}
