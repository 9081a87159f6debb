/** The desktop's menu. Dots: a dialog follows. */
export const menuMessages = {
  file: 'File',
  new: 'New corpus…',
  open: 'Open corpus…',
  import: 'Import articles…',
  export: 'Export dataset…',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  view: 'View',
  help: 'Help',
  shortcuts: 'Keyboard shortcuts',
} as const;

/** The dialogs in which the desktop lets a person choose files and places. */
export const dialogMessages = {
  chooseFiles: 'Import articles',
  textFiles: 'Text',
  allFiles: 'All files',
  openCorpus: 'Open corpus',
  newCorpus: 'New corpus',
  corpora: 'Galley corpora',
  chooseFolder: (name: string) => `Choose where the folder “${name}” is put`,
  chooseFolderButton: 'Choose',
} as const;

export const workerRestarted = () =>
  'The part of Galley that keeps the corpus stopped unexpectedly and was started again. All that you had saved is there; look whether the last thing that you did is among it.';
export const workerRestartedWithout = (file: string) =>
  `The part of Galley that keeps the corpus stopped unexpectedly. It was started again, but “${file}” could not be opened. All that you had saved is in that file. Open it again, or open a backup.`;
export const workerGone = () =>
  'The part of Galley that keeps the corpus stopped several times within a minute and was not started again. All that you had saved is in your corpus. Quit Galley and start it again.';

/** What `npm run desktop` says. */
export const fetchMessages = {
  fetching: 'Galley: fetching Electron (about 120 MB), once.',
  failed:
    'Galley could not fetch Electron; why stands above. Nothing else was changed. Run “npm start” to use Galley in a browser instead.',
} as const;

export const startFailed = (detail: string) =>
  `Galley could not start (${detail}). Your corpora are untouched. Install it again, or report this.`;
