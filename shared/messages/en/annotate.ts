import { labelWords, numberWords, shortQuote as short } from './ui.ts';

/** Words of the Annotate view. */
export const annotateMessages = {
  titleApart: 'The title is known from beside the text; only the text can be tagged.',
  text: 'Article text',
  reader: 'Reader',
  back: 'Back',
  forward: 'Forward',
  labelCount: labelWords,
  state: (state: string) => `${state}, state of this article`,
  details: 'Article details…',
  words: (n: number) => `${numberWords(n)} word${n === 1 ? '' : 's'}`,
  sha: (hash: string) => `sha ${hash}`,
  imported: (date: string) => `imported ${date}`,
  outletUnknown: 'Outlet not known',
  tagAs: 'Tag as',
  chooseTitle: 'No article is open',
  choose: 'Choose one in the list of articles, or import some.',
  nothingToTag: 'Nothing to tag here: select some words, or put the caret into one.',
  tagged: (label: string, quote: string) => `“${short(quote)}” tagged as ${label}`,
  relabelled: (label: string, quote: string) => `“${short(quote)}” is tagged as ${label} now`,
  taggedThough: (label: string, quote: string, other: string) =>
    `“${short(quote)}” tagged as ${label}, and as ${other} too, though the codebook says that they exclude one another`,
  alreadyTagged: (label: string, quote: string) => `“${short(quote)}” is tagged as ${label} already`,
  moved: (label: string, quote: string) => `${label} stands on “${short(quote)}” now`,
  added: (label: string, quote: string) => `${label} stands on “${short(quote)}” now: words added`,
  cut: (label: string, quote: string) => `${label} stands on “${short(quote)}” now: words taken away`,
  partsStay: (label: string, quote: string) => `${label} stands on “${short(quote)}” as before`,
  nothingLeft: 'That would leave the annotation without words: Delete removes it. Nothing was changed.',
  stillSaving: 'What was tagged just now is still being saved. Nothing was changed.',
  onlySuggested: 'That is a suggestion: take it first, then change it.',
  stack: (n: number) => `${numberWords(n)} annotations here`,
  stackLabel: 'Annotations here',
  nothingSelected: 'Select the words that it shall stand on first.',
  removed: (label: string, quote: string) => `${label} “${short(quote)}” removed`,
  nothingInFocus: 'No annotation is in focus: Tab goes to the next one.',
  /** The entity is told where it has another name than these words. */
  highlight: (label: string, quote: string, entity: string | null, state: string | null) =>
    [`${label}: ${short(quote)}`, entity === quote ? null : entity, state].filter((part) => part !== null).join(', '),
} as const;

export const inspectorMessages = {
  inspector: 'Inspector',
  all: 'Annotations',
  allHere: 'All annotations here',
  nOfM: (n: number, m: number) => `${numberWords(n)} of ${numberWords(m)}`,
  previous: 'Previous annotation',
  next: 'Next annotation',
  remove: 'Remove',
  label: 'Label',
  where: 'Where',
  span: (start: number, end: number) => `characters ${numberWords(start)}–${numberWords(end)}`,
  move: 'Set to selection',
  moveHint: 'Select other words in the text, then set the annotation to them',
  by: 'By',
  state: 'State',
  note: 'Note',
  noteHint: 'What should the next reader know?',
  guideline: 'Guideline',
  history: 'History',
  changes: (n: number) => `${numberWords(n)} change${n === 1 ? '' : 's'}`,
  another: (name: string) => `${name} made this; another person's work is reviewed, not changed.`,
  sort: 'Sort by',
  sorts: { place: 'place', label: 'label', text: 'text' },
  labelFilter: 'Labels shown',
  allLabels: 'all',
  emptyTitle: 'Nothing tagged yet',
  empty: (keys: string) =>
    `Select words in the text and press ${keys}. With no selection, the word at the caret is tagged.`,
  nothingFound: 'No annotation of this label here.',
} as const;

export const originWords = {
  hand: 'by hand',
  suggestion: 'a suggestion that was taken',
  propagation: 'propagated',
  import: 'imported',
  adjudication: 'settled between people',
} as const;

export const annotationStateWords = {
  unchecked: 'not checked',
  accepted: 'accepted',
  corrected: 'corrected',
  rejected: 'rejected',
  unsure: 'unsure',
} as const;

/** One change of an annotation, as its history tells it. */
export const changeWords = {
  tagged: (label: string) => `tagged as ${label}`,
  removed: 'removed',
  back: 'brought back',
  takenBack: 'tag taken back',
  label: (before: string, after: string) => `${before} changed to ${after}`,
  unknownLabel: 'a label that is gone',
  linked: (entity: string) => `linked to ${short(entity)}`,
  unlinked: 'linked to no entity any more',
  values: (attributes: readonly string[]) =>
    attributes.length === 0 ? 'values changed' : `${attributes.join(', ')} changed`,
  note: 'note changed',
  spans: 'words changed',
  other: 'changed',
} as const;

export const detailsMessages = {
  title: 'Article details',
  titleField: 'Title',
  outlet: 'Outlet',
  outletHint: 'Leave it empty where it is not known.',
  date: 'Date',
  dateHint: 'As exactly as it is known: 2019, 2019-01 or 2019-01-16.',
  dateWritten: (written: string) => `It is written as “${written}”.`,
  byline: 'Byline',
  save: 'Save details',
  source: (file: string, start: number, end: number) =>
    `From ${file}, characters ${numberWords(start)}–${numberWords(end)}. The text itself never changes.`,
  sourceRow: (file: string, row: number) => `From ${file}, row ${numberWords(row)}. The text itself never changes.`,
  meta: 'What else the file says of it',
  badDate: 'Write a date as 2019, 2019-01 or 2019-01-16.',
  noTitle: 'A title is needed.',
} as const;
