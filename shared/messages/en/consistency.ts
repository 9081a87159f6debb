import type { ConsistencyFix, ConsistencyRule } from '../../domain/consistency.ts';

const count = (n: number, one: string) => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;

/** Words of what does not fit together, on the screen and the command line. */
export const consistencyMessages = {
  rules: {
    'form-labels': 'The same words under several labels',
    'alias-label': 'A name under another label than its entity',
    'claim-speaker': 'Claims without a speaker',
    'loose-edge': 'Loose edges',
    'tagged-twice': 'Tagged twice',
    'near-copies': 'Near copies tagged otherwise',
  } satisfies Record<ConsistencyRule, string>,
  what: {
    formLabels: (n: number, other: string, of: number) =>
      `tagged so ${n.toLocaleString('en')} of ${of.toLocaleString('en')} times, otherwise mostly ${other}`,
    formTie: (n: number, other: string, of: number) =>
      `tagged so ${n.toLocaleString('en')} of ${of.toLocaleString('en')} times, and as often ${other}`,
    aliasLabel: (other: string) => `these words are an alias of an entity under ${other}`,
    claimSpeaker: 'nobody is named who says so',
    looseEdge: (trimmed: string) => `its edge holds more than “${trimmed}”`,
    taggedTwice: 'the same person tagged the same words so twice',
    nearCopies: (title: string, only: number) =>
      `${count(only, 'tag')} ${only === 1 ? 'differs' : 'differ'} from its near copy “${title}”`,
  },
  fix: (fix: ConsistencyFix): string =>
    'label' in fix ? `Make it ${fix.label}` : 'remove' in fix ? 'Remove one' : 'Trim the edge',
  reason: 'consistency',
  looking: 'Looking through what is tagged',
  progress: 'articles',

  list: 'Findings',
  ruleList: 'What is looked for',
  all: 'Everything',
  exempted: 'Right as they are',
  acts: 'This finding',
  exempt: 'Right as it is',
  takeBack: 'Not right after all',
  open: 'Open in Annotate',
  fixAll: (n: number) => `Fix all ${n.toLocaleString('en')}`,
  fixed: (changed: number, reviewed: number, left: number) =>
    [
      changed > 0 && `${count(changed, 'annotation')} changed`,
      reviewed > 0 && `${count(reviewed, 'annotation')} of others reviewed`,
      left > 0 && `${count(left, 'annotation')} left as ${left === 1 ? 'it is' : 'they are'}`,
    ]
      .filter(Boolean)
      .join(', '),
  none: 'Nothing that does not fit together.',
  emptyTitle: 'All of it fits together',
  shown: (n: number, of: number) => `${n.toLocaleString('en')} of ${of.toLocaleString('en')}`,
  keys: 'Enter fixes · X right as it is · O opens · J and K next and previous',
  stopped: 'That was stopped.',
  again: 'Look again',

  options: {
    rule: 'look for this only',
    fixAll: 'mend what can be mended by itself, of the rules that are asked for, as one step; 2,000 at a time',
  },
  line: (what: string, title: string, quote: string) => `${quote} (${title}): ${what}`,
} as const;
