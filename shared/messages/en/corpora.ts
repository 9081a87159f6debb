import { numberWords } from './ui.ts';

/** The page while no corpus is open. */
export const welcomeMessages = {
  region: 'First run',
  headline: 'Who says what about whom, where, and in which words',
  lead: 'Bring in articles, mark who, where and what is claimed, and write it out as a dataset. All of it is one file on your disk.',
  import: 'Import articles…',
  importHint: 'Texts and pages of several articles. Or drop them here.',
  open: 'Open corpus…',
  openHint: 'A .galley file of yours, or one that a colleague gave you.',
  new: 'New corpus…',
  newHint: 'An empty file, for another subject.',
  sample: 'Open the sample corpus',
  sampleHint: 'Two short invented articles, tagged; a copy of your own.',
  recent: 'Recent corpora',
  offline: 'Galley works without a network. Nothing you import is sent anywhere, and nothing in it runs.',
  keysBefore: 'Everything has a key.',
  keysAfter: 'shows them.',
} as const;

/** The one thing that is asked before anything else. */
export const nameMessages = {
  title: 'Welcome to Galley',
  ask: 'Your name',
  hint: 'It stands beside all that you tag, so that others can tell who did what. It stays on this computer until you give your corpus away.',
  makes: (name: string) => `Makes the corpus “${name}” in Documents/Galley.`,
  go: 'Start',
  taken: 'There is a corpus of that name already.',
  openThat: (file: string) => `Open “${file}”`,
  other: 'Or make one with another name',
} as const;

/** Opening and making corpora. */
export const corpusMessages = {
  open: 'Open corpus',
  new: 'New corpus',
  places: 'Places',
  folder: 'Folder',
  up: 'Folder above',
  contents: (folder: string) => `Folders and corpora in ${folder}`,
  isFolder: 'folder',
  isCorpus: 'corpus',
  nothing: 'No folder and no corpus is in here.',
  name: 'Name',
  nameHint: (folder: string) => `In ${folder}`,
  create: 'Make corpus',
  openChosen: 'Open',
  cancel: 'Cancel',
  tryAgain: 'Choose again…',
  counted: (folders: number, corpora: number) =>
    `${numberWords(folders)} folder${folders === 1 ? '' : 's'}, ${numberWords(corpora)} ${corpora === 1 ? 'corpus' : 'corpora'}`,
} as const;
