import type { ChangedPart, DifferenceKind, FoundName, NameSort, NoteKind } from '../../domain/interchange.ts';
import { numberWords } from './ui.ts';

const count = (n: number, one: string, many = `${one}s`) => `${numberWords(n)} ${n === 1 ? one : many}`;
const articles = (n: number) => count(n, 'article');
const sum = (parts: (string | false)[]) => parts.filter((part) => part !== false).join(', ');

/** Of one, and of several. */
const noteWords: Record<NoteKind, [string, string]> = {
  refused: ['cannot be read', 'cannot be read'],
  unplaced: ['stands nowhere', 'stand nowhere'],
  moved: ['follows its words', 'follow their words'],
  left: ['has no place here', 'have no place here'],
  values: ['value does not fit', 'values do not fit'],
  'without-text': ['is without text', 'are without text'],
};

/** Words of Read back: annotations that another tool made, or we. */
export const readBackMessages = {
  title: 'Read back annotations',
  nothingYet: 'Nothing is changed yet',
  file: (name: string, more: number) => (more === 0 ? name : `${name} and ${numberWords(more)} more`),
  reading: 'Reading the files and comparing them with this corpus',
  again: 'Read again',
  asArticles: 'Import as articles instead',
  addFiles: 'Add files…',
  summary: 'What was recognised',

  format: 'Format',
  unit: 'Offsets count',
  found: (name: string) => (name === '' ? 'as found' : `${name}, found`),
  units: { utf16: 'UTF-16 units', codepoint: 'code points', grapheme: 'graphemes', byte: 'bytes' },
  by: 'Without a name by',
  byHint: 'Annotations that name nobody are theirs.',
  you: 'me',

  agreement: 'Words at their offsets',
  agree: (n: number, of: number) =>
    of === 0
      ? 'No annotation brings its words along; offsets are taken as they are.'
      : `${numberWords(n)} of ${numberWords(of)} quote${of === 1 ? ' agrees' : 's agree'}`,
  moved: (n: number) => `${numberWords(n)} follow${n === 1 ? 's its' : ' their'} words`,
  widened: (n: number) => `${numberWords(n)} widened to whole characters`,
  unplaced: (n: number) => `${numberWords(n)} stand${n === 1 ? 's' : ''} nowhere`,

  documents: 'Documents',
  documentRows: { here: 'here already', new: 'new: imported', withoutText: 'without text: left out' },
  annotations: 'Annotations',
  annotationRows: { same: 'as they are here', new: 'new', changed: 'changed', deleted: 'deleted there' },
  relations: (n: number) => `of them ${count(n, 'relation')}`,

  tabs: 'What the files bring',
  tab: {
    names: (n: number) => `Names ${numberWords(n)}`,
    differences: (n: number) => `Differences ${numberWords(n)}`,
    notes: (n: number) => `Not taken ${numberWords(n)}`,
  },

  namesHint: 'What each name of the files stands for here. A change reads the files anew and asks again what is taken.',
  sorts: {
    label: 'Labels',
    relation: 'Relations',
    attribute: 'Attributes',
    annotator: 'Annotators',
  } satisfies Record<NameSort, string>,
  noNames: 'The files name no label, relation, attribute or annotator.',
  times: (n: number) => `${numberWords(n)} ×`,
  standsFor: (theirs: string) => `${theirs} stands for`,
  newName: (theirs: string) => `New name for ${theirs}`,
  aNewOne: 'a new one, named',
  leftOut: (sort: NameSort) => (sort === 'annotator' ? 'whoever imports' : 'left out'),
  foundBy: {
    chosen: 'as you said',
    remembered: 'as the last time',
    'same-name': 'the same name',
    'common-word': 'guessed: a common word for it',
    new: 'new here',
    left: 'cannot be a name here',
    'no-room': 'the codebook has no room for more',
  } satisfies Record<FoundName['by'], string>,

  show: 'Show',
  all: (n: number) => `All ${numberWords(n)}`,
  kinds: { new: 'New', changed: 'Changed', deleted: 'Deleted' } satisfies Record<DifferenceKind, string>,
  kind: (kind: DifferenceKind, n: number) => `${readBackMessages.kinds[kind]} ${numberWords(n)}`,
  takeAll: 'Take all',
  takeNone: 'Take none',
  differences: 'Differences',
  keys: 'Y takes, N leaves, Space turns over, A all',
  taken: (n: number, of: number) => `${numberWords(n)} of ${numberWords(of)} taken`,
  noDifference: 'Nothing differs',
  noDifferenceHint: 'All that stands in the files stands here already, as it is there.',
  notWhole: 'There are too many to keep them all; the first are listed, and they are taken or left by kind.',
  relation: 'relation',
  row: (kind: DifferenceKind) => ({ new: 'new', changed: 'changed', deleted: 'deleted' })[kind],
  parts: {
    span: 'words',
    label: 'label',
    entity: 'entity',
    attributes: 'attributes',
    note: 'note',
  } satisfies Record<ChangedPart['what'], string>,
  changes: (parts: readonly ChangedPart[]) => parts.map(({ what }) => readBackMessages.parts[what]).join(', '),
  one: 'This difference',
  here: 'Here',
  there: 'In the files',
  none: 'none',
  articleComes: 'The article comes with it.',
  place: (place: string) => `in the files: ${place}`,
  decide: { take: 'Take', leave: 'Leave' },
  effect: (kind: DifferenceKind, isOwn: boolean, annotator: string): string => {
    if (kind === 'new') return `Taken, it is ${isOwn ? 'yours' : `by ${annotator}`}.`;
    if (kind === 'changed')
      return isOwn
        ? 'Taken, it is edited here.'
        : `Taken, it corrects the one by ${annotator}, which stays to be seen.`;
    return isOwn ? 'Taken, it is removed here.' : `Taken, the one by ${annotator} is rejected, which stays to be seen.`;
  },

  notes: 'Not taken, or not as it stands',
  noNotes: 'Everything in the files has its place here.',
  noteKind: (kind: NoteKind, n: number) => `${numberWords(n)} ${noteWords[kind][n === 1 ? 0 : 1]}`,
  noteHints: {
    refused: 'These parts of the files are damaged; the rest is read.',
    unplaced: 'Neither their offsets nor their words lead to a place in the text.',
    moved: 'Their offsets did not meet their words, or cut a character; they are taken where the words are.',
    left: 'The format holds what Galley keeps no place for.',
    values: 'The annotation is taken without this value.',
    'without-text': 'Their text is neither in the files nor here, so nothing in them can be placed.',
  } satisfies Record<NoteKind, string>,
  moreNotes: (n: number) => `and ${numberWords(n)} more that are only counted`,

  comes: (taken: number, newArticles: number) =>
    sum([
      `${count(taken, 'difference')} ${taken === 1 ? 'is' : 'are'} taken`,
      newArticles > 0 && `${articles(newArticles)} come${newArticles === 1 ? 's' : ''} in`,
    ]),
  oneStep: 'one step to undo',
  take: (n: number, newArticles: number) =>
    n === 0 && newArticles > 0 ? `Import ${articles(newArticles)}` : `Take ${numberWords(n)}`,
  gathering: 'Gathering what is taken',
  taking: 'Taking',

  done: 'What came of it',
  doneTitle: (n: number) => (n === 0 ? 'Nothing was changed' : `${count(n, 'change')} taken`),
  doneRows: {
    imported: 'articles imported',
    added: 'annotations added',
    changed: 'edited',
    corrected: 'corrected, another’s',
    removed: 'removed',
    rejected: 'rejected, another’s',
    same: 'stood here already',
    relationsAdded: 'relations added',
    relationsChanged: 'relations changed',
    relationsRemoved: 'relations removed',
    relationsRejected: 'relations rejected, another’s',
  },
  made: 'New here',
  madeRows: {
    labels: 'labels',
    attributes: 'attributes',
    relationKinds: 'relations',
    people: 'annotators',
    entities: 'entities',
    eventCards: 'event cards',
  },
  undo: 'Undo',
} as const;
