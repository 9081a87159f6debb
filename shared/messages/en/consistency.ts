import type { ConsistencyFix, ConsistencyRule, Finding } from '../../domain/consistency.ts';
import { shortQuote } from './ui.ts';

const count = (n: number, one: string) => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;

/** Tags that a line names; more would not be read there. */
const SOME = 3;
const some = (tags: readonly string[]) =>
  [...tags.slice(0, SOME), ...(tags.length > SOME ? [`${(tags.length - SOME).toLocaleString('en')} more`] : [])].join(
    ' · ',
  );

/** Words of what does not fit together, on the screen and the command line. */
export const consistencyMessages = {
  rules: {
    'form-labels': 'The same words under several labels',
    'alias-label': 'A name under another label than its entity',
    'unlinked-mention': 'Names that are not linked',
    'required-attributes': 'Required attributes not filled',
    'claim-speaker': 'Claims without a speaker',
    'loose-edge': 'Loose edges',
    'tagged-twice': 'Tagged twice',
    'near-copies': 'Near copies tagged otherwise',
  } satisfies Record<ConsistencyRule, string>,
  /** What a rule looks for, for whoever has not met it. */
  about: {
    'form-labels': 'Words that stand under labels which exclude one another; listed where they are the rarer one.',
    'alias-label': 'Words that are an alias of an entity, under a label that excludes the entity’s.',
    'unlinked-mention': 'Names with no entity, whose words are an alias of one entity alone that their label fits.',
    'required-attributes': 'Tags that lack a value which the codebook requires.',
    'claim-speaker': 'Claims with no attribution that are not in the outlet’s own voice.',
    'loose-edge': 'Tags that begin or end with a blank, a comma, or half of a pair of brackets or quotation marks.',
    'tagged-twice': 'The same words with the same label, twice by the same person.',
    'near-copies': 'Articles that share four fifths of their word sequences, and whose tags differ.',
  } satisfies Record<ConsistencyRule, string>,
  what: {
    formLabels: (n: number, other: string, of: number) =>
      `tagged so ${n.toLocaleString('en')} of ${of.toLocaleString('en')} times, otherwise mostly ${other}`,
    formTie: (n: number, other: string, of: number) =>
      `tagged so ${n.toLocaleString('en')} of ${of.toLocaleString('en')} times, and as often ${other}`,
    aliasLabel: (other: string) => `these words are an alias of an entity under ${other}`,
    unlinkedMention: (entity: string) => `these words are an alias of ${entity} alone`,
    requiredAttributes: (paths: readonly string[]) => `not filled: ${paths.join(', ')}`,
    claimSpeaker: 'nobody is named who says so',
    looseEdge: (trimmed: string) => `its edge holds more than “${trimmed}”`,
    taggedTwice: 'the same person tagged the same words so twice',
    nearCopies: (onlyHere: readonly string[], onlyThere: readonly string[]) => {
      const n = onlyHere.length + onlyThere.length;
      const sides = [
        onlyHere.length > 0 && `only in the first: ${some(onlyHere)}`,
        onlyThere.length > 0 && `only in the other: ${some(onlyThere)}`,
      ];
      return `${count(n, 'tag')} ${n === 1 ? 'differs' : 'differ'} between near copies: ${sides.filter(Boolean).join('; ')}`;
    },
  },
  fix(fix: ConsistencyFix): string {
    if ('label' in fix) return `Make it ${fix.label}`;
    if ('entity' in fix) return `Link to ${fix.name}`;
    return 'remove' in fix ? 'Remove one' : 'Trim the edge';
  },
  reason: 'consistency',
  looking: 'Looking through what is tagged',
  progress: 'articles',
  mending: 'Mending',
  annotations: 'annotations',

  list: 'Findings',
  ruleList: 'What is looked for',
  all: 'Everything',
  exempted: 'Right as they are',
  acts: 'This finding',
  exempt: 'Right as it is',
  takeBack: 'Not right after all',
  open: 'Open in Annotate',
  openCopy: 'Open its near copy',
  lookingAgain: 'looking again…',
  fixAll: (n: number) => `Fix all ${n.toLocaleString('en')}`,
  fixed: (changed: number, reviewed: number, left: number) =>
    [
      changed > 0 && `${count(changed, 'annotation')} changed`,
      reviewed > 0 && `${count(reviewed, 'annotation')} of others reviewed`,
      left > 0 && `${count(left, 'annotation')} left as ${left === 1 ? 'it is' : 'they are'}`,
    ]
      .filter(Boolean)
      .join(', '),
  none: 'Nothing was found that does not fit together.',
  emptyTitle: 'All of it fits together',
  noneOfRule: 'Nothing of this kind was found',
  tag: (label: string, quote: string) => `${label} ${shortQuote(quote)}`,
  noneExempt: 'Nothing is marked as right as it is.',
  shown: (n: number, of: number) => `${n.toLocaleString('en')} of ${of.toLocaleString('en')}`,
  says: (label: string) => `${label}:`,
  proposed: (fix: string) => `Proposed: ${fix}`,
  stopped: 'That was stopped.',
  again: 'Look again',

  options: {
    rule: 'look for this only',
    fixAll: 'mend what can be mended by itself, of the rules that are asked for, as one step; 2,000 at a time',
  },
  line: ({ what, title, quote, copy }: Finding) =>
    `${copy ? `${title} / ${copy.title}` : `${shortQuote(quote)} (${title})`}: ${what}`,
} as const;
