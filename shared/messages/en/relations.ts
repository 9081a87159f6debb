import { numberWords, shortQuote as short } from './ui.ts';

const anyOf = (labels: readonly string[]) => (labels.length === 0 ? 'anything' : labels.join(' or '));

/** Words about relations between annotations. */
export const relationMessages = {
  allowed: ({ from, to }: { from: readonly string[]; to: readonly string[] }) => `from ${anyOf(from)} to ${anyOf(to)}`,
  section: 'Relations',
  start: 'Start',
  startFrom: (quote: string) => `Start a relation from “${short(quote)}”`,
  none: 'None yet.',
  here: 'here',
  to: 'to',
  from: 'from',
  open: (kind: string, direction: string, quote: string) => `${kind}, ${direction} “${short(quote)}”`,
  more: (kind: string, quote: string) => `More about ${kind} “${short(quote)}”`,
  edit: 'Kind and note…',
  remove: 'Remove',
  inClaim: 'Kept in the claim, where it can be changed',
  bar: 'Relation',
  leads: (label: string, quote: string) => `From ${label} “${short(quote)}”:`,
  goTo: 'go to its other end with Tab or a click, here or in another article; then Enter.',
  toHere: (label: string, quote: string) => `to ${label} “${short(quote)}”`,
  cancel: 'Leave it',
  finish: 'Relate…',
  started: (quote: string) => `Relation from “${short(quote)}”: go to its other end, then Enter. Escape leaves it.`,
  left: 'No relation made.',
  otherEnd: 'Go to the other end first: another annotation, here or in another article.',
  nothingInFocus: 'No annotation is in focus: Tab goes to the next one.',
  made: (kind: string) => `Related: ${kind}`,
  removed: (kind: string) => `Relation ${kind} removed`,
  dialog: 'Relation',
  kind: 'Kind',
  note: 'Note',
  noteHint: 'What should the next reader know?',
  noNote: 'This kind is kept in the claim itself and has no note.',
  relate: 'Relate',
  save: 'Save',
  noneFits: (from: string, to: string) =>
    `No relation of the codebook leads between ${from} and ${to}. The codebook can get one of its own.`,
} as const;

type Range = { min: number | null; max: number | null };

const range = (low: number | null, high: number | null): string => {
  if (low === null && high === null) return '?';
  if (low === null) return `up to ${numberWords(high!)}`;
  if (high === null) return `at least ${numberWords(low)}`;
  return low === high ? numberWords(low) : `${numberWords(low)}–${numberWords(high)}`;
};

const claims = (n: number) => `${numberWords(n)} claim${n === 1 ? '' : 's'}`;

/** Words about event cards. */
export const clusterMessages = {
  range,
  slot: ({ what, unit }: { what: string; unit: string }) => [what, unit].filter((word) => word !== '').join(' '),
  figure: ({ what, unit, ofWhom, min, max }: Range & { what: string; unit: string; ofWhom: string }) =>
    [range(min, max), what, unit, ofWhom === '' ? '' : `(${ofWhom})`].filter((word) => word !== '').join(' '),
  apart: 'these ranges do not meet',
  title: 'Event cards',
  menu: 'Event cards…',
  section: 'Event cards',
  claims,
  none: 'On none yet.',
  add: 'Add to a card…',
  addTitle: 'Add to an event card',
  find: 'Event card',
  findHint: 'Words of its title or note; Enter takes the first.',
  findAll: 'Find, or name a new card',
  makeNew: (title: string) => `New card “${short(title)}”`,
  isOn: 'on it already',
  added: (title: string) => `Put on “${short(title)}”`,
  takenOff: (title: string) => `Taken off “${short(title)}”`,
  open: (title: string) => `Open the card “${short(title)}”`,
  takeOff: (title: string) => `Take off “${short(title)}”`,
  list: 'Cards',
  newCard: 'New card',
  titleField: 'Title',
  date: 'Date',
  dateHint: '2019, 2019-01 or 2019-01-16',
  place: 'Place',
  placeHint: 'The name of a location’s entity.',
  note: 'Note',
  saveCard: 'Save card',
  removeCard: 'Remove card',
  removed: (title: string) => `Card “${short(title)}” removed; its claims stay`,
  columns: { outlet: 'Outlet', date: 'Date', speaker: 'Who says so', figures: 'Figures', quote: 'Claim' },
  figuresTable: 'Figures over all claims',
  figureColumns: { figure: 'Figure', range: 'From–to', claims: 'Claims' },
  claimsTable: 'Claims',
  openClaim: (quote: string) => `Open “${short(quote)}” in its article`,
  takeClaimOff: (quote: string) => `Take “${short(quote)}” off the card`,
  outletUnknown: 'Outlet not known',
  noSpeaker: 'not said',
  emptyTitle: 'No event cards yet',
  empty: 'Put a claim on one from the Inspector, or make one here.',
  nothingFound: 'No card has these words.',
  noClaims: 'No claim is on this card yet. Go to a claim and choose “Add to a card…” in the Inspector.',
  choose: 'Choose a card in the list.',
} as const;
