import type { Decision } from '../../domain/review.ts';
import { numberWords, shortQuote } from './ui.ts';

/** Reasons that are picked by number before a checker has given any of their own. */
export const checkReasons: Readonly<Record<Exclude<Decision, 'accepted'> | 'missing', readonly string[]>> = {
  rejected: ['not in codebook', 'not meant here', 'tagged twice', 'wrong label'],
  corrected: ['loose boundary', 'wrong label', 'wrong entity', 'wrong attribute'],
  unsure: ['codebook is silent', 'ambiguous words', 'needs a second opinion'],
  missing: ['left out', 'every mention counts'],
};

const decisions: Record<Decision | 'missing', string> = {
  accepted: 'accepted',
  corrected: 'corrected',
  rejected: 'rejected',
  unsure: 'left open',
  missing: 'added as missing',
};

/** Words of Review's tab Check. */
export const checkMessages = {
  // queue
  queue: 'Queue',
  heading: 'To check',
  list: 'Annotations to check',
  segments: 'Which annotations',
  segment: { unchecked: 'unchecked', unsure: 'unsure', accepted: 'accepted' },
  progress: (done: number, all: number) => `${numberWords(done)} of ${numberWords(all)} checked`,
  byPerson: 'By person',
  personProgress: (name: string, done: number, all: number) =>
    `${name}: ${numberWords(done)} of ${numberWords(all)} checked`,
  ownLeftOut:
    'Your own annotations are not here: somebody else checks them. Articles that you tag blind still are left out.',
  more: (n: number) => `${numberWords(n)} more`,
  filters: 'Filter',
  outlet: { any: 'any outlet', name: (word: string) => `Outlet: ${word}` },
  person: { any: 'anybody', name: (word: string) => `Tagged by: ${word}` },
  label: { any: 'any label', name: (word: string) => `Label: ${word}` },
  onlyArticle: 'this article only',
  onlyOutdated: (n: number) => `changed since (${numberWords(n)})`,
  emptyTitle: {
    unchecked: 'Nothing to check',
    unsure: 'Nothing was left open',
    accepted: 'Nothing was accepted yet',
  },
  empty: {
    unchecked: 'All annotations of others that count here have been looked at.',
    unsure: 'What a checker was unsure of is here until somebody decides it.',
    accepted: 'What you accept is here, to look at again.',
  },
  allLooked: 'Show all',
  unreadable: 'What is to be checked cannot be read now',

  // text
  text: 'Article text, the annotation in focus',
  whole: 'Whole article',
  around: 'Only around it',
  inText: 'In the text',
  titleGone: 'Untitled',

  // decision
  decision: 'Decision',
  question: (label: string, quote: string) =>
    `Is “${shortQuote(quote)}” ${/^[aeiou]/iu.test(label) ? 'an' : 'a'} ${label}?`,
  by: (name: string) => `tagged by ${name}`,
  outdated: 'Changed since it was last checked: look again.',
  accept: 'accept',
  reject: 'reject…',
  correct: 'correct…',
  unsure: 'unsure…',
  missing: 'missing here…',
  whySo: { rejected: 'Why is it wrong?', unsure: 'What is unclear?' },
  typed: 'Reason',
  typedHint: 'a number picks one; or type, Enter',
  giveUp: 'Give it up',
  reasonMissing: 'Say why first: a number picks a reason, or type one.',
  nothingChanged: 'Change the words, the label, the entity or an attribute first.',
  done: (decision: Decision | 'missing', quote: string, left: number) =>
    `“${shortQuote(quote)}” ${decisions[decision]}. ${left === 0 ? 'Nothing is left here.' : `${numberWords(left)} to go.`}`,
  nothingInFocus: 'Nothing is in focus.',

  // correction
  correction: 'Correction',
  missingTag: 'Missing here',
  words: 'Words',
  edgeKeys: '+ and − move the end, < and > the beginning, by a word; or select the words',
  send: { corrected: 'Correct it', missing: 'Add it' },
  nothingSelected: 'Select the words in the text first.',
  startsHere:
    'No words are selected: it begins with those in focus. Move their ends by + and −, < and >, or select the missing words.',
  nothingMissing: 'These words are tagged so already: move their ends, or select the missing words.',
  useSelected: 'Use the selected words',

  // the annotation
  inspector: 'Inspector',
  details: 'This annotation',
  facts: 'What it says',
  history: 'Reviews',
  noReviews: 'Nobody has looked at it yet.',
  reviewed: (name: string, decision: string) => `${name}: ${decision}`,
  changedSince: 'changed since',
  ofOwn: 'of their own work: does not count',
  says: (name: string) => `${name}:`,
  comment: 'Comment',
  commentHint: 'Said with the decision',
  commentGoes: 'Goes with your decision.',
  noDetails: 'Choose an annotation in the queue.',
} as const;
