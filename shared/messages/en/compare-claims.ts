import type { SideName } from '../../domain/comparison.ts';
import type {
  ClaimConflict,
  ClaimSlot,
  ClaimSpeaker,
  ComparedEvent,
  ConflictEnd,
  EventGroup,
} from '../../domain/claim-comparison.ts';
import { numberWords, shortQuote as short } from './ui.ts';

const count = (n: number, one: string, many = `${one}s`) => `${numberWords(n)} ${n === 1 ? one : many}`;
const letters = { a: 'A', b: 'B' } as const satisfies Record<SideName, string>;

/** Names that a team may have given to the attribute of a claim that says who did it: compared as folded. */
export const PERPETRATOR_NAMES = ['perpetrator', 'perpetrators', 'by whom', 'done by', 'carried out by', 'responsible'];

const groups: Readonly<Record<EventGroup, string>> = {
  conflict: 'In conflict',
  agreed: 'Agreed',
  onlyA: 'Only in A',
  onlyB: 'Only in B',
};

/** A range as people say it: an end that is open stays open. */
export function rangeWords({ min, max }: { min: number | null; max: number | null }): string {
  if (min === null && max === null) return 'no number';
  if (min === null) return `up to ${numberWords(max!)}`;
  if (max === null) return `${numberWords(min)} or more`;
  return min === max ? numberWords(min) : `${numberWords(min)}–${numberWords(max)}`;
}

/** The unit of figures that the codebook has none for. */
const OTHER_UNIT = 'other';

/** What a slot is called: "killed", "soldiers killed", "by whom". */
export function slotWords({ kind, what, unit }: ClaimSlot): string {
  if (kind === 'figure') {
    const counted = what !== '' && unit === OTHER_UNIT ? [what] : [what, unit];
    return counted.filter((word) => word !== '').join(' ') || 'figure';
  }
  return { perpetrator: 'by whom', place: 'where', date: 'when', word: 'a person’s word' }[kind];
}

const speakerNames = {
  outlet: 'the outlet itself',
  anonymous: 'somebody without a name',
  unlinked: '',
  named: '',
} as const;
/** Who says so: a name, or the words for those who have none. */
export const speakerWords = ({ kind, name, words }: ClaimSpeaker): string =>
  name !== '' ? name : kind === 'anonymous' && words !== '' ? `${words}, unnamed` : speakerNames[kind];

/** On whose word a version stands: "state TV, citing the mayor", nearest first. */
export const chainWords = (speakers: readonly ClaimSpeaker[]): string =>
  speakers.length === 0 ? 'nobody is given' : speakers.map(speakerWords).join(', citing ');

const ofWhom = (name: string) => (name === '' ? '' : ` (${name})`);
const end = ({ side, by, says, ofWhom: whom }: ConflictEnd) =>
  `${letters[side]}${by === '' ? '' : ` (${by})`} says ${says}${ofWhom(whom)}`;
const both = (one: ConflictEnd, other: ConflictEnd) => `${end(one)}, ${end(other)}`;

type Ends = Pick<ClaimConflict, 'slot' | 'one' | 'other' | 'isComparable'>;

/** What two versions that differ put to a person; no verdict. */
export function conflictQuestion({ slot, one, other, isComparable }: Ends): string {
  switch (slot.kind) {
    case 'figure':
      return isComparable
        ? `How many: ${slotWords(slot)}? The ranges do not meet: ${both(one, other)}.`
        : `How many: ${slotWords(slot)}? They count others: ${both(one, other)}.`;
    case 'perpetrator':
      return `Who did it? ${both(one, other)}.`;
    case 'place':
      return `Where was it? ${both(one, other)}.`;
    case 'date':
      return `When was it? ${both(one, other)}.`;
    case 'word':
      return `Can both be true? A person says that they contradict each other: ${both(one, other)}.`;
  }
}

