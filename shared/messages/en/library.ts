import { numberWords } from './ui.ts';

/** Words of the list of articles. */
export const libraryMessages = {
  articles: 'Articles',
  search: 'Search articles',
  searchTexts: 'Search the texts…',
  import: 'Import articles…',
  anyState: 'Any state',
  anyOutlet: 'Any outlet',
  outletFilter: (outlet: string) => `${outlet}, outlet of the articles listed`,
  anyLabel: 'Any label',
  labelFilter: (label: string) => `${label}, label in the articles listed`,
  from: 'Listed from this date on',
  to: 'Listed up to this date',
  fromPlaceholder: 'from',
  toPlaceholder: 'to',
  dateHint: '2019, 2019-01 or 2019-01-16',
  stateFilter: (state: string) => `${state}, state of the articles listed`,
  outletUnknown: 'Outlet not known',
  noTags: 'no tags',
  tags: (n: number) => `${numberWords(n)} ${n === 1 ? 'tag' : 'tags'}`,
  untitled: 'untitled',
  counts: (parts: string[]) => parts.join(', '),
  shown: (shown: number, all: number) =>
    shown === all ? numberWords(all) : `${numberWords(shown)} of ${numberWords(all)}`,
  emptyTitle: 'No articles yet',
  empty: 'Import articles saved from the web or as text; Galley cuts a page into its articles and keeps every word.',
  nothingFound: 'No article matches.',
  clear: 'Show all articles',
} as const;

/** How far the work on an article is, in words. */
export const stateWords = {
  new: 'new',
  tagging: 'tagging',
  done: 'done',
  'in review': 'in review',
  checked: 'checked',
  changed: 'changed since settled',
} as const;

/** The same where there is little room; the whole stands beside it for who cannot see it. */
export const shortStateWords = { ...stateWords, changed: 'changed' } as const;

/** How many of the four steps of its tally an article in this state has done. */
export const stateSteps = { new: 0, tagging: 1, done: 2, 'in review': 3, checked: 4, changed: 3 } as const;
