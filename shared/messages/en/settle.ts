import type { DifferenceKind, SettlementDecision } from '../../domain/settlement.ts';
import { numberWords, setApart, shortQuote } from './ui.ts';

const count = (n: number, one: string, many: string) => `${numberWords(n)} ${n === 1 ? one : many}`;

/** What the differences of a queue are grouped by. */
export const settleGroups = {
  label: 'Label',
  boundary: 'Boundary',
  entity: 'Entity',
  attributes: 'Attributes',
  only: 'Only one tagged',
} as const;

/** Reasons that are picked; any other is typed. */
export const settleReasons = ['loose boundary', 'wrong label', 'wrong entity', 'not in codebook'] as const;

const decisions: Record<SettlementDecision, string> = {
  left: 'left',
  right: 'right',
  both: 'both',
  neither: 'neither',
  new: 'something new',
  unsure: 'unsure',
};

const questions: Record<Exclude<DifferenceKind, 'only-left' | 'only-right'>, (quote: string) => string> = {
  label: (quote) => `Label: what is “${quote}” here?`,
  boundary: (quote) => `Boundary: where does “${quote}” begin and end?`,
  entity: (quote) => `Entity: whom or what does “${quote}” mean?`,
  attributes: (quote) => `Attributes: what is said of “${quote}”?`,
};

