import { numberWords } from './ui.ts';

const megabytes = (sizeBytes: number) =>
  sizeBytes < 1e5
    ? `${numberWords(Math.ceil(sizeBytes / 1000))} kB`
    : `${numberWords(Math.round(sizeBytes / 1e5) / 10)} MB`;

/** Names that files get, and what is said of copies; sentences of the command line too. */
export const keepingMessages = {
  folderName: (corpus: string) => `${corpus} backups`,
  /** Part of a file's name. */
  setAside: 'before restoring',
  asOfName: (corpus: string) => `${corpus} as it was`,
  size: megabytes,
  kinds: { automatic: 'automatic', kept: 'asked for', 'set aside': 'set aside before restoring' },
  copied: (file: string, sizeBytes: number, fingerprint: string) =>
    `Wrote ${file} (${megabytes(sizeBytes)}), checked; journal ${fingerprint.slice(0, 8)}.`,
  backedUp: (file: string) => `Backed up as ${file}.`,
  upToDate: 'The newest backup holds all that is in the corpus; nothing was written.',
  restored: (file: string, aside: string | null) =>
    `Put ${file} in the place of the corpus.${aside === null ? '' : ` What was there before is kept as “${aside}”.`}`,
  noBackups: 'There is no backup of this corpus yet.',
  recovered: (articles: number, annotations: number, journal: number, file: string) =>
    `Wrote ${numberWords(articles)} articles with ${numberWords(annotations)} annotations to ${file}, from ${numberWords(journal)} journal rows that hold.`,
  lost: (n: number) => (n === 0 ? 'Nothing was lost.' : `${numberWords(n)} things could not be read or brought back:`),
  more: (n: number) => `… and ${numberWords(n)} more.`,
} as const;

/** Something that a person should read although nobody asked. */
export const keepingNotices = {
  failed: (why: string) => `The automatic backup was not made. ${why}`,
  beforeUpgrade: (file: string) => `The corpus was backed up as “${file}” and brought up to this Galley's format.`,
} as const;

/** What a recovery could not bring back. */
export const recoveryMessages = {
  rows: (strand: string, from: number, to: number) =>
    from === to
      ? `journal row ${from} of strand ${strand} is gone`
      : `journal rows ${from} to ${to} of strand ${strand} are gone`,
  source: (name: string) => `source “${name}”: its bytes are gone; its articles are kept without them`,
  article: (uid: string, title: string) => `article “${title}” (${uid}): its text is gone`,
  text: (hash: string) => `text ${hash.slice(0, 16)}: it does not hold`,
} as const;

/** The dialog of backups. */
export const backupsMessages = {
  title: 'Backups',
  menu: 'Backups…',
  sendMenu: 'Send a copy…',
  what: 'Galley backs this corpus up while you work and when you close it. A backup can be put in its place; what was there before is kept.',
  folder: (folder: string) => `In ${folder}`,
  change: 'Another folder…',
  beside: 'Beside the corpus',
  chooseFolder: 'Folder for backups',
  chooseThis: 'Put backups here',
  now: 'Back up now',
  working: 'Backing up…',
  restoring: 'Putting the backup in place…',
  restore: 'Restore…',
  restoreOf: (when: string) => `Restore the backup of ${when}`,
  ask: (when: string) => `Put the backup of ${when} in the place of the corpus?`,
  askKept: 'What is there now is kept beside it, and is listed here: so this can be undone.',
  really: 'Restore',
  leave: 'Leave as it is',
  none: 'There is no backup yet. Galley makes the first one after an hour of work.',
  when: 'When',
  kind: 'Kind',
  size: 'Size',
  articles: 'Articles',
  steps: 'Steps',
  journal: 'Journal',
  list: 'Backups of this corpus',
  copyTitle: 'Send a copy',
  copyHint: 'A checked copy in one file, as the corpus is now. Give this one away, not the file that is open.',
  makeCopy: 'Write the copy',
  copying: 'Writing the copy…',
} as const;

/** The dialog that saves what can be saved of a damaged corpus. */
export const recoverMessages = {
  offer: 'Save what can be saved…',
  title: 'Save what can be saved',
  what: (file: string) =>
    `Galley reads “${file}” piece by piece and makes a new corpus of every article whose text is whole and every step of its history that can be trusted. The damaged file stays as it is.`,
  name: 'Name of the new corpus',
  suggested: (name: string) => `${name} saved`,
  beside: 'Beside the damaged file',
  folderChosen: 'In the folder that you chose',
  otherFolder: 'Another folder…',
  chooseFolder: 'Folder for the new corpus',
  chooseThis: 'Put it here',
  start: 'Save what holds',
  working: 'Reading the damaged corpus…',
  lost: 'What could not be brought back',
  open: 'Open the new corpus',
} as const;
