import { tokenise, type Token } from '#shared/text/tokens';
import { isGraphemeBorder } from '#shared/text/graphemes';
import type { Found, Reading } from '../found.ts';
import { isAdjective, isThing, listBodies, widenToBody } from './bodies.ts';
import { cutRun, type Candidate } from './candidates.ts';
import { decide, toNameForm, type Facts, type Mention } from './decide.ts';
import { isEnglish } from './is-english.ts';
import { findKnownForms, isNameLabel, KnownNames, toGround, type KnownHit } from './known-names.ts';
import type { KnownForm, NameKnowledge } from './knowledge.ts';
import { findListedNames } from './listed-names.ts';
import { keepLongest, mergeKnown } from './merge-known.ts';
import { findRepeats, type Repeat } from './repeats.ts';
import { listRuns } from './runs.ts';
import { countCases, type Surroundings } from './trim-run.ts';
import { readLines, type Line } from './words.ts';

/** Sure by the mention that it repeats. */
const OF_REPEAT = 0.8;
/** Names of labels whose sentences say nothing here. */
const OF_OTHER_LABEL = 0.6;

/**
 * Actors and locations that a text names, and names of other labels that the corpus knows, in reading order; of actors and
 * locations no two overlap. In a text that is not English only what the corpus knows.
 */
export function findNames(reading: Reading, { forms, places }: NameKnowledge): Found[] {
  const { text } = reading;
  const tokens = tokenise(text);
  const lines = readLines(reading);
  const [names, others] = partForms(forms);
  const known = new KnownNames(text, tokens, names);
  const isRead = isEnglish(reading.language, lines);
  const listed = isRead ? findListedNames(text, tokens) : [];
  const facts: Facts = { text, known, places };

  const around: Surroundings = { listed: new Map(listed.map((name) => [name.start, name])), ...countCases(lines) };
  const hits = partByLine(lines, known.hits);
  const candidates = lines.flatMap((line, n) => {
    if (line.style !== 'plain') return [];
    return mergeKnown(line, isRead ? listCandidates(line, around) : [], hits[n]!).filter((one) => !isAdjective(one));
  });
  const mentions = decide(candidates, facts);
  const repeats = findRepeats({ text, tokens, lines, listed, known: known.hits }, mentions);
  const all = [...mentions, ...settleRepeats(repeats, facts)];
  return [...all.map(toFound), ...findOthers(text, tokens, others)]
    .filter(({ spans }) =>
      spans.every(({ start, end }) => isGraphemeBorder(text, start) && isGraphemeBorder(text, end)),
    )
    .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
}

function listCandidates(line: Line, around: Surroundings): Candidate[] {
  const cut = listRuns(line.words).flatMap((run) => cutRun(line, run, around));
  return keepLongest([...listBodies(line), ...cut.map(widenToBody).filter((candidate) => !isThing(candidate))]);
}

/** The known names of each line; both are in reading order. */
function partByLine(lines: readonly Line[], hits: readonly KnownHit[]): KnownHit[][] {
  let next = 0;
  return lines.map(({ words }) => {
    const end = words.at(-1)!.end;
    const first = next;
    while (next < hits.length && hits[next]!.start < end) next += 1;
    return hits.slice(first, next);
  });
}

function settleRepeats(repeats: readonly Repeat[], facts: Facts): Mention[] {
  const kept = repeats.filter(({ candidate }) => !isAdjective(candidate));
  const open = kept.flatMap(({ candidate, label }) => (label === undefined ? [candidate] : []));
  const closed = kept.flatMap(({ candidate, label, name }): Mention[] => {
    if (label === undefined) return [];
    const form = toNameForm(facts.text.slice(candidate.start, candidate.end));
    const ground = facts.known.findGround(form, label) ?? {
      rule: 'repeat',
      reason: name === undefined ? {} : { name },
    };
    return [{ candidate, label, confidence: OF_REPEAT, ...ground }];
  });
  return [...decide(open, facts), ...closed];
}

function partForms(forms: Iterable<KnownForm>): [names: KnownForm[], others: KnownForm[]] {
  const parts: [KnownForm[], KnownForm[]] = [[], []];
  for (const form of forms) parts[isNameLabel(form.label) ? 0 : 1].push(form);
  return parts;
}

/** Names of labels that a team added: wherever they stand, each label by itself. */
function findOthers(text: string, tokens: readonly Token[], forms: readonly KnownForm[]): Found[] {
  return [...Map.groupBy(forms, ({ label }) => label)].flatMap(([label, own]) =>
    findKnownForms(text, tokens, own).flatMap(({ start, end, forms: met }): Found[] => {
      const ground = toGround(met);
      return ground ? [{ label, spans: [{ start, end }], confidence: OF_OTHER_LABEL, ...ground }] : [];
    }),
  );
}

const toFound = ({ candidate: { start, end }, ...mention }: Mention): Found => ({
  ...mention,
  spans: [{ start, end }],
});
