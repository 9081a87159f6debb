import { numberWords, shortQuote } from './ui.ts';

const count = (n: number, what: string) => `${numberWords(n)} ${what}${n === 1 ? '' : 's'}`;
const left = ({ ofOthers, unfit }: { ofOthers: number; unfit: number }) =>
  [
    ...(ofOthers > 0 ? [`${numberWords(ofOthers)} by others stayed`] : []),
    ...(unfit > 0 ? [`${numberWords(unfit)} of another label stayed`] : []),
  ].map((each) => `; ${each}`);

/** Words of the list of an article's annotations, and of what is done to many of them. */
export const annotationListMessages = {
  tools: 'List of annotations',
  find: 'Find annotations here',
  sortName: (sort: string) => `Sorted by ${sort}`,
  sorts: { place: 'place', label: 'label', text: 'words', entity: 'entity', state: 'state', annotator: 'person' },
  stateFilter: (state: string) => `${state}, state shown`,
  anyState: 'any state',
  unlinked: 'no entity',
  mine: 'mine',
  shown: (shown: number, all: number) => (shown === all ? '' : `${numberWords(shown)} of ${numberWords(all)} shown`),
  nothingFound: 'No annotation here is like that.',
  keys: 'Space chooses, Shift extends, Enter opens',
  bulk: 'Chosen annotations',
  chosen: (n: number) => `${numberWords(n)} chosen`,
  clear: 'Choose none',
  alike: 'Alike',
  alikeName: 'Alike: choose what is like the chosen',
  sameWords: 'all of these words',
  sameEntity: 'all of this entity',
  sameLabel: 'all of this label',
  relabel: 'Relabel',
  link: 'Link…',
  remove: 'Remove',
  relabelled: (n: number, label: string, rest: { ofOthers: number; unfit: number }) =>
    [`${count(n, 'annotation')} relabelled as ${label}`, ...left(rest)].join(''),
  linked: (n: number, entity: string, rest: { ofOthers: number; unfit: number }) =>
    [`${count(n, 'annotation')} linked to ${shortQuote(entity)}`, ...left(rest)].join(''),
  unlinkedMany: (n: number, rest: { ofOthers: number; unfit: number }) =>
    [`${count(n, 'annotation')} linked to no entity any more`, ...left(rest)].join(''),
  removed: (n: number, rest: { ofOthers: number; unfit: number }) =>
    [`${count(n, 'annotation')} removed`, ...left(rest)].join(''),
  onlyOthers: 'Those are other people’s: their work is reviewed, not changed.',
  working: (n: number) => `Changing ${count(n, 'annotation')}`,
  linkTitle: (n: number) => `Link ${count(n, 'annotation')}`,
  linkField: 'Entity',
  linkHint: 'Type to find; Enter takes the one that is marked. Annotations of another label are left as they are.',
  noEntity: 'no entity',
  removeTitle: (n: number) => `Remove ${count(n, 'annotation')}?`,
  removeWords: 'They go with your relations of them, as one step, which undo brings back.',
  leave: 'Leave them',
} as const;