/** What to look at first; empty where there is nothing to say. */
export function conflictHint({ slot, one, other, isComparable }: Ends): string {
  if (slot.kind === 'place') return 'Is one of the two places within the other, or another name for it?';
  if (slot.kind === 'perpetrator') return 'Is one of the two part of the other, or another name for it?';
  if (slot.kind === 'date') return 'Is one of the two the day of the report?';
  if (slot.kind !== 'figure') return '';
  const name = (side: SideName, whom: string) => `${letters[side]} count ${whom}`;
  if (!isComparable)
    return one.side === other.side
      ? `Does one count ${one.ofWhom}, the other only ${other.ofWhom}?`
      : `Does ${name(one.side, one.ofWhom)}, ${letters[other.side]} only ${other.ofWhom}?`;
  const counting = one.ofWhom === other.ofWhom ? undefined : [one, other].find(({ ofWhom: whom }) => whom !== '');
  return counting ? `Does ${letters[counting.side]} count only ${counting.ofWhom}, and the other all?` : '';
}

/** Which versions there are, in a sentence below an event's title. */
export function versionsSentence({ versions }: Pick<ComparedEvent, 'versions'>): string {
  const nearest = versions.map(({ speakers }) => speakers[0]);
  const said = nearest.filter((speaker) => speaker !== undefined);
  const speakers = new Set(said.map((speaker) => `${speaker.kind} ${speakerWords(speaker)}`));
  const anonymous = new Set(said.filter(({ kind }) => kind === 'anonymous').map(speakerWords)).size;
  const own = said.filter(({ kind }) => kind === 'outlet').length;
  const nobody = nearest.length - said.length;
  return [
    `${count(versions.length, 'version')} by ${count(speakers.size, 'speaker')}`,
    anonymous > 0 ? `, ${numberWords(anonymous)} of them anonymous` : '',
    own > 0 ? `; ${numberWords(own)} on the outlet’s own word` : '; no version is the outlet’s own',
    nobody > 0 ? `; ${numberWords(nobody)} on nobody’s word` : '',
    '.',
  ].join('');
}

const sharedWords = (slots: readonly ClaimSlot[]) => slots.map(slotWords).join(', ');

