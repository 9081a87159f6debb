import { numberWords, shortQuote } from './ui.ts';

const withQuote = (acts: string[], quote: string | null) =>
  acts.join(', ') + (quote === null ? '' : `, “${shortQuote(quote)}”`);

/** Words of the window around the views. */
export const appMessages = {
  name: 'Galley',
  title: (corpus: string) => `${corpus} · Galley`,
  library: 'Articles',
  views: 'Views',
  view: {
    annotate: 'Annotate',
    review: 'Review',
    compare: 'Compare',
    search: 'Search',
    entities: 'Entities',
    dataset: 'Dataset',
  },
  corpusMenu: (title: string) => `${title}, corpus`,
  menu: {
    new: 'New corpus…',
    open: 'Open corpus…',
    sample: 'Open the sample corpus',
    recent: 'Recent',
    verify: 'Verify…',
    about: 'About Galley…',
  },
  undo: 'Undo',
  redo: 'Redo',
  undoWhat: (act: string) => `Undo: ${act}`,
  undoing: (done: number, total: number) => `${numberWords(done)} of ${numberWords(total)} changes turned back…`,
  undone: (acts: string[], quote: string | null) => `undone: ${withQuote(acts, quote)}`,
  redone: (acts: string[], quote: string | null) => `done again: ${withQuote(acts, quote)}`,
  theme: 'Light or dark',
  settings: 'Settings',
  help: 'Keyboard shortcuts',
  save: {
    saved: 'saved',
    saving: 'saving…',
    typing: 'typing…',
    failed: 'not saved',
    failedBecause: (why: string) => `not saved: ${why}`,
    notWriting: 'not writing',
  },
  status: 'Status',
  noCorpus: 'no corpus open',
  nobody: 'no name given',
  characters: (start: number, end: number, of: number) =>
    `characters ${numberWords(start)}–${numberWords(end)} of ${numberWords(of)}`,
  caret: (at: number, of: number) => `character ${numberWords(at)} of ${numberWords(of)}`,
  journal: (short: string) => `journal ${short}`,
  journalWhole: (hash: string) => `Fingerprint of the journal: ${hash}`,
  offline: 'offline, nothing leaves this machine',
} as const;

/** How the open corpus may be used, where it is not simply written. */
export const modeMessages = {
  checking:
    'This corpus was not closed properly last time and is being checked. You can read; writing starts when the check has passed.',
  writeAnyway: 'Write anyway',
  openAgain: 'Open again',
  read: 'This corpus is open for reading only; nothing you do here changes it.',
  readBeside: (holder: string) =>
    `Another Galley is writing this corpus (${holder}), so it is open here for reading only. Close it there, then open it again to write.`,
  copy: 'This corpus lies where nothing can be written, so a private copy is being read. Copy it to a folder of yours to work on it.',
  replaced:
    'Another file was put in the place of this corpus, so Galley stopped writing. All that you had saved is kept beside it. Open that one to go on.',
} as const;

export const undoDialogMessages = {
  title: 'Take back together?',
  text: 'Later work stands on your last step. It can only be taken back together with it:',
  together: 'Take all back',
  leave: 'Leave as it is',
} as const;

export const verifyMessages = {
  title: 'Verify',
  what: 'Checks structure, offsets, quotes, hashes and the journal, and replays the journal beside the tables. Nothing is changed.',
  run: 'Verify this corpus',
  again: 'Verify again',
  rebuild: 'Rebuild and verify',
  rebuilt: 'Lists, counts and the search index were made anew.',
  cancel: 'Stop',
  sound: 'Everything holds.',
  problems: (n: number) =>
    `${numberWords(n)} problem${n === 1 ? '' : 's'} found. Nothing was changed. Keep this file and open a backup.`,
  checked: {
    articles: 'Articles',
    annotations: 'Annotations',
    quotes: 'Quotes',
    journal: 'Journal rows',
    strands: 'Strands',
    sources: 'Source files',
    erased: 'Erased rows',
    derived: 'Lists and indexes',
  },
  fingerprint: 'Journal fingerprint',
  contentFingerprint: 'Content fingerprint',
} as const;

/** The page when something in it broke. */
export const brokenMessages = {
  title: 'Something in this window broke',
  what: 'What happened',
  kept: 'What was kept',
  keptText: 'Everything that was shown as saved. A note that was being typed may lack its last words.',
  todo: 'What to do',
  todoText: 'Reload the window; it goes on where you were.',
  reload: 'Reload',
} as const;

/** The page at an address that has been used or is not the host's newest. */
export const lockedMessages = {
  title: 'This address has been used',
  text: 'Galley opens its window once for each address, so that nobody else on this computer can. Your work is safe in its file.',
  todo: 'If Galley is open in another window or tab, go on there. Else go to the terminal in which it runs and press Enter: it prints a new address.',
} as const;

/** What an act is called where it is undone. */
export const actWords = {
  'create corpus': 'make the corpus',
  join: 'join',
  import: 'import',
  tag: 'tag',
  'change tag': 'change of a tag',
  'remove tag': 'removal of a tag',
  'edit article': 'article details',
  'mark article': 'state of an article',
  'change codebook': 'codebook',
  'tag many': 'tagging of many places',
  'take suggestions': 'taking of suggestions',
  'dismiss suggestions': 'dismissal of suggestions',
  'restore suggestions': 'return of dismissed suggestions',
  propagate: 'propagation',
  'change rule': 'rule of propagation',
  'add predictions': 'predictions of another tool',
  'change filter': 'saved filter',
  'change dataset': 'saved dataset',
  'import annotations': 'import of annotations',
  'link entity': 'link to an entity',
  'add entity': 'new entity',
  'change entity': 'change of an entity',
  'merge entities': 'merge of entities',
  'split entity': 'split of an entity',
  'change outlet': 'change of an outlet',
  'merge outlets': 'merge of outlets',
  relate: 'relation',
  'change relation': 'change of a relation',
  'remove relation': 'removal of a relation',
  'change cluster': 'event card',
  review: 'review',
  adjudicate: 'adjudication',
  settle: 'settlement of a difference',
  exempt: 'finding left as it is',
  'make consistent': 'repair of findings',
  merge: 'merge of another copy',
  assign: 'assignment',
  'hand out': 'making of the package',
  'change person': 'name of a person',
  upgrade: 'upgrade of the corpus',
  recover: 'recovery of a damaged file',
  undo: 'undo',
  redo: 'redo',
  discard: 'discard',
} as const;
