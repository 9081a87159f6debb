import type { WorkDecision } from '../../domain/decision.ts';
import type { Relation } from '../../domain/relation.ts';
import { numberWords, shortQuote } from './ui.ts';

/** What was decided on somebody's work, in a word or two. */
export const workDecisionWords: Record<WorkDecision, string> = {
  accepted: 'accepted',
  corrected: 'corrected',
  rejected: 'rejected',
  unsure: 'unsure',
  missing: 'missing here',
  kept: 'settled: yours',
  other: 'settled: the other’s',
  both: 'settled: both',
  neither: 'settled: neither',
  new: 'settled: something new',
};

/** Words of Review's tab Decisions on my work, and of its command. */
export const decisionsMessages = {
  // filters
  filters: 'Which decisions',
  which: { all: 'all', new: 'new', unanswered: 'not answered' },
  newHint: (when: string) => `New since you last looked, ${when}`,
  decision: { any: 'any decision', name: (word: string) => `Decision: ${word}` },
  label: { any: 'any label', name: (word: string) => `Label: ${word}` },
  checker: { any: 'anybody', name: (word: string) => `Decided by: ${word}` },
  relations: 'relations',
  onlyOutdated: 'changed since',
  reasons: 'Reasons',
  noReasons: 'No reason was given.',

  // list
  list: 'Decisions',
  emptyTitle: 'Nothing was decided yet',
  empty: 'Once somebody else checks what you tagged, or settles it between you and another, each decision is here.',
  noneTitle: 'No such decision',
  none: 'None of the decisions on your work is like that.',
  showAll: 'Show all',
  nobodyTitle: 'Nobody is at the keyboard',
  nobody: 'Say who you are first: the decisions on your work come then.',

  // one decision
  details: 'This decision',
  by: (name: string, decision: string) => `${name}: ${decision}`,
  isOutdated: {
    review: 'This was changed after it was decided on, so the decision does not count any more.',
    settlement: 'One of these was changed after this was settled.',
  },
  outdated: 'changed since',
  /** A relation in one narrow line: its kind, and the first words at both of its ends. */
  relation: ({ kind, from, to, isSymmetric }: Pick<Relation, 'kind' | 'from' | 'to' | 'isSymmetric'>) =>
    `${kind}: “${shortQuote(from.quote, 18)}” ${isSymmetric ? '↔' : '→'} “${shortQuote(to.quote, 18)}”`,
  isLabel: (label: string) => `${label}:`,
  isRelation: 'relation,',
  said: (n: number) => `${numberWords(n)} ${n === 1 ? 'comment' : 'comments'}`,
  yours: 'Yours',
  instead: 'What stands instead',
  wasInstead: 'What was put in its place',
  added: 'What was added',
  facts: { kind: 'kind', from: 'from', to: 'to', note: 'note', in: 'in' },
  leftOut: 'You had not tagged this.',
  gone: 'It is not there any more.',
  yoursStands: 'Yours stands as it is.',
  nothingStands: 'Nothing stands here.',
  openStands: 'Yours stands until it is decided.',
  againStands: 'Yours stands; somebody will look at it again.',
  rule: (label: string) => `Codebook, ${label}: `,
  open: 'Open in Annotate',
  answer: 'Answer',
  answerHint: 'Answer…',
  answered: 'Answered.',
  says: (name: string) => `${name}:`,

  command: {
    of: 'whose work; yours where nobody is named',
    by: 'only decisions by these people',
    reason: 'only decisions for these reasons',
    label: 'only decisions on annotations with these labels',
    decision: 'only these decisions',
    relations: 'only decisions on relations',
    unanswered: 'only those that ask for an answer and have none',
    outdated: 'only those on what was changed since',
    since: 'only those taken after this moment (ISO 8601)',
    columns: ['decision on', 'day', 'by', 'decided', 'reason', 'yours', 'stands', 'article', 'said'],
  },
} as const;
