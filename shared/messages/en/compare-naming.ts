import type { BlockKind } from '../../domain/block.ts';
import type { SideName, Voice } from '../../domain/comparison.ts';
import { THIN_CHOICE, type EntityNaming, type NamingSort } from '../../domain/naming.ts';
import { numberWords } from './ui.ts';

const count = (n: number, one: string, many = `${one}s`) => `${numberWords(n)} ${n === 1 ? one : many}`;
const sideWords = (side: SideName) => side.toUpperCase();
const voiceWords: Record<Voice, string> = { own: 'own voice', quoted: 'quoted', attributed: 'attributed' };

/** With one digit after the point, and a minus that is as wide as a plus; nothing that is shown as zero has a sign. */
const figureWords = (value: number) => {
  const written = Math.abs(value).toFixed(1);
  return value < 0 && Number(written) !== 0 ? `−${written}` : written;
};

/** A piece of a sentence: our words, the mark of a side, or words of theirs. */
export type SentencePart = string | { side: SideName } | { theirs: string };

/** How the two sides call an entity, in a sentence. */
export function namingSentence({ a, b, unspoken, shared, ownForms }: EntityNaming): SentencePart[] {
  if (unspoken === 'both') return ['Neither side names it in its own voice.'];
  const calls = (side: SideName, most: string | null): SentencePart[] =>
    most === null ? [{ side }, ' never names it in its own voice'] : [{ side }, ' calls it ', { theirs: most }];
  if (unspoken !== null) return [...calls('a', a.most), '; ', ...calls('b', b.most), '.'];
  if (ownForms === 1) return ['Both call it ', { theirs: a.most! }, ' and use no other word in their own voice.'];
  const both: SentencePart[] =
    a.most === b.most
      ? ['Both mostly call it ', { theirs: a.most! }]
      : [...calls('a', a.most), ', ', ...calls('b', b.most)];
  return [...both, `. ${sharedWords(shared, ownForms)}`];
}

const sharedWords = (shared: number, ownForms: number) =>
  `In their own voice they share ${shared === 0 ? 'none' : numberWords(shared)} of ${numberWords(ownForms)} words.`;

