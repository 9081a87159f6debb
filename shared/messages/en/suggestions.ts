import type { SuggestionRule } from '../../domain/suggestion.ts';
import { numberWords, shortQuote as short } from './ui.ts';

type Reason = Readonly<Record<string, string | number>>;
type Explain = (reason: Reason) => string;

const times = (n: number) => (n === 1 ? 'once' : n === 2 ? 'twice' : `${numberWords(n)} times`);
const count = (n: number, what: string) => `${numberWords(n)} ${what}${n === 1 ? '' : 's'}`;
const quoted = (text: string | number) => `“${short(String(text))}”`;

const explainClaim: Explain = ({ figure, speaker, verb }) => {
  const parts = [
    ...(speaker !== undefined && verb !== undefined ? [`${quoted(speaker)} ${quoted(verb)}`] : []),
    ...(figure !== undefined ? [`the figure ${quoted(figure)}`] : []),
  ];
  return parts.length === 0 ? '' : `: ${parts.join(' and ')}`;
};

/** Why something is suggested, by the rule that found it. */
const reasons: Readonly<Record<SuggestionRule, Explain>> = {
  alias: ({ form }) => (form === undefined ? 'A name of this entity.' : `${quoted(form)} is a name of this entity.`),
  tagged: ({ n, form }) =>
    `${form === undefined ? 'These words were' : `${quoted(form)} was`} tagged so ${n === undefined ? 'before' : times(Number(n))}.`,
  propagation: ({ form }) => `A rule that was kept when ${quoted(form ?? '')} was propagated.`,
  prediction: ({ tool, score }) =>
    `${tool} proposes it${score === undefined ? '' : `, with a score of ${Number(score).toFixed(2)}`}.`,
  place: () => 'A place by the gazetteer, or by the words around it.',
  state: () => 'A state or its seat: an actor or a place by how its sentence uses it.',
  organisation: () => 'An organisation that is widely known.',
  institution: () => 'A word of institutions with capitals around it.',
  person: () => 'A person by title, first name or what is said of them.',
  acronym: ({ name }) =>
    name === undefined ? 'Letters that stand for a name.' : `Letters that stand for ${quoted(name)}.`,
  name: () => 'Words with capitals, by what stands around them.',
  repeat: ({ name }) =>
    name === undefined
      ? 'A name, or a part of one, that is found elsewhere in this article.'
      : `Found elsewhere in this article: ${quoted(name)}.`,
  figure: (reason) => `A statement with a figure${explainClaim(reason)}.`,
  attribution: (reason) => `A statement that somebody is named for${explainClaim(reason)}.`,
  quotation: (reason) => `Words in quotation marks that somebody is named for${explainClaim(reason)}.`,
};

export const explainSuggestion = ({ rule, reason }: { rule: SuggestionRule; reason: Reason }): string =>
  reasons[rule](reason);

/** Unit: 0…1. A word says enough: the numbers only order suggestions. */
export const confidenceWords = (confidence: number) =>
  confidence >= 0.8 ? 'likely' : confidence >= 0.6 ? 'fairly likely' : 'a guess';

/** How a kind of suggestions is called, by the rule that found it. */
const ruleWords: Readonly<Record<SuggestionRule, string>> = {
  alias: 'name of an entity',
  tagged: 'tagged before',
  propagation: 'rule of propagation',
  prediction: 'another tool',
  place: 'place',
  state: 'state',
  organisation: 'organisation',
  institution: 'institution',
  person: 'person',
  acronym: 'acronym',
  name: 'name',
  repeat: 'name again',
  figure: 'figure',
  attribution: 'attribution',
  quotation: 'quotation',
};

/** Words about suggestions in the window. */
export const suggestionMessages = {
  count: (n: number) => count(n, 'suggestion'),
  entered: (label: string, quote: string, entity: string | null) =>
    `Suggestion, ${label}: ${short(quote)}${entity === null ? '' : `, ${entity}`}`,
  taken: (label: string, quote: string) => `“${short(quote)}” taken as ${label}`,
  takenMany: (n: number, unfit: number) =>
    `${count(n, 'suggestion')} taken${unfit === 0 ? '' : `; ${numberWords(unfit)} no longer fit`}`,
  dismissed: (label: string, quote: string) => `${label} “${short(quote)}” dismissed`,
  dismissedMany: (n: number) => `${count(n, 'suggestion')} dismissed`,
  restore: (n: number) => `Suggest what you dismissed again (${numberWords(n)})`,
  restored: (n: number) => `${count(n, 'dismissed suggestion')} back`,
  unfit: (quote: string) => `“${short(quote)}” no longer fits: something is tagged there, or an entity is gone.`,
  noFocus: 'No suggestion is in focus: Tab goes to the next one.',
  list: 'Suggestions',
  switch: 'suggestions',
  listed: { annotations: 'Annotations', suggestions: 'Suggestions' },
  what: 'What is listed',
  sort: 'Suggestions sorted by',
  sorts: { confidence: 'likeliest first', place: 'place' },
  emptyTitle: 'Nothing to suggest',
  empty:
    'Names that the corpus knows, names by their look and claims are suggested here until you take or dismiss them.',
  hiddenTitle: 'Suggestions are hidden',
  show: 'Show suggestions',
  toggle: 'show or hide suggestions',
  loading: 'Looking for suggestions…',
  title: (label: string) => `${label}, suggested`,
  previous: 'Previous suggestion',
  next: 'Next suggestion',
  allHere: 'All suggestions here',
  why: 'Why',
  where: 'Where',
  entity: 'Entity',
  noEntity: 'none',
  confidence: 'How sure',
  take: 'Take',
  dismiss: 'Dismiss',
  sameKind: 'All of this kind',
  sameName: 'All of this name',
  kind: (label: string, rule: SuggestionRule) => `${label}, ${ruleWords[rule]}`,
  takeAll: (n: number, most: number) => (n > most ? `Take the first ${most}` : `Take all (${n})`),
  dismissAll: (n: number, most: number) => (n > most ? `Dismiss the first ${most}` : `Dismiss all (${n})`),
  ofWhat: (words: string, what: string) => `${words}: ${what}`,
} as const;

/** What the commands about suggestions say. */
export const suggestCommands = {
  all: 'all suggestions of the article, or those that --label and --rule leave; at most 500 as one step',
  label: 'with --all: only suggestions of this label',
  rule: 'with --all: only those that this rule found',
  as: 'take them as this label',
  needWhich: 'error: name the suggestions by their ids (or the first 8 characters), or give --all',
  unknown: (id: string) => `“${id}” is no suggestion for that article now; “galley suggest --article” lists them.`,
  ambiguous: (id: string) => `More than one suggestion begins with “${id}”. Nothing was changed. Write more of it.`,
  more: (n: number) => `${count(n, 'more suggestion')} there; the same command goes on with them.`,
  heads: ['suggestion', 'article', 'label', 'span', 'quote', 'entity', 'sure', 'why', 'attributes'],
  taken: (n: number, unfit: number) => suggestionMessages.takenMany(n, unfit),
  dismissed: (n: number) => suggestionMessages.dismissedMany(n),
} as const;
