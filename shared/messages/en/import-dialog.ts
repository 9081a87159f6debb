import { numberWords } from './ui.ts';

const articles = (n: number) => `${numberWords(n)} article${n === 1 ? '' : 's'}`;
const files = (n: number) => `${numberWords(n)} file${n === 1 ? '' : 's'}`;

/** Words of Import articles. */
export const importMessages = {
  title: 'Import articles',
  nothingYet: 'Nothing is in the corpus yet',
  chooseFiles: 'Choose files…',
  chooseFolder: 'Choose a folder…',
  dropHere: 'Drop files here, or',
  startHint:
    'Texts (.txt), or tables of articles (.csv, .tsv, .json, .jsonl). A page of several articles is cut into them, and you see what becomes of each file before anything is stored.',
  annotationsHint: (isDesktop: boolean) =>
    `Annotations that another tool made, or Galley wrote (${isDesktop ? 'files, a folder or a ZIP' : 'files or a ZIP'}), are read back: you see what differs from what is here, and take what you want.`,
  areAnnotations: 'This holds annotations. Choose it by itself, with its texts, and it is read back.',
  dropMore: 'Add files',
  offering: 'Taking over the files',
  reading: 'Reading',
  storing: 'Importing',
  files: 'Files',
  file: { articles, there: 'already there', someThere: (n: number) => `${articles(n)}, some already there` },
  leaveOut: 'Leave this file out',

  preview: (file: string) => `Preview of ${file}`,
  pageHead: (n: number) => (n === 1 ? 'One article' : `One page, ${numberWords(n)} articles`),
  cutBy: (how: string) => `cut ${how}`,
  cutByHand: 'cut as you said',
  notCut: 'nothing in it says that there are more',
  cutHere: 'Cut here',
  join: 'Join',
  joinThis: (n: number) => `Join article ${n} to the one before`,
  leaveWhole: 'Leave whole',
  byRules: 'Cut by the rules again',
  text: 'Text of the page, block by block',
  nth: (n: number, of: number) => `${n} of ${of}`,
  repeat: 'repeat',
  cutOff: (more: number) => ` … ${numberWords(more)} more characters`,
  encoding: 'Read as',
  suggested: (name: string) => `${name} (looks like it)`,
  chooseEncoding: 'choose…',
  refusedHead: 'Left out',
  notUtf8: 'Choose how the file is written, and look whether its words make sense.',
  strayBytes: 'Choose another encoding, or have each byte that cannot be read shown as �.',
  markStray: 'Mark what cannot be read',

  article: (n: number, of: number) => (of === 1 ? 'Article' : `Article ${n} of ${of}`),
  previous: 'Previous article',
  next: 'Next article',
  isThere: 'This article is in the corpus already. It stays as it is there.',
  sameText: 'Its text stands in the corpus already, word for word, as',
  stray: (n: number, encoding: string) =>
    `${numberWords(n)} byte${n === 1 ? '' : 's'} of this file cannot be read as ${encoding}; each is shown as �. The bytes are kept as they are.`,
  replaced: (n: number) =>
    `${numberWords(n)} character${n === 1 ? '' : 's'} of this file cannot stand in a text; each is shown as �. The bytes are kept as they are.`,
  field: { title: 'Title', outlet: 'Outlet', date: 'Date', byline: 'Byline' },
  titleFound: 'first line of the article',
  asYouWrote: 'as you wrote',
  outletFound: (words: string) => `found in “${words}”`,
  outletAsk: 'The text names no outlet. Whose article is it?',
  dateFound: (words: string) => `found in “${words}”`,
  dateAsk: 'The text has no date of its own.',
  dateBad: 'Write a date as 2019, 2019-01 or 2019-01-16.',
  size: (words: number, blocks: number) =>
    `${numberWords(words)} words, ${numberWords(blocks)} block${blocks === 1 ? '' : 's'}`,
  setForPage: (n: number) => `Set outlet for all ${numberWords(n)} of this file`,
  setForUnknown: (n: number) => `Set it for all ${numberWords(n)} without one, in all files`,

  coming: articles,
  comeIn: 'will come in',
  there: (n: number) => `${numberWords(n)} ${n === 1 ? 'is' : 'are'} already there`,
  leftOut: (n: number) => `${files(n)} ${n === 1 ? 'is' : 'are'} left out`,
  oneStep: 'one step to undo',
  badDates: (n: number) => (n === 1 ? 'One date cannot be read' : `${numberWords(n)} dates cannot be read`),
  import: (n: number) => `Import ${articles(n)}`,
  imported: (n: number, there: number) =>
    `${articles(n)} imported${there > 0 ? `, ${numberWords(there)} already there` : ''}.`,
  moreRefused: (n: number) => `${numberWords(n)} more could not be taken; the preview names them.`,
  nothingNew: 'All of it is in this corpus already; nothing was imported.',
} as const;