export const namingMessages = {
  list: 'Entities',
  differMost: 'Differ most',
  options: 'Entities by difference',
  find: 'Find an entity',
  findHint: 'By its name, or by what either side calls it',
  sorts: { difference: 'G²', mentions: 'mentions', name: 'name' } satisfies Record<NamingSort, string>,
  sortName: (sort: string) => `${sort}, order of the entities`,
  entity: 'entity',
  thin: 'thin',
  thinWhy: `fewer than ${THIN_CHOICE} mentions in the own voice of a side`,
  thinNote: (n: number) =>
    n === 1
      ? `1 entity has fewer than ${THIN_CHOICE} mentions in the own voice of a side. It is listed, not ranked.`
      : `${numberWords(n)} entities have fewer than ${THIN_CHOICE} mentions in the own voice of a side. They are listed, not ranked.`,
  unlinkedNote: (a: number, b: number) =>
    a + b === 0
      ? ''
      : `${count(a + b, 'mention')} (A ${numberWords(a)}, B ${numberWords(b)}) ${a + b === 1 ? 'has' : 'have'} no entity and cannot be compared by naming.`,
  row: (name: string, label: string, a: number, b: number, rank: string) =>
    `${name}, ${label}, A ${count(a, 'mention')}, B ${count(b, 'mention')}, ${rank}`,
  ranked: (g2: number) => `G² ${figureWords(g2)}`,
  figure: (value: number) => figureWords(value),
  signed: (value: number) => (value > 0.05 ? `+${figureWords(value)}` : figureWords(value)),
  percent: (share: number) => `${Math.round(share * 100)} %`,
  bothSides: 'A | B',
  more: (shown: number, total: number) =>
    `The first ${numberWords(shown)} of ${numberWords(total)} entities. The others are found by name.`,
  nothing: 'No entity is named on either side.',
  nothingHint:
    'Naming compares what the same entity is called. Link annotations to entities (E in Annotate), or choose other articles for A and B.',
  notFound: 'No entity is called so on either side.',
  facts: {
    mentions: 'mentions',
    own: 'own voice',
    g2: 'G², own voice',
    loaded: 'loaded, own voice',
    overlap: 'same choice',
  },
  overlapHint:
    'How much of the two choices in the own voice is the same: the sum over the forms of the smaller of the two shares.',
  undefinedWhy: (unspoken: NonNullable<EntityNaming['unspoken']>) =>
    unspoken === 'both'
      ? 'not defined: neither side names it in its own voice'
      : `not defined: ${sideWords(unspoken)} never names it in its own voice`,
  forms: 'Forms by side and voice',
  form: 'form',
  own: (side: SideName) => `${sideWords(side)} own`,
  voices: voiceWords,
  loaded: 'loaded term',
  loadedTimes: (a: number, b: number) => `loaded term: tagged so ${numberWords(a)} times in A, ${numberWords(b)} in B`,
  all: 'all forms',
  cell: (form: string, side: SideName, voice: Voice, n: number) => {
    const counted = `${form}, ${sideWords(side)} ${voiceWords[voice]}, ${numberWords(n)}`;
    return n === 0 ? counted : `${counted}, opens its ${n === 1 ? 'line' : 'lines'}`;
  },
  showAll: (n: number) => `Show all ${numberWords(n)} forms`,
  notTested: 'in nobody’s own voice',
  base: (n: number, forms: number) =>
    `The base is the ${count(n, 'mention')} in the outlets’ own voice, not their tokens. LRC: conservative log ratio over ${count(forms, 'form')}; 0 where the data cannot tell. Above 0: A prefers the form; below: B.`,
  attributedNote: 'Attributed: in a claim that the outlet puts into the mouth of another.',
  none: '–',
  findForm: 'Find a form',
  flagNote: 'loaded, by the codebook.',
  thinHere: `Fewer than ${THIN_CHOICE} mentions in the own voice of a side: what differs here may be chance.`,
  concordance: 'Concordance',
  linesList: 'Lines',
  lineHead: ' in ',
  lines: (total: number, articles: number) => `${count(total, 'hit')} in ${count(articles, 'article')}`,
  lineSorts: { newest: 'date', left: 'words before', right: 'words after' },
  sortBy: (word: string) => `sort: ${word}`,
  lineSortName: (word: string) => `sort: ${word}, order of the lines`,
  copy: 'Copy rows',
  copied: (n: number) => `${count(n, 'line')} copied as a table.`,
  closeLines: 'Close the lines',
  checked: 'checked',
  noDate: 'no date',
  noOutlet: 'outlet not known',
  /** Where a line stands: what is no plain paragraph, else whose words it is in. */
  place: (block: BlockKind | null, voice: Voice) =>
    block === null || block === 'paragraph' ? voiceWords[voice] : block === 'title' ? 'headline' : block,
  linesTable: {
    name: 'naming-lines',
    title: 'Lines',
    columns: ['outlet', 'date', 'title', 'before', 'words', 'after', 'voice', 'stands in', 'article', 'start', 'end'],
  },
  picture: {
    show: 'Picture and all figures…',
    hide: 'Hide the picture',
    title: (entity: string) => `What A and B call ${entity}`,
  },
  table: {
    name: 'naming',
    title: 'Naming',
    note: `Entities that the two sides call differently, by G² over the choice of form in the outlets’ own voice. Overlap: the sum over the forms of the smaller of the two shares. Not ranked: fewer than ${THIN_CHOICE} mentions in the own voice of a side.`,
    entity: 'entity',
    label: 'label',
    mentions: (side: SideName) => `${sideWords(side)} mentions`,
    ownVoice: (side: SideName) => `${sideWords(side)} own voice`,
    calls: (side: SideName) => `${sideWords(side)} calls it`,
    loaded: (side: SideName) => `${sideWords(side)} loaded, own voice`,
    overlap: 'overlap',
    why: 'not ranked because',
  },
  formsTable: {
    name: 'naming-forms',
    title: (entity: string) => `Naming of ${entity}`,
    voice: (side: SideName, voice: Voice) => `${sideWords(side)} ${voice}`,
    share: (side: SideName) => `${sideWords(side)} share`,
    loaded: (side: SideName) => `${sideWords(side)} loaded`,
    lrc: 'LRC',
    logRatio: 'log ratio',
    g2: 'G²',
  },
} as const;