/** Words of Review's tab Settle. */
export const settleMessages = {
  // articles
  queue: 'Queue',
  articles: 'To settle',
  articleList: 'Articles that several people tagged',
  whichArticles: 'Which articles',
  which: { open: 'open', all: 'all' },
  openOf: (open: number, settled: number, agreed: number) =>
    [
      open > 0 && count(open, 'difference', 'differences'),
      settled > 0 && `${numberWords(settled)} settled`,
      open + settled === 0 && count(agreed, 'tag agrees', 'tags agree'),
    ]
      .filter((part) => part !== false)
      .join(' · '),
  states: { toSettle: 'to settle', open: 'begun', done: 'settled', changed: 'changed since it was settled' },
  changedOf: (settled: number, changed: number) =>
    `${count(settled, 'article', 'articles')} settled; ${changed === 0 ? 'none' : numberWords(changed)} of them changed since.`,
  more: 'More articles',
  noArticlesTitle: 'Nothing to settle',
  noArticles: {
    open: 'Every article that two people tagged is settled. Articles that you still tag blind are not shown.',
    all: 'No article has been tagged by two people. Give one to a second person under Work.',
  },
  chooseTitle: 'Choose an article',
  choose: 'Two people’s tags stand side by side here; each difference is settled by one key.',
  chooseOther: 'The article that you had open was tagged by fewer than two people. Choose one in the queue.',
  toWork: 'Work',
  back: 'All articles',

  // queue
  differences: 'Differences',
  segments: 'Which differences',
  segment: { open: 'differ', unsure: 'unsure', settled: 'settled', agreed: 'agree' },
  progress: (settled: number, all: number) => `${numberWords(settled)} of ${numberWords(all)}`,
  agreedOpen: (n: number) =>
    n === 0
      ? 'Both found nothing to tag; that is settled once you begin.'
      : `${count(n, 'tag agrees', 'tags agree')} to the character and ${n === 1 ? 'is' : 'are'} settled by rule once you begin.`,
  agreed: (n: number) =>
    `${count(n, 'tag agrees', 'tags agree')} to the character and ${n === 1 ? 'was' : 'were'} settled by rule.`,
  seeAgreed: 'See them',
  seeOpen: 'Back to what differs',
  begin: 'Begin',
  begun: (n: number) => `Begun: ${count(n, 'tag that agrees is', 'tags that agree are')} settled.`,
  empty: {
    open: 'Nothing differs any more.',
    unsure: 'Nothing was left unsure.',
    settled: 'Nothing has been settled here yet.',
  },
  outdated: 'changed since',
  only: (name: string) => `${setApart(name)} only`,
  either: (left: string, right: string) => `${setApart(left)} or ${setApart(right)}?`,

  // text
  text: 'Article text, two annotators',
  below: 'rule below',
  above: 'rule above',
  whose: (side: 'left' | 'right', name: string) => `Tags on the ${side}: ${name}`,
  tags: (n: number) => count(n, 'tag', 'tags'),
  place: (at: number, of: number) => `${numberWords(at)} of ${numberWords(of)} here`,
  nothingHere: 'nothing here',
  unreadable: 'This article cannot be settled now',

  // decision
  decision: 'Decision',
  question: (kind: DifferenceKind, quote: string, who: string, label: string) =>
    kind === 'only-left' || kind === 'only-right'
      ? `Only ${who} tagged “${quote}”: is it ${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label}?`
      : questions[kind](quote),
  options: { both: 'both', neither: 'neither', new: 'new…', unsure: 'unsure' },
  whoSays: (name: string) => `${name}:`,
  nothing: 'no tag',
  noEntity: 'no entity',
  unsaid: '–',
  done: (decision: SettlementDecision, quote: string, left: number) =>
    `“${shortQuote(quote)}”: ${decisions[decision]}. ${left === 0 ? 'Nothing differs any more.' : `${numberWords(left)} to go.`}`,
  allTitle: 'All settled',
  all: 'What was settled is what counts of this article now; both people’s tags stay as they are.',
  changedTitle: 'Changed since it was settled',
  changed: 'What was settled goes on counting until what is new has been settled too.',
  unsureLeft: (n: number) =>
    `${count(n, 'difference is', 'differences are')} left unsure; until ${n === 1 ? 'it is' : 'they are'} decided, one person’s tags count.`,
  nothingDiffers: 'Nothing differs',
  toTakeIn: 'Nothing is left to decide; what the two say now is not yet what stands.',
  takeIn: 'Take it in',
  takenIn: 'What agrees now stands.',
  settledBy: (name: string, decision: SettlementDecision, isOutdated: boolean) =>
    `${name} decided: ${decisions[decision]}${isOutdated ? ', before one of the tags was changed' : ''}`,
  next: 'Next article',

  // a cited rule
  citeRule: 'Cite a rule…',
  cited: (label: string) => `Codebook, ${label}: `,
  uncite: 'Cite no rule',

  // something new
  newTag: 'Something new',
  newWords: 'Words',
  words: { around: 'around both', left: 'left', right: 'right', selected: 'selected' },
  keepsAttributes: (name: string) => `The attributes are ${name}’s.`,
  nothingSelected: 'Select the right words in the text first, then choose this.',
  send: 'Settle so',
  giveUp: 'Give it up',

  // this difference
  inspector: 'Inspector',
  details: 'This difference',
  noDetails: 'Choose a difference in the queue.',
  reason: 'Reason',
  reasonGoes: 'Goes with your decision.',
  otherReason: 'other…',
  typeReason: 'Other reason',
  keep: 'Save with the decision',
  talk: 'Talk',
  answer: 'Answer',
  answerHint: { open: 'Said with the decision', decided: 'Answer…' },
  sides: 'What each says',
  parts: { words: 'words', label: 'label', entity: 'entity', note: 'note' },
  stands: 'What stands',
  standing: {
    none: 'Nothing stands here.',
    notYet: 'Nothing yet.',
    unsure: 'Nothing, until it is decided.',
  },
  agreement: (n: number) => `Agreement, ${count(n, 'article', 'articles')} both finished`,
  agreementLooking: 'Working out how far the two agree',
  agreementNone: 'There is no article that both have said they are done with; until then there is nothing to compare.',
  agreementNote: (kappa: string | null, { resamples, seed }: { resamples: number; seed: number }) =>
    `${kappa === null ? '' : `κ ${kappa}. `}95 % intervals of ${numberWords(resamples)} samples of articles, seed ${seed}.`,
  allFigures: 'All figures',
  isOutdated: 'One of the two tags was changed after this was decided. Look again, and decide anew.',
  openInText: 'Open in Annotate',
} as const;
