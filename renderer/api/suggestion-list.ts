import type { QueryClient } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import type { Codebook } from '#shared/domain/codebook';
import { overlaps } from '#shared/domain/span';
import type { Suggestion } from '#shared/domain/suggestion';

/** Suggestions are asked for again so long after the last change that they may hang on, in milliseconds: tags come in bursts. */
const QUIET_MS = 300;
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

type SuggestionList = { suggestions: Suggestion[] };

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks for suggestions again once nothing has changed for a moment; what is on screen stays until the answer is there. */
export function refreshSuggestions(client: QueryClient, kinds: readonly string[]): void {
  if (!kinds.some((kind) => kindsThatTell.has(kind))) return;
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

/** An answer in which what is suggested as before is the same object, so that it is not drawn anew. */
export function shareSuggestions(before: unknown, now: unknown): unknown {
  if (before === undefined || before === now) return now;
  const known = new Map((before as SuggestionList).suggestions.map((each) => [each.id, each]));
  const suggestions = (now as SuggestionList).suggestions.map((each) => {
    const same = known.get(each.id);
    return same === each || (same && JSON.stringify(same) === JSON.stringify(each)) ? same : each;
  });
  return { suggestions };
}

const keep = (client: QueryClient, article: string, isKept: (suggestion: Suggestion) => boolean) =>
  client.setQueryData<SuggestionList>(['suggestions', article], (list) => {
    const suggestions = list?.suggestions.filter(isKept);
    return suggestions && suggestions.length < list!.suggestions.length ? { suggestions } : list;
  });

export const dropSuggestions = (client: QueryClient, article: string, ids: ReadonlySet<string>): void =>
  void keep(client, article, ({ id }) => !ids.has(id));

/** What cannot be meant any more where something was tagged is gone at once, before it is asked for again. */
export function dropTagged(client: QueryClient, { article, label, spans }: Annotation): void {
  const labels = client.getQueryData<Codebook>(['codebook'])?.labels ?? [];
  const rivals = new Set([label, ...(labels.find(({ name }) => name === label)?.excludes ?? [])]);
  const [from, to] = [spans[0]!.start, spans.at(-1)!.end];
  const isOver = (suggestion: Suggestion) =>
    suggestion.spans.some((span) => spans.some((other) => overlaps(span, other)));
  // there may be ten thousand, nearly all of them elsewhere
  const isElsewhere = ({ spans: of }: Suggestion) => of[0]!.start >= to || of.at(-1)!.end <= from;
  keep(
    client,
    article,
    (suggestion) => isElsewhere(suggestion) || !rivals.has(suggestion.label) || !isOver(suggestion),
  );
}
