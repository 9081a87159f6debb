import type { QueryClient } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import type { Codebook } from '#shared/domain/codebook';
import { bySpan, overlaps } from '#shared/domain/span';
import type { Suggestion } from '#shared/domain/suggestion';
import { call } from './client.ts';

/**
 * Suggestions are asked for again so long after the last change that they may hang on, in milliseconds: tags come in bursts, and an
 * answer that is placed and drawn within one would be felt in the next key. What a tag rules out is gone at once all the same.
 */
const QUIET_MS = 800;
/** The same where so many are listed that reading the answer would be felt: they come once the person pauses. */
const MANY = 1000;
const LONG_QUIET_MS = 3000;

/** Changes after which other things may be suggested. */
const kindsThatTell = new Set([
  'annotation',
  'article',
  'assignment',
  'attribute',
  'batch',
  'dismissal',
  'entity',
  'entity_alias',
  'label',
  'outlet',
  'prediction',
  'propagation_rule',
]);

/** Suggestions that are asked for, and shown, at once: so many are read, placed and drawn without being felt. */
export const SUGGESTIONS_IN_PAGE = 2000;

export type SuggestionList = { suggestions: Suggestion[] };

/** Counts what has made the answer to a question that is under way out of date. */
let changes = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks for suggestions again once nothing has changed for a moment; what is on screen stays until the answer is there. */
export function refreshSuggestions(client: QueryClient, kinds: readonly string[]): void {
  if (!kinds.some((kind) => kindsThatTell.has(kind))) return;
  changes += 1;
  clearTimeout(waiting);
  const lists = client.getQueriesData<SuggestionList>({ queryKey: ['suggestions'], type: 'active' });
  const isLong = lists.some(([, list]) => (list?.suggestions?.length ?? 0) > MANY);
  const ask = () => {
    // never two at once: a long text takes seconds, and a browser has few connections, of which a tag needs one
    if (client.isFetching({ queryKey: ['suggestions'] }) > 0) waiting = setTimeout(ask, QUIET_MS);
    else void client.invalidateQueries({ queryKey: ['suggestions'] });
  };
  waiting = setTimeout(ask, isLong ? LONG_QUIET_MS : QUIET_MS);
}

/** Asks for what is suggested for an article; a long answer comes page by page and ends at a change. */
export async function askForSuggestions(
  client: QueryClient,
  article: string,
  signal: AbortSignal,
): Promise<SuggestionList> {
  const queryKey = ['suggestions', article];
  const began = changes;
  for (let told = 0; ;) {
    const page = await call('suggestions:list', { article, offset: told, limit: SUGGESTIONS_IN_PAGE });
    const before = client.getQueryData<SuggestionList>(queryKey);
    if (changes !== began && before) return before; // it might bring back what was taken meanwhile; it is asked for again
    const isLast = told + page.suggestions.length >= page.total || page.suggestions.length === 0;
    const list = putPage(before ?? { suggestions: [] }, page.suggestions, { at: told, isLast });
    told += page.suggestions.length;
    if (isLast || changes !== began || signal.aborted) return list;
    client.setQueryData(queryKey, list);
  }
}

/**
 * A list in which a page of a new answer stands at index `at`, in the place of what was suggested as far as it reaches; the last page
 * reaches to the end. What is suggested as before is the same object, and the same list comes back where all is.
 */
export function putPage(
  before: SuggestionList,
  page: readonly Suggestion[],
  { at, isLast }: { at: number; isLast: boolean },
): SuggestionList {
  const old = before.suggestions;
  const reach = page.at(-1)?.spans[0];
  let next = isLast ? old.length : at;
  while (reach && next < old.length && bySpan(old[next]!.spans[0]!, reach) <= 0) next += 1;
  const known = new Map(old.slice(at, next).map((each) => [each.id, each]));
  const fresh = page.map((each) => {
    const same = known.get(each.id);
    return same && isSame(same, each) ? same : each;
  });
  if (fresh.length === next - at && fresh.every((each, n) => each === old[at + n])) return before;
  return { suggestions: old.slice(0, at).concat(fresh, old.slice(next)) };
}

/** Whether two with one id, which is made from rule, label and place, say the same. */
const isSame = (a: Suggestion, b: Suggestion) =>
  a.label === b.label &&
  a.entity === b.entity &&
  a.entityUid === b.entityUid &&
  a.confidence === b.confidence &&
  JSON.stringify([a.reason, a.attributes]) === JSON.stringify([b.reason, b.attributes]);

const replaceList = (client: QueryClient, article: string, change: (all: Suggestion[]) => Suggestion[]) => {
  changes += 1;
  client.setQueryData<SuggestionList>(['suggestions', article], (list) => {
    const suggestions = list && change(list.suggestions);
    return suggestions && suggestions.length < list.suggestions.length ? { suggestions } : list;
  });
};

export const dropSuggestions = (client: QueryClient, article: string, ids: ReadonlySet<string>): void =>
  replaceList(client, article, (all) => all.filter(({ id }) => !ids.has(id)));

/** How far before a tag a suggestion is looked for that reaches into it, in UTF-16 code units: a claim is a sentence. */
const LONG_SUGGESTION = 2000;

/** What cannot be meant any more where something was tagged is gone at once, before it is asked for again. */
export function dropTagged(client: QueryClient, { article, label, spans }: Annotation): void {
  const labels = client.getQueryData<Codebook>(['codebook'])?.labels ?? [];
  const rivals = new Set([label, ...(labels.find(({ name }) => name === label)?.excludes ?? [])]);
  const isRival = (suggestion: Suggestion) =>
    rivals.has(suggestion.label) && suggestion.spans.some((span) => spans.some((other) => overlaps(span, other)));
  replaceList(client, article, (all) => {
    // there may be tens of thousands, nearly all of them elsewhere
    const first = findStart(all, spans[0]!.start - LONG_SUGGESTION);
    const next = findStart(all, spans.at(-1)!.end);
    return all.slice(0, first).concat(
      all.slice(first, next).filter((suggestion) => !isRival(suggestion)),
      all.slice(next),
    );
  });
}

/** Index of the first suggestion that begins at an offset or behind it. */
function findStart(inOrder: readonly Suggestion[], offset: number): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder[middle]!.spans[0]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