export const claimsWords = {
  letters,
  groups,
  list: 'Claim clusters',
  title: 'Claims',
  options: 'Events',
  events: (n: number) => count(n, 'event'),
  versions: (n: number) => count(n, 'version'),
  noEvents: 'No event has claims of either side',
  noEventsHint:
    'Put claims about one event on a card: from the Inspector, from the event cards, or from what is offered here.',
  nothingShared: 'nothing that both say',
  shared: sharedWords,
  more: (given: number, total: number) => `${numberWords(given)} of ${numberWords(total)} events are shown.`,
  unattributed: 'unattributed',
  shares: {
    title: 'Claims by whose word',
    note: 'Claims that count. On cards: those that stand on an event card; all others are compared with nothing. Unattributed share: claims on nobody’s word or on the outlet’s own, of all claims of the side; empty where a side has none.',
    side: 'side',
    claims: 'claims',
    onCards: 'on cards',
    onNone: 'on no card',
    nobody: 'on nobody’s word',
    outlet: 'on the outlet’s own',
    share: 'unattributed share',
  },
  shareSentence: (side: SideName, share: string) => `${letters[side]} ${share}`,
  onNoCard: (a: number, b: number) => `On no card: ${count(a, 'claim')} of A, ${numberWords(b)} of B.`,
  eventsTable: {
    name: 'events',
    title: 'Events',
    note: 'Event cards with claims of either side that count. In conflict: a figure, who did it, the place or the day differs between the sides, or a person says that two versions contradict each other; agreed: both sides have the event and nothing of what both say differs. No verdict is made.',
    event: 'event',
    group: 'list',
    date: 'date',
    place: 'place',
    versions: (side: string) => `${side} versions`,
    conflicts: 'questions',
    shared: 'both speak of',
    cut: (given: number, total: number) =>
      `${numberWords(given)} of ${numberWords(total)} events are given: the newest of each list.`,
  },
  versionsTable: {
    name: 'claim-versions',
    title: 'Versions',
    note: 'One row a claim and figure; a claim without figures has one row. Least and most are empty where that end is open. The date is the article’s; when is of what it tells.',
    event: 'event',
    side: 'side',
    outlet: 'outlet',
    date: 'date',
    speakers: 'on whose word',
    verb: 'verb',
    figure: 'figure',
    least: 'least',
    most: 'most',
    ofWhom: 'of whom',
    when: 'when',
    where: 'where',
    byWhom: 'by whom',
    verdict: 'verdict',
    state: 'checked',
    claim: 'claim',
  },
  conflictsTable: {
    name: 'claim-conflicts',
    title: 'Questions',
    note: 'Versions that differ. Figures are compared where they count the same of whom, or one does not say of whom; where both say it and differ they are not comparable. Places and actors differ where they are different entities; days where they cannot be the same. Same question from the same words is put once.',
    event: 'event',
    of: 'about',
    sign: 'sign',
    one: 'one says',
    other: 'the other says',
    oneSide: 'one',
    otherSide: 'other',
    apart: 'apart by',
    question: 'question',
    hint: 'look at',
    cut: (given: number, total: number) => `${numberWords(given)} of ${numberWords(total)} questions are given.`,
  },
  slotsTable: {
    name: 'claim-slots',
    title: 'What they say',
    note: '≠: it differs between the sides; ?: not comparable; =: both say it and nothing differs. Empty where a side does not say it.',
    slot: 'slot',
    says: (side: string) => `${side} says`,
    sign: 'sign',
  },
  signs: { apart: '≠', incomparable: '?', same: '=', none: '' },
  signWords: { apart: 'differs', incomparable: 'not comparable', same: 'the same', none: 'said by one side only' },
  withinSide: (side: SideName) => `within ${letters[side]}`,
  picture: {
    title: (slot: ClaimSlot, event: string) => `${slotWords(slot)}: ${short(event)}`,
    more: (n: number) => `and ${numberWords(n)} more, in the table`,
  },
  axis: 'one axis',
  at: 'at',
  notNumbers: 'Not numbers',
  unknownOutlet: 'outlet not known',
  noDate: 'no date',
  note: 'Note',
  noNote: 'None yet. Open the card to write what you found out.',
  openCard: 'Open the card',
  apart: {
    title: 'The two apart',
    together: 'Two versions',
    one: 'One version',
    openInText: 'Open in text',
    openBoth: 'Open both',
    versionOf: (side: SideName, outlet: string | null, date: string) =>
      `Version of ${letters[side]}: ${outlet ?? 'unknown outlet'}, ${date}`,
    ask: 'What to ask',
    between: 'Between them',
    betweenNow: (said: string) => `Between them: ${said}`,
    nothingSaid: 'nothing said',
    contradicts: 'contradicts',
    corroborates: 'corroborates',
    says: (kind: string, annotator: string) => `${kind}, says ${annotator}`,
    verdict: (verdict: string) => (verdict === '' ? 'no verdict' : verdict),
    said: (verb: string) => (verb === '' ? 'no verb marked' : `“${verb}”`),
    anonymous: 'anonymous',
    nobody: 'On nobody’s word',
    related: (kind: string) => `Related: ${kind}`,
    unrelated: 'Relation removed',
  },
  newEvent: {
    title: 'New event',
    hint: 'Claims that stand on no card yet, the newest first. Take those that are about one event: it is dated by the first of their articles.',
    find: 'Claims with these words',
    ofSide: (side: SideName) => `Claims of ${letters[side]} on no card`,
    found: (given: number, total: number) =>
      total > given
        ? `${numberWords(given)} of ${numberWords(total)} claims on no card: words find the others`
        : `${count(total, 'claim')} on no card`,
    name: 'What happened',
    make: (n: number) => (n === 0 ? 'Make the event' : `Make the event of ${count(n, 'claim')}`),
    made: (title: string) => `Event “${short(title)}” made`,
    openInText: (quote: string) => `Open in text: ${quote}`,
  },
  unlisted: 'This event is not among those shown',
  unlistedHint: 'Its claims may not be of these two sides, or it is older than those that are shown.',
  proposed: {
    title: 'Same event?',
    hint: 'Claims on no card that have days, a kind of figure, and a place or an actor in common. Counted nowhere until you say so.',
    none: 'Nothing found that may belong together.',
    yesNew: 'Same event: make a card',
    yesAdd: (title: string) => `Same event: add to “${short(title)}”`,
    no: 'Not the same event',
    putAside: 'Not offered again while this corpus is open',
    shares: (names: readonly string[], days: number) =>
      `${names.join(', ')}; ${days === 0 ? 'the same day' : `${count(days, 'day')} apart`}`,
    made: (title: string) => `Card “${short(title)}” made`,
    added: (title: string) => `Put on “${short(title)}”`,
    newTitle: (names: readonly string[], date: string) =>
      [names.join(', '), date].filter((word) => word !== '').join(', '),
  },
} as const;
