import { toJoinOutcome, type ClaimJoin, type OfferedPair, type PairedEntity } from '../../domain/article-pair.ts';
import type { SideName } from '../../domain/comparison.ts';
import type { ClaimVersion } from '../../domain/claim-comparison.ts';
import { chainWords, slotWords } from './compare-claims.ts';
import { numberWords, shortQuote } from './ui.ts';

const count = (n: number, one: string, many = `${one}s`) => `${numberWords(n)} ${n === 1 ? one : many}`;
const letter = (side: SideName) => side.toUpperCase();

/** What speaks for reading two articles side by side: "same day, 6 entities in both, 4 figures". */
export function reasonWords({ days, entities, titleWords, figures, events }: OfferedPair): string {
  const reasons = [
    days === null ? 'a day not known' : days === 0 ? 'same day' : 'next day',
    events > 0 ? `${count(events, 'event card')} of both` : '',
    entities > 0 ? `${count(entities, 'entity', 'entities')} in both` : '',
    figures > 0 ? count(figures, 'figure') : '',
    entities === 0 && titleWords > 0 ? `${count(titleWords, 'word')} of the titles` : '',
  ];
  return reasons.filter((reason) => reason !== '').join(', ');
}

/** What two joined claims are about: what they count, or that they differ otherwise. */
export const subjectOf = ({ shared, conflicts }: Pick<ClaimJoin, 'shared' | 'conflicts'>): string => {
  const slot = conflicts[0]?.slot ?? shared[0];
  return slot ? slotWords(slot) : '';
};

/** What each of two joined claims says of that; null where there is nothing that both say. */
export function saidOf({ conflicts }: Pick<ClaimJoin, 'conflicts'>): Record<SideName, string> | null {
  const [first] = conflicts;
  return first ? { a: first.one.says, b: first.other.says } : null;
}

const outcomes = {
  conflict: 'they differ',
  unlike: 'they count others',
  agreed: 'they agree',
  open: 'nothing that both say',
} as const;

/** A join as a link of the gutter is read: "claim, killed: 14 or more in A, 9 in B, they differ: go to both". */
export function joinName(join: ClaimJoin): string {
  const said = saidOf(join);
  const subject = subjectOf(join) || shortQuote(join.a.quote);
  const says = said ? ` ${said.a} in A, ${said.b} in B,` : '';
  const offered = join.cards.length === 0 ? ' Perhaps the same event.' : '';
  return `Claim, ${subject}:${says} ${outcomes[toJoinOutcome(join)]}.${offered} Go to both`;
}

/** What a joined pair puts to a person. */
export function joinQuestion(join: ClaimJoin): { question: string; hint: string } {
  const [first] = join.conflicts;
  const notVerdict = 'A question for a person, not a verdict.';
  if (join.cards.length === 0)
    return {
      question: 'Are these about the same event?',
      hint: first?.question ?? 'Offered by what both say; a person decides.',
    };
  if (first)
    return { question: first.question, hint: [first.hint, notVerdict].filter((each) => each !== '').join(' ') };
  if (join.shared.length > 0)
    return { question: `Both say the same: ${subjectOf(join)}.`, hint: 'Nothing of what both say differs.' };
  return { question: 'One event, told otherwise?', hint: 'There is no figure, place or day that both give.' };
}

export const compareArticlesMessages = {
  nth: (n: number, total: number) => `Pair ${numberWords(n)} of ${numberWords(total)}`,
  chosen: 'A pair of your own',
  previous: 'Previous pair',
  next: 'Next pair',
  pick: 'Pick…',
  pickTitle: 'Which two articles?',
  pickFrom: 'Pick from',
  offered: 'Offered pairs',
  ofSide: (side: SideName) => `Side ${letter(side)}`,
  articleOf: (side: SideName) => `Article of side ${letter(side)}`,
  pickHint: 'Type words of the title; arrows and Enter choose.',
  noPairs: 'No pair is offered',
  noPairsHint:
    'Pairs are found by days, entities, event cards and words of titles that both sides have. Any two articles can be picked.',
  undated: ({ a, b }: Record<SideName, number>) =>
    `Without a date: ${numberWords(a)} in A, ${numberWords(b)} in B; these are paired by what they name alone.`,
  pairName: (a: string, b: string) => `${a} — ${b}`,
  text: (side: SideName) => `Article text, ${letter(side)}`,
  lit: 'lit in both:',
  litIn: (a: number, b: number) => `${numberWords(a)} in A, ${numberWords(b)} in B`,
  putOut: 'Put out',
  show: 'Show',
  modes: { all: 'all', differences: 'differences', only: 'only here' },
  inspector: 'Inspector',

  gutter: 'What the two have to do with each other',
  none: 'Nothing is joined yet: claims on one event card are.',
  onlyName: (side: SideName, words: string) => `Only in ${letter(side)}: ${shortQuote(words)}. Go there`,
  only: (side: SideName) => `only ${letter(side)}`,
  called: 'called',
  calledName: ({ name, a, b }: PairedEntity) =>
    `${name}: “${a[0]?.quote ?? ''}” in A, “${b[0]?.quote ?? ''}” in B. Go to both`,
  nearCopy: (where: string, share: number) =>
    share === 1 ? `the same words as ${where}` : `near copy of ${where} (${Math.floor(share * 100)} %)`,
  paragraph: (n: number, side: SideName) => `paragraph ${n} of ${letter(side)}`,
  blockOfKind: (kind: string, side: SideName) => `a ${kind} of ${letter(side)}`,

  tray: 'Pair in focus',
  speaker: ({ speakers }: ClaimVersion) => chainWords(speakers),
  apart: (n: number) => `apart by ${numberWords(n)}`,
  contradicts: 'Contradicts',
  isContradicted: 'A person says that they contradict each other.',
  openClaims: 'Open in Claims',
  sameEvent: 'The same event',
  otherEvent: 'Not the same event',
  joined: 'Put on one event card',
  parted: 'Taken off the event card',
  putAside: 'Not offered again while this corpus is open',
  cardTitle: (quote: string) => shortQuote(quote),
} as const;
