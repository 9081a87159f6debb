import { THIN, type ComparisonCounts, type SideCounts, type SideName } from '../../domain/comparison.ts';
import type { ArticleFilter } from '../../domain/filter.ts';
import { stateWords } from './library.ts';
import { dateWords, numberWords } from './ui.ts';

const count = (n: number, one: string, many: string) => `${numberWords(n)} ${n === 1 ? one : many}`;
const letter = (side: SideName) => side.toUpperCase();

/** Days that a filter means: "from Jan 2019", "12 Jan 2019 – Feb 2019". */
function spanWords({ from, to }: ArticleFilter): string | undefined {
  if (from !== undefined && to !== undefined)
    return from === to ? dateWords(from) : `${dateWords(from)} – ${dateWords(to)}`;
  if (from !== undefined) return `from ${dateWords(from)}`;
  return to === undefined ? undefined : `to ${dateWords(to)}`;
}

/** What a side is, in short: its outlets, and what else it is narrowed to. */
export function sideWords(filter: ArticleFilter): { name: string | null; rest: string[] } {
  const { outlets, search, title, entities, labels, annotators, states, articles } = filter;
  const rest = [
    spanWords(filter),
    search !== undefined && search.trim() !== '' ? `“${search}”` : undefined,
    title !== undefined && title.trim() !== '' ? `title “${title}”` : undefined,
    entities && `about ${entities.join(', ')}`,
    labels && `with ${labels.join(', ')}`,
    annotators && `by ${annotators.join(', ')}`,
    states?.map((state) => stateWords[state]).join(' or '),
    articles && count(articles.length, 'chosen article', 'chosen articles'),
  ];
  return { name: outlets?.join(', ') ?? null, rest: rest.filter((each) => each !== undefined) };
}

/** Words of the frame around the views of a comparison. */
export const compareMessages = {
  view: 'Compare',
  blindLeftOut: (n: number) =>
    n === 1
      ? 'One article that you tag blind is left out of all that is compared here, until all who tag it blind are done.'
      : `${numberWords(n)} articles that you tag blind are left out of all that is compared here, until all who tag them blind are done.`,
  tabList: 'Compare',
  tabs: {
    articles: 'Articles',
    naming: 'Naming',
    claims: 'Claims',
    words: 'Words',
    sources: 'Sources',
    silence: 'Silence',
    time: 'Time and place',
  },
  looking: 'Comparing…',
  again: 'Look again',
  stopped: 'Stopped',
  emptyTitle: 'Nothing to compare yet',
  empty: 'Import articles of two outlets, and set them against each other here.',

  sides: 'Sides',
  side: (side: SideName) => `Side ${letter(side)}`,
  sideWord: 'Side',
  all: 'All articles',
  swap: 'Swap A and B',
  checkedOnly: 'checked only',
  articles: (n: number) => count(n, 'article', 'articles'),
  tokens: (n: number) => count(n, 'token', 'tokens'),
  /** Of what counts; undefined where nothing is tagged. */
  checked: ({ annotations, unchecked }: SideCounts) =>
    annotations === 0 ? 'nothing tagged' : `${Math.floor((1 - unchecked / annotations) * 100)} % checked`,
  counted: 'What was counted',
  countedOf: (side: SideName, { articles, tokens, annotations, unchecked, mentions, claims }: SideCounts) =>
    `${letter(side)}: ${count(articles, 'article', 'articles')}, ${count(tokens, 'token', 'tokens')}, ${count(annotations, 'annotation', 'annotations')} (${numberWords(mentions)} of actors, places and other labels, ${count(claims, 'claim', 'claims')}), ${numberWords(unchecked)} of them unchecked.`,
  leftOut: ({ a, b }: ComparisonCounts) =>
    `Left out: boilerplate and repeats of earlier blocks (${count(a.boilerplate, 'token', 'tokens')} in A, ${numberWords(b.boilerplate)} in B), suggestions, and what a review rejected.`,
  isCheckedOnly: 'Only annotations that somebody has checked count.',
  isNotCheckedOnly: 'Unchecked annotations count too.',
  whose: (side: SideName, by: SideCounts['by']) =>
    by.length === 0
      ? `Nothing is tagged in ${letter(side)}.`
      : `Annotations of ${letter(side)}: ${by.map(({ annotator, articles }) => `${annotator ?? 'settled by people together'} in ${count(articles, 'article', 'articles')}`).join(', ')}.`,
  thin: (side: SideName, { thin, articles, mentions }: SideCounts) =>
    `${letter(side)} is thin: ${thin
      .map((what) =>
        what === 'articles'
          ? `${count(articles, 'article', 'articles')}, fewer than ${THIN.articles}`
          : `${count(mentions, 'mention', 'mentions')}, fewer than ${THIN.mentions}`,
      )
      .join(', and ')}. What is said of it may be chance.`,
  onBoth: (n: number) =>
    n === 1
      ? 'One article is on both sides and counts on either.'
      : `${numberWords(n)} articles are on both sides and count on either.`,
  same: 'A and B are the same articles. Choose another side.',
  noArticle: (side: SideName) => `No article is on side ${letter(side)}. Choose others.`,

  dialog: {
    outlets: 'Outlets',
    findOutlet: 'Find an outlet',
    anyOutlet: 'None chosen: articles of any outlet, and of none.',
    noOutlet: 'No outlet is called so.',
    dates: 'Dates',
    from: 'From',
    to: 'To',
    dateBad: 'Write it as 2019, 2019-01 or 2019-01-16.',
    search: 'Words of the text',
    searchHint: 'As in Search: "heavy attack" OR raid',
    entities: 'Entities',
    addEntity: 'Add an entity…',
    entityHint: 'Articles in which it is tagged',
    remove: (name: string) => `Remove ${name}`,
    states: 'States',
    saved: 'Saved filters',
    noSaved: 'None yet. Save this one by a name, to have it again.',
    saveAs: 'Save by name',
    save: 'Save',
    replaces: (name: string) => `“${name}” is there already; it will say this.`,
    use: (name: string) => `Use ${name}`,
    renameOf: (name: string) => `Rename ${name}`,
    removeOf: (name: string) => `Remove the saved filter ${name}`,
    newName: 'New name',
    rename: 'Rename',
    total: (n: number) => count(n, 'article', 'articles'),
    asText: 'At the command line',
    everything: 'all articles',
    clear: 'Clear',
    apply: 'Compare',
  },

  export: {
    menu: 'Export',
    /** Of the folder or file that is written. */
    name: 'Comparison',
    tables: 'Tables (CSV)…',
    pictures: 'Pictures (SVG)…',
    report: 'Report…',
    all: 'Tables, pictures and report…',
    writing: 'Writing…',
    saved: (folder: string) => `Written to ${folder}.`,
    downloading: 'Written, read back, and handed to the browser.',
  },
} as const;
