import type { MergeChangeKind, MergeSide, SameName } from '../../domain/merge.ts';
import { fieldName, kindName } from './history.ts';
import { mergeMessages } from './merge.ts';
import { numberWords } from './ui.ts';

const plural = (n: number, one: string, many = `${one}s`) => `${numberWords(n)} ${n === 1 ? one : many}`;
const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);

/** Words of the screen that makes two copies one. */
export const mergeViewMessages = {
  menu: 'Merge another copy…',
  title: 'Merge another copy',
  what: 'Takes over what somebody else did in their copy of this corpus, or in a package that was handed out. You see first what would come in. The other file is only read, and the merge is one step that can be undone.',
  choose: 'Choose a copy…',
  chooseTitle: 'Choose the copy to merge',
  chooseThis: 'Look into it',
  drop: 'Or drop its file (.galley) anywhere on this window.',
  readOnly: 'This corpus is only read now, so a merge can be looked at but not done.',
  past: 'Merges so far',
  noPast: 'Nothing was merged into this corpus yet.',
  pastHeads: { at: 'When', by: 'By', file: 'File', people: 'Whose work', steps: 'Steps', conflicts: 'Conflicts' },
  undone: 'undone',
  pastConflicts: (n: number, file: string) => `${plural(n, 'conflict')} of the merge of ${file}`,
  back: 'Back',
  offering: 'Taking in the file',
  looking: 'Looking into the other copy',
  nothingYet: 'nothing is written yet',
  again: 'Try again',
  another: 'Another file…',
  same: 'Nothing new',
  sameText: (file: string) => `Everything that was done in ${file} is here already.`,
  unrelated: (file: string) => `${file} is not a copy of this corpus but a corpus of its own.`,
  unrelatedText:
    'All its articles, labels, entities and people would come in beside yours. Choose another file if it was to be a copy of this one.',
  unrelatedTick: 'Another corpus is meant: look into it all the same',
  summary: 'The other copy',
  facts: {
    corpus: 'Corpus',
    people: 'Work of',
    nobody: 'nobody',
    newest: 'Newest',
    steps: 'New steps',
    package: 'A package that was handed out',
    otherCorpus: 'A corpus of its own, not a copy of this one',
  },
  erased: (rows: number) => `${plural(rows, 'row')} of its journal say nothing any more: their words were erased.`,
  counts: 'What would be otherwise here',
  countHeads: { add: 'new', change: 'changed', remove: 'gone' } as Readonly<Record<MergeChangeKind, string>>,
  kind: (kind: string) => capital(kindName(kind, 2)),
  countOf: (kind: string, change: MergeChangeKind, n: number) =>
    `${plural(n, kindName(kind, 1), kindName(kind, 2))}, ${{ add: 'new', change: 'changed', remove: 'gone' }[change]}`,
  tabs: 'What would come in',
  tab: {
    names: (n: number) => `Same names ${numberWords(n)}`,
    conflicts: (n: number) => `Conflicts ${numberWords(n)}`,
    changes: (n: number) => `Changes ${numberWords(n)}`,
  },
  names: {
    what: 'These were made on both sides under one name. Together they would be two of one name each, which nobody could tell apart.',
    tick: 'They are one',
    hint: 'If one of them is another thing, rename it first, here or in the other copy, and merge then.',
    heads: { kind: 'What', name: 'Name', of: 'Of', stays: 'Goes on as' },
    list: 'Names that are one',
    stays: { mine: 'yours', theirs: 'theirs' } as Readonly<Record<MergeSide, string>>,
    said: ({ kind, name, of }: SameName) => mergeMessages.sameName(kind, name, of),
    kinds: (kind: string) => kindName(kind, 1),
  },
  conflicts: {
    list: 'Conflicts',
    none: 'No conflicts: what was changed on one side was left alone on the other, or seen there.',
    heads: { what: 'What', mine: 'yours', theirs: 'theirs' },
    what: (kind: string, field: string | null) => capital(field === null ? 'removed or kept' : fieldName(field)),
    of: (kind: string) => kindName(kind, 1),
    removed: 'removed',
    empty: 'empty',
    rule: 'by rule',
    ruleTitle: 'The rule takes this one',
    ruleHint: 'The rule: of two changes the newer one stands, by the order of the journals, not by clocks.',
    takenPast: 'taken',
    state: (settled: MergeSide | 'rule' | null) =>
      settled === null
        ? 'not settled'
        : { mine: 'settled: yours', theirs: 'settled: theirs', rule: 'settled by the rule' }[settled],
    keys: { move: 'next, previous', rule: 'as the rule says' },
    more: (listed: number, all: number) =>
      `${numberWords(listed)} of ${numberWords(all)} conflicts are listed; the rule decides the others.`,
    who: 'Who decides',
    ask: 'ask me',
    rules: 'the rule',
  },
  changes: {
    list: 'Changes',
    none: 'Nothing of that sort.',
    anyKind: 'All kinds',
    kindChip: (chosen: string) => `Kind: ${chosen}`,
    anyChange: 'New, changed, gone',
    changeChip: (chosen: string) => `Change: ${chosen}`,
    mark: { add: 'new', change: 'changed', remove: 'gone' } as Readonly<Record<MergeChangeKind, string>>,
    notAll: (n: number) => `The first ${numberWords(n)} of each sort and kind are listed; all of them come in.`,
    of: (kind: string) => kindName(kind, 1),
    field: (field: string) => fieldName(field),
    nothing: 'nothing',
    then: 'then',
    oneWith: 'is one with the other of this name',
  },
  oneStep: 'one step to undo; the other file stays as it is',
  merge: 'Merge',
  mergeLeft: (left: number) => `Merge, ${numberWords(left)} left`,
  tickNames: 'Say first that the names are one.',
  merging: 'Merging',
  done: 'Merged',
  doneTitle: (file: string, steps: number) => `Merged ${file}: ${plural(steps, 'step')} came in`,
  nothingDone: (file: string) => `Nothing was new in ${file}; nothing was written.`,
  came: 'What came of it',
  cameRow: (change: MergeChangeKind, n: number) =>
    `${{ add: 'New', change: 'Changed', remove: 'Gone' }[change]} (${numberWords(n)})`,
  cameKinds: (counts: readonly (readonly [string, number])[]) =>
    counts.map(([kind, n]) => `${numberWords(n)} ${kindName(kind, n)}`).join(', '),
  namesOne: (n: number) => `${plural(n, 'name')} that stood for two things ${n === 1 ? 'is' : 'are'} one now.`,
  conflictsAfter: (n: number) =>
    n === 0
      ? 'There were no conflicts.'
      : `${plural(n, 'conflict')}; what did not stand is kept in the journal and listed here.`,
  undo: 'Undo',
} as const;
