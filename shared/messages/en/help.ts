/** Words of Keyboard shortcuts and About. */
export const helpMessages = {
  shortcuts: 'Keyboard shortcuts',
  find: 'Find a key',
  or: 'or',
  nothingFound: 'No key matches.',
  note: 'Letters go by their place on the keyboard where its layout has no Latin letters.',
  about: 'About Galley',
  aboutButton: 'About Galley…',
  version: 'Version',
  sqlite: 'SQLite',
  node: 'Node',
  offline: 'Galley works without a network. Nothing you import is sent anywhere, and nothing in it runs.',
  licence: 'Galley is free software under the MIT licence.',
} as const;

export const shortcutGroups = {
  tag: 'Tag',
  move: 'Move',
  select: 'Select',
  undo: 'Undo',
  corpus: 'Corpus',
  help: 'Help',
} as const;

/** What each key does, in the words of the list. */
export const shortcutNames = {
  tag: (label: string) => `tag as ${label}`,
  remove: 'remove the annotation in focus',
  nextAnnotation: 'next or previous annotation, in the text',
  nextArticle: 'next article',
  previousArticle: 'previous article',
  nextRegion: 'next region of the window',
  previousRegion: 'previous region of the window',
  enterText: 'from the list into the text',
  byLine: 'start, end of the line; of the text with Ctrl',
  byPage: 'a page up, down',
  byParagraph: 'paragraph up, down',
  leave: 'leave the text, close what is open',
  byLetter: 'select by letter',
  byWord: 'select by word',
  all: 'select the whole text',
  copy: 'copy what is selected, with where it is from',
  drag: 'select whole words with the mouse',
  dragExactly: 'select exactly, inside words',
  undo: 'undo',
  redo: 'redo',
  open: 'open a corpus',
  import: 'import articles',
  export: 'make a dataset',
  shortcuts: 'show these keys',
} as const;
