import type { ArticleFilter } from '#shared/domain/filter';
import type { SearchSort } from '#shared/domain/search';

export type SearchMode = 'words' | 'regex' | 'annotations';

/** What was asked for last, and what is being typed; it outlives the view, so that a person comes back to their hits. */
export type SearchState = {
  mode: SearchMode;
  typed: string;
  asked: string;
  sort: SearchSort;
  filter: Pick<ArticleFilter, 'outlets' | 'from' | 'to' | 'states' | 'labels'>;
  /** Of annotations: an attribute that they have, with this value if one is given. */
  attribute: string | null;
  value: string;
  /** Of annotations: the outlet that alone has what they mean. */
  onlyIn: string | null;
};

export const emptySearch: SearchState = {
  mode: 'words',
  typed: '',
  asked: '',
  sort: 'newest',
  filter: {},
  attribute: null,
  value: '',
  onlyIn: null,
};

/** Whether there is something to look for. */
export const isAsked = ({ mode, asked, attribute, onlyIn, filter }: SearchState): boolean =>
  asked.trim() !== '' ||
  (mode === 'annotations' && (attribute !== null || onlyIn !== null || filter.labels !== undefined));

/** Words as one phrase of a query. */
export const toPhrase = (words: string): string => `"${words.replaceAll('"', ' ')}"`;

/** What of a filter of articles can be set beside a search. */
export function toSearchFilter(filter: ArticleFilter): SearchState['filter'] {
  const set = { ...filter };
  for (const name of ['articles', 'title', 'search', 'annotators', 'entities'] as const) delete set[name];
  return set;
}
