import { MAY_BE_CHANCE, MOST_SILENCES, type SilenceKind } from '../../domain/silence.ts';

const kinds: Readonly<Record<SilenceKind, string>> = {
  entity: 'actor or other',
  place: 'place',
  event: 'event',
  day: 'day',
};

const plurals: Readonly<Record<SilenceKind, string>> = {
  entity: 'actors and others',
  place: 'places',
  event: 'events',
  day: 'days',
};

export const silenceWords = {
  kinds,
  plurals,
  all: 'all',
  show: 'Show',
  nothing: 'Neither side is silent about what the other has',
  nothingHint: 'Entities, places, events and days that one side has and the other not are listed here.',
  counted: (a: number, b: number) => `${a} only in A, ${b} only in B`,
  table: {
    title: 'Silence',
    note: `What one side has and the other has not. Expected: how many articles the other side would have with it at the same rate; chance: how likely it would then be to have none (Poisson, in articles, since mentions come in bunches). Above ${MAY_BE_CHANCE} it may be chance and stands after all that is not. Among many rows some are chance all the same. Empty where the silent side has no articles. Mentions that are linked to no entity are not looked at. Days, which are told by their articles alone: those that one side has articles on and the other none, between the days that both cover.`,
    what: 'what',
    kind: 'kind',
    has: 'only in',
    mentions: 'mentions',
    articles: 'articles',
    first: 'first',
    last: 'last',
    expected: 'expected',
    chance: 'chance',
    reading: 'may be chance',
    yes: 'yes',
    no: 'no',
    unknown: 'cannot be said',
  },
  days: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  cut: (given: number, total: number) =>
    `${given} of ${total} rows: the ${MOST_SILENCES} of each kind that are least like chance.`,
  span: (from: string, to: string) => `Days are compared from ${from} to ${to}, which both sides cover.`,
  noSpan: 'Days are not compared: there is no time that both sides cover.',
  undated: (a: number, b: number) => `Without a day: ${a} articles of A, ${b} of B.`,
} as const;
