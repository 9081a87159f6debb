import type { ComparisonPart } from '../../domain/whole-comparison.ts';
import { numberWords } from './ui.ts';

export const countsWords = {
  title: 'What was counted',
  what: 'counted',
  measures: {
    articles: 'articles',
    tokens: 'tokens',
    boilerplate: 'tokens left out: boilerplate and repeats',
    annotations: 'annotations',
    unchecked: 'of them unchecked',
    mentions: 'mentions of actors, places and other labels',
    claims: 'claims',
  },
  onBoth: (n: number) => (n === 0 ? '' : `Articles on both sides, which count on either: ${numberWords(n)}.`),
} as const;

/** Words of the report of a comparison, and of its files. */
export const reportWords = {
  title: (a: string, b: string) => `${a} against ${b}`,
  all: 'all articles',
  entity: 'entity',
  allForms: 'Every form of every entity',
  of: (corpus: string, date: string) => `Corpus “${corpus}”, as it was on ${date}.`,
  noDate: 'no date',
  parts: {
    counts: 'What was compared',
    naming: 'Naming',
    claims: 'Claims',
    words: 'Words',
    sources: 'Sources',
    silence: 'Silence',
    time: 'Time and place',
  } satisfies Record<ComparisonPart, string>,
  contents: 'Contents',
  filters: 'The two sides, as filters',
  checkedOnly: 'Only annotations that somebody has checked count.',
  notCheckedOnly: 'All annotations of results count, unchecked ones too; rejected ones and suggestions never.',
  firstRows: (n: number, all: number) =>
    `The first ${numberWords(n)} of ${numberWords(all)} rows; the CSV file of this table has them all.`,
  noRows: 'No row.',
  conflicts: 'Questions: where versions of an event do not fit',
  conflictsNote: 'A conflict is a question to a person, never a verdict. Both sentences stand beside it.',
  noConflicts: 'No versions were found that do not fit.',
  moreConflicts: (n: number) => `${numberWords(n)} more are in Galley.`,
  unsaid: 'no source named',
  definitions: 'What the numbers mean',
  footer: (version: string) =>
    `Made by Galley ${version}, offline. Another person with the same corpus and the same choice gets the same file, byte for byte.`,
  content: 'Content fingerprint of the corpus',
  journal: 'Journal fingerprint',
  says: (side: string) => `${side}:`,
} as const;

/** Each measure in two lines. Source: STATISTICS.md of the design. */
export const definitions: readonly (readonly [string, string])[] = [
  [
    'Counts',
    'Results count: one for each article, settled by people or one person’s own layer with its reviews applied. Boilerplate and repeats of earlier blocks of an article are left out. An article without a date has no day.',
  ],
  [
    'Own voice, quoted, attributed',
    'A mention inside quotation marks is quoted; one inside a claim that is given to somebody else is attributed; all others are in the outlet’s own voice.',
  ],
  [
    'G²',
    'Log-likelihood of a table of frequencies, 2 Σ O ln(O/E): how sure it is that the two sides differ at all (Dunning 1993). For naming the base is the mentions of that entity, not the tokens of the outlet. Above zero: more in A.',
  ],
  [
    'Log ratio',
    'The difference in doublings: log2 of A’s rate over B’s, with half added to each count (Hardie 2014). 1 is twice as often, −2 a quarter.',
  ],
  [
    'LRC',
    'The conservative log ratio: the end of the 95 % confidence interval of the ratio that is nearer to no difference, corrected for all rows tested (Evert 2022). 0 where the data cannot tell.',
  ],
  [
    'BIC, %DIFF, q',
    'BIC = G² − ln N, evidence beyond the size of the data (Wilson 2013). %DIFF: A’s rate above B’s in percent. q: share of false finds among rows at least as strong (Benjamini and Hochberg).',
  ],
  [
    'Chance of a silence',
    'If the silent side wrote of it as often as the other does for each of its articles: how likely none at all would be (Poisson). Above 5 % it may be chance.',
  ],
  ['Undefined', 'Shown as – with its reason beside the table; never as 0.'],
];
