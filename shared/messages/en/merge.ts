const kindWords = {
  label: 'label',
  attribute: 'attribute',
  relation_kind: 'kind of relation',
  entity: 'entity',
  outlet: 'outlet',
  annotator: 'person',
} as const;

/** Words of merging two copies: on the command line, and in what is said of a copy that is refused. */
export const mergeMessages = {
  at: {
    checking: 'the other copy is checked',
    reading: 'what is new in it',
    comparing: 'what both come to',
    writing: 'rows that are new here',
    history: 'history',
    finishing: 'both are made one',
  },
  sameName: (kind: keyof typeof kindWords, name: string, of: string | null) =>
    `${kindWords[kind]} “${name}”${of === null ? '' : ` (${of})`}`,
  unsound: {
    recovered: 'it was recovered from a damaged file, and part of what was done in it is gone',
    tooLong: 'a row of its journal is longer than anything that Galley writes',
    chain: (strand: string, number: number) =>
      `row ${number} of strand ${strand.slice(0, 8)} of its journal is not as its hash says`,
    payload: (strand: string, number: number) =>
      `what row ${number} of strand ${strand.slice(0, 8)} of its journal says was changed`,
    kind: (kind: string) => `it speaks of something unknown (“${kind}”)`,
    twoKinds: (uid: string) => `${uid} means two different things in it`,
    fields: (what: string, field: string) => `${what} has a field that it cannot have (${field})`,
    missing: (what: string, named: string) => `${what} names ${named}, which neither copy has`,
    text: (what: string) => `the text of ${what} is missing in it, or is not the one that it names`,
    span: (what: string) => `${what} stands off its text, or on other words than it says`,
    circle: (what: string) => `${what} belongs, by way of others, to itself`,
    row: (detail: string) => `what it holds does not fit together (${detail})`,
  },
} as const;

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const list = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .map(([kind, n]) => `${kind.replaceAll('_', ' ')} ${n}`)
    .join(', ');

const whose = (steps: number, people: readonly string[]) =>
  `${plural(steps, 'step')}${people.length === 0 ? '' : ` of ${people.join(', ')}`}`;

/** `galley merge`. */
export const mergeCliMessages = {
  argument: 'another copy of the corpus, or a package that was handed out; it is only read',
  options: {
    dryRun: 'say what it would do, and do nothing',
    sameNames: 'labels, outlets, entities and people of one name are one',
    otherCorpus: 'the file may be a corpus of its own',
  },
  same: (file: string) => `There is nothing new in ${file}.`,
  /** `isChanging`: the counts follow. */
  would: (file: string, steps: number, people: readonly string[], isChanging: boolean) =>
    `Would take ${whose(steps, people)} from ${file}${isChanging ? ':' : '; it would change nothing here but the history.'}`,
  did: (file: string, steps: number, people: readonly string[], isChanging: boolean) =>
    `Took ${whose(steps, people)} from ${file}${isChanging ? ':' : '; nothing changed here but the history.'}`,
  counts: {
    add: (counts: Readonly<Record<string, number>>) => `new: ${list(counts)}`,
    change: (counts: Readonly<Record<string, number>>) => `changed: ${list(counts)}`,
    remove: (counts: Readonly<Record<string, number>>) => `gone: ${list(counts)}`,
  },
  erased: (rows: number) =>
    `${plural(rows, 'row')} of its journal say nothing any more, since their words were erased.`,
  sameNames: (count: number, isPreview: boolean) =>
    isPreview
      ? `${plural(count, 'name')} would stand for two things each; with --same-names they are one:`
      : `${plural(count, 'name')} stood for two things each, which are one now:`,
  sameNameHeads: ['kind', 'name', 'of', 'here', 'there'],
  conflicts: (count: number, isPreview: boolean) =>
    `${plural(count, 'conflict')}; ${isPreview ? 'the later change would stand' : 'the later change stands'}, the other is kept in the journal:`,
  conflictHeads: ['article', 'words', 'what', 'here', 'there', 'stands'],
  removed: '(removed)',
  taken: { mine: 'here', theirs: 'there' },
} as const;
