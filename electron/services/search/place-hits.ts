import type { Span } from '#shared/domain/span';
import { widenToGraphemes } from '#shared/text/graphemes';
import type { Phrase, SearchQuery } from '#shared/text/search-query';
import { tokenise, type Token } from '#shared/text/tokens';

export type PlacedHit = Span & { where: 'text' | 'title' };

/** Words in a row, by their places among the words of a text. Unit: words, half-open. */
type Run = { from: number; to: number };
type Runs = Record<PlacedHit['where'], Run[]>;
type Words = Record<PlacedHit['where'], Token[]>;

/** Where an article holds what a query asks for, in reading order and without overlap; empty where it does not. */
export function placeHits(query: SearchQuery, { title, text }: { title: string; text: string }): PlacedHit[] {
  const words: Words = { title: tokenise(title), text: tokenise(text) };
  const runs = findRuns(query, words);
  if (!runs) return [];
  const inText = runs.text.map((run) => toSpan(words.text, run));
  const inTitle = runs.title.map((run) => toSpan(words.title, run));
  // a title that stands in the text too is counted once
  const titleAt = title === '' ? -1 : text.indexOf(title);
  const shifted = inTitle.map(({ start, end }) => ({ start: start + titleAt, end: end + titleAt }));
  return [
    ...(titleAt === -1 ? toHits(title, inTitle, 'title') : []),
    ...toHits(text, titleAt === -1 ? inText : [...inText, ...shifted], 'text'),
  ];
}

const toSpan = (words: Token[], { from, to }: Run): Span => ({ start: words[from]!.start, end: words[to - 1]!.end });

/** Of spans that overlap the one that begins first, and of those the longest. */
function toHits(text: string, spans: Span[], where: PlacedHit['where']): PlacedHit[] {
  const hits: PlacedHit[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start >= (hits.at(-1)?.end ?? 0)) hits.push({ ...widenToGraphemes(text, span), where });
  }
  return hits;
}

/** The runs of words that a query means; null where the article does not hold what it asks for. */
function findRuns(query: SearchQuery, words: Words): Runs | null {
  switch (query.type) {
    case 'phrase':
      return orNull({
        title: findPhrase(query.phrase, words.title),
        text: query.isTitle ? [] : findPhrase(query.phrase, words.text),
      });
    case 'near':
      return orNull({ title: findNear(query, words.title), text: findNear(query, words.text) });
    case 'any':
      return orNull(join(query.parts.map((part) => findRuns(part, words) ?? { title: [], text: [] })));
    case 'all': {
      const all = query.parts.map((part) => findRuns(part, words));
      const isThere = all.every((runs) => runs !== null);
      return isThere && query.without.every((part) => findRuns(part, words) === null) ? join(all) : null;
    }
  }
}

const join = (all: Runs[]): Runs => ({
  title: all.flatMap(({ title }) => title),
  text: all.flatMap(({ text }) => text),
});
const orNull = (runs: Runs): Runs | null => (runs.title.length + runs.text.length > 0 ? runs : null);

function findPhrase({ words: sought, isPrefix }: Phrase, words: Token[]): Run[] {
  const runs: Run[] = [];
  const last = sought.length - 1;
  const [first] = sought;
  for (let from = 0; from + last < words.length; from += 1) {
    if (words[from]!.token !== first && (last > 0 || !isPrefix)) continue;
    const isHere = sought.every((word, n) => {
      const { token } = words[from + n]!;
      return n === last && isPrefix ? token.startsWith(word) : token === word;
    });
    if (isHere) runs.push({ from, to: from + sought.length });
  }
  return runs;
}

/** The shortest runs that hold each phrase, none of which ends more than `distance` words before the last one begins. */
function findNear({ phrases, distance }: { phrases: Phrase[]; distance: number }, words: Token[]): Run[] {
  const found = phrases.map((phrase) => findPhrase(phrase, words));
  const starts = [...new Set(found.flat().map(({ from }) => from))].sort((a, b) => a - b);
  const runs: Run[] = [];
  for (const last of starts) {
    // of each phrase the place next to it: what lies further back is further away
    const next = found.map((places) => places.findLast(({ from }) => from <= last));
    const clump = next.filter((run) => run !== undefined && last - run.to <= distance) as Run[];
    if (clump.length < phrases.length) continue;
    const run = { from: Math.min(...clump.map(({ from }) => from)), to: Math.max(...clump.map(({ to }) => to)) };
    const before = runs.at(-1);
    if (before?.from === run.from) continue; // one that ended before is the shorter
    if (before?.to === run.to) runs.pop();
    runs.push(run);
  }
  return runs;
}
