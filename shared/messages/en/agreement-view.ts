import type { Origin } from '../../domain/annotation.ts';
import type { AgreementBy, MatchKind } from '../../domain/agreement.ts';
import { numberWords } from './ui.ts';

const articles = (n: number) => `${numberWords(n)} ${n === 1 ? 'article' : 'articles'}`;
const coderWords = (coders: readonly string[]) => coders.join(', ');

/** Words of Review's tab Agreement. */
export const agreementViewMessages = {
  looking: 'Working out how far people agree',
  stopped: 'That was stopped.',
  again: 'Work it out',
  emptyTitle: 'Nothing to compare yet',
  empty:
    'Agreement is worked out once two people have said that they are done with the same article. Give articles to two people; what is not finished counts as missing, not as blank.',
  emptyFilter: 'None of the articles that are chosen here was finished by two people.',
  showAll: 'Show all',
  toWork: 'Give articles to two people…',

  filters: 'Who and which articles',
  people: 'People',
  finished: (name: string, n: number) => `${name}: ${numberWords(n)} finished`,
  twoAtLeast: 'Two people at least are compared.',
  outletFilter: (outlet: string) => `${outlet}, outlet of the articles compared`,
  stateFilter: (state: string) => `${state}, state of the articles compared`,
  from: 'Articles from this date on',
  to: 'Articles up to this date',

  gamma: 'Work out γ',
  gammaHint: 'Takes minutes where much was tagged by many; it can be stopped.',
  gammaLooking: 'Working out γ',
  export: 'Export…',
  exportName: 'Agreement',
  exportHint: 'All tables as CSV with both ends of each interval, all figures as JSON, the pictures as SVG',
  exporting: 'Writing figures of agreement',
  exported: (folder: string | null) =>
    folder === null ? 'Written, read back, and handed to the browser.' : `Written to ${folder}.`,

  /** Above the rows of some of the people. */
  setOf: (coders: readonly string[], isAll: boolean) =>
    isAll ? `All ${coders.length}: ${coderWords(coders)}` : coderWords(coders),
  interval: (low: string, high: string) => `${low} to ${high}`,
  figure: (row: string, name: string, value: string, interval: string | null) =>
    `${row}, ${name}: ${value}${interval === null ? ', no interval' : ` ${interval} (95 %)`}: what stands behind it`,
  articlesOf: (row: string, n: number) => `${row}: ${articles(n)}`,
  undefinedBecause: (name: string, because: string) => `${name} is undefined: ${because}`,
  undefinedTitle: (names: readonly string[], rows: string) => `${names.join(', ')} undefined for ${rows}.`,
  undefinedSays: (because: string) => `${because.slice(0, 1).toUpperCase()}${because.slice(1)}. Not shown as 0 or 1.`,
  unfinished: (n: number) => `${articles(n)} unfinished`,
  allRows: 'all rows',
  hollowTitle: 'What makes these figures hollow',

  over: 'By outlet and over time',
  by: { outlet: 'by outlet', week: 'by week', month: 'by month' } satisfies Record<AgreementBy, string>,
  labels: (name: string) => `Drawn: ${name}`,
  picture: {
    name: (by: AgreementBy, label: string) =>
      `uα of ${label} ${by === 'outlet' ? 'by outlet' : `by ${by}`}, with 95 % intervals`,
    axis: 'uα',
    articles,
    isUndefined: 'undefined',
    more: (n: number) => `and ${numberWords(n)} more, in the table`,
  },

  behind: 'What stands behind the number',
  close: 'Close',
  matchesTitle: (row: string, coders: readonly string[]) => `${row}: ${coderWords(coders)}`,
  kinds: 'Which are listed',
  kind: {
    differ: 'differ',
    label: 'label',
    boundary: 'edges',
    'only-one': 'only one',
    agree: 'agree',
  } satisfies Record<MatchKind | 'differ', string>,
  match: {
    label: 'another label',
    boundary: 'other edges',
    'only-one': 'only one tagged it',
    agree: 'the same',
  } satisfies Record<MatchKind, string>,
  nothing: 'nothing here',
  open: 'Open in Annotate',
  openOf: (words: string) => `Open in Annotate: ${words}`,
  settle: 'Settle',
  settleOf: (title: string) => `Settle: ${title}`,
  count: (shown: number, total: number) =>
    shown === total ? numberWords(total) : `${numberWords(shown)} of ${numberWords(total)}`,
  more: 'Show more',
  mostShown: 'More than a thousand are not listed here: choose fewer articles above.',
  none: 'There is none.',
  hidden: (n: number) =>
    `What stands in ${articles(n)} is not shown: you have yet to tag ${n === 1 ? 'it' : 'them'} blind.`,

  workTitle: (coder: string, row: string) => `${coder}: ${row}`,
  workOf: {
    annotations: 'all annotations',
    hand: 'by hand',
    suggestion: 'began as suggestions',
    propagation: 'propagated',
    import: 'imported',
    united: 'overlapping another of the same label: one stretch for α and uα',
    severalSpans: 'of several spans',
    clashing: 'overlapping another of a label that excludes theirs',
  } satisfies Record<Exclude<Origin, 'adjudication'> | 'annotations' | 'united' | 'severalSpans' | 'clashing', string>,

  articlesTitle: {
    articles: 'Articles that count',
    blind: 'Articles that all of them tagged blind',
    unfinished: 'Articles that are not finished by all',
  },
  waitsFor: (names: readonly string[]) => `waits for ${coderWords(names)}`,
  finishedBy: (names: readonly string[]) => `finished by ${coderWords(names)}`,
  blind: 'blind',
  noOutlet: 'outlet not known',
} as const;
