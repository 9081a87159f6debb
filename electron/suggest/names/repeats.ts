import type { Token } from '#shared/text/tokens';
import { toCandidate, type Candidate, type NameKind } from './candidates.ts';
import { toNameForm, type Mention } from './decide.ts';
import { FormIndex } from './form-index.ts';
import type { KnownHit, NameLabel } from './known-names.ts';
import { toForm, type ListedName } from './listed-names.ts';
import { nationalities } from './lists/demonyms.ts';
import { institutionWords } from './lists/institution-words.ts';
import { placeEndings } from './lists/place-words.ts';
import { isJoined, type Line, type Word } from './words.ts';
import { isWrittenAlike } from './written.ts';

/** A name that stands in the article; `label` undefined where each mention has to be told by its sentence. */
type Entry = { kind: NameKind; label: NameLabel | undefined; /** Where it was found in full. */ name?: string };
/** `written`: in which letters it may stand again. */
type Form = { written: string; entry: Entry };
type Hit = { start: number; end: number; entry: Entry };

/** A mention that the words around it did not show. `name`: what it repeats; undefined where `label` is. */
export type Repeat = { candidate: Candidate; label: NameLabel | undefined; name?: string };

/** What an article is searched in for repeats. */
export type Searched = {
  text: string;
  tokens: readonly Token[];
  lines: readonly Line[];
  listed: readonly ListedName[];
  known: readonly KnownHit[];
};

/** Shorter family names are mistaken for words. Unit: UTF-16. */
const SHORTEST_NAME = 3;

/**
 * Names that were found elsewhere in the article, by the same words or by a person's last name, where they were not found; and in
 * headlines, where capitals say nothing, any name that is known.
 */
export function findRepeats({ text, tokens, lines, listed, known }: Searched, mentions: readonly Mention[]): Repeat[] {
  const index = new FormIndex<Form>();
  const added = new Set<string>();
  for (const mention of mentions) addForms(index, added, text, mention);
  const repeated = index.find(text, tokens, ({ written }, { start, end }) =>
    isWrittenAlike(text.slice(start, end), written),
  );
  const open = (kind: NameKind): Entry => ({ kind, label: undefined });
  const hits: Hit[] = [
    ...repeated.map(({ start, end, values }) => ({ start, end, entry: values[0]!.entry })),
    ...known.map(({ start, end }) => ({ start, end, entry: open('known') })),
    ...listed.map(({ start, end, kind }) => ({ start, end, entry: open(kind) })),
  ];
  const byStart = Map.groupBy(hits, ({ start }) => start);
  const taken = new Set(mentions.flatMap(({ candidate: { line, from, to } }) => line.words.slice(from, to)));
  return lines.flatMap((line) => listInLine(line, byStart, taken));
}

function addForms(index: FormIndex<Form>, added: Set<string>, text: string, { candidate, label }: Mention): void {
  const { kind, line, from, to, start, end } = candidate;
  const written = text.slice(start, end);
  const entry: Entry = { kind, label: kind === 'power' ? undefined : label, name: written };
  const add = (form: string, value: Form) => {
    if (!added.has(form)) index.add(form, value);
    added.add(form);
  };
  for (const form of [toForm(written), toNameForm(written)]) add(form, { written, entry });
  const last = line.words[to - 1]!.text;
  if (kind !== 'person' || to - from < 2 || last.length < SHORTEST_NAME) return;
  for (const form of [toForm(last), toNameForm(last)]) add(form, { written: last, entry });
}

function listInLine(line: Line, byStart: ReadonlyMap<number, readonly Hit[]>, taken: ReadonlySet<Word>): Repeat[] {
  const { words } = line;
  const found: Repeat[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const hit = findLongest(words, from, byStart);
    const repeat = findInHeadline(line, from, hit) ?? (hit && toRepeat(line, from, hit.to, hit.entry));
    if (!repeat || words.slice(from, repeat.candidate.to).some((word) => taken.has(word))) continue;
    found.push(repeat);
    from = repeat.candidate.to - 1;
  }
  return found;
}

const toRepeat = (line: Line, from: number, to: number, { kind, label, name }: Entry): Repeat => ({
  candidate: toCandidate(line, from, to, kind),
  label,
  ...(label !== undefined && name !== undefined && { name }),
});

function findLongest(words: readonly Word[], from: number, byStart: ReadonlyMap<number, readonly Hit[]>) {
  let best: { to: number; entry: Entry } | undefined;
  for (const { end, entry } of byStart.get(words[from]!.start) ?? []) {
    let to = from;
    while (to < words.length && words[to]!.end < end) to += 1;
    if (to < words.length && words[to]!.end - end <= 1 && to + 1 > (best?.to ?? from)) best = { to: to + 1, entry };
  }
  return best;
}

/** What words of a headline are together: "Temsari Army …", "… in Murayn Desert", "Reef Group …". */
function findInHeadline(line: Line, from: number, hit: { to: number; entry: Entry } | undefined): Repeat | undefined {
  const { words, style } = line;
  const to = hit?.to ?? from + 1;
  const next = words[to];
  if (style === 'plain' || !next || !isJoined(next, words[to - 1]!)) return undefined;
  const whole = (kind: NameKind, label: NameLabel) => toRepeat(line, from, to + 1, { kind, label });
  if (!hit) {
    const isBody = nationalities.has(words[from]!.text) && institutionWords.has(next.text);
    return isBody ? whole('institution', 'actor') : undefined;
  }
  if (hit.entry.label !== 'actor' && placeEndings.has(next.text)) return whole('place', 'location');
  const isGroup = /^(?:Group|Organi[sz]ation)$/u.test(next.text);
  return hit.entry.label !== 'location' && isGroup ? whole('institution', 'actor') : undefined;
}
