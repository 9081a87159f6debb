import { numberWords } from './ui.ts';

const articles = (n: number) => `${numberWords(n)} article${n === 1 ? '' : 's'}`;
const annotations = (n: number) => `${numberWords(n)} annotation${n === 1 ? '' : 's'}`;
const files = (n: number) => `${numberWords(n)} file${n === 1 ? '' : 's'}`;

const sizes = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 2 });
/** A size as people say it: "1.9 MB". Unit: thousands, as disks are sold. */
const sizeWords = (bytes: number) => {
  const [unit, by] = bytes < 1e3 ? ['bytes', 1] : bytes < 1e6 ? ['kB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  return `${sizes.format(bytes / Number(by))} ${unit}`;
};

/** Words of the Dataset view. */
export const datasetMessages = {
  view: 'Dataset',
  choices: 'What goes out',
  articlesOf: (n: number, of: number) => `${numberWords(n)} of ${numberWords(of)}`,
  articles: 'Articles',
  outlets: 'Outlets',
  withoutOutlet: (n: number) => `${articles(n)} without a known outlet ${n === 1 ? 'goes' : 'go'} out only with all.`,
  from: 'From',
  to: 'To',
  dateBad: 'Write 2019, 2019-01 or 2019-01-16.',
  states: 'States',
  labels: 'Labels',
  annotators: 'Whose',
  oneResult: 'Where several people tagged an article, one person’s tags go out: someone’s who is done, if anyone is.',
  links: 'Links to entities',
  linkChoices: { all: 'all', person: 'by a person only' },
  linksHint: 'A known name is linked by rule until somebody confirms it.',
  format: 'Format',
  formats: {
    jsonl: { name: 'Galley JSONL', hint: 'all of it' },
    csv: { name: 'CSV', hint: 'one annotation a row' },
  },
  formatSays: {
    jsonl: 'As Galley JSONL, one article a line, offsets in Unicode code points.',
    csv: 'As CSV, one annotation a row, with its quote and offsets both in code points and in UTF-16 units; the texts lie beside it.',
  },
  all: 'All',

  written: 'What will be written',
  head: (n: number, m: number) => `${articles(n)}, ${annotations(m)}`,
  looking: 'Going through the corpus',
  losses: 'What this format cannot carry',
  noLosses: 'Nothing is lost in this format.',
  kinds: (n: number, items: number) => `${numberWords(n)} kind${n === 1 ? '' : 's'}, ${annotations(items)}`,
  show: 'Show',
  hide: 'Hide',
  showLoss: (what: string) => `Show: ${what}`,
  moreLosses: (n: number) => `and ${numberWords(n)} more`,
  jsonlKeeps: 'Galley JSONL keeps all of it.',
  checks: 'Checks that must pass',
  checksPassed: 'passed, before writing',
  checksFailed: 'not passed: nothing can be written',
  quoteCheck: 'Every quote equals its text at its offsets',
  quotesOf: (n: number, of: number) => `${numberWords(n)} of ${numberWords(of)}`,
  quotesBad: 'Run “Verify…” in the corpus menu; it names the annotations.',
  rereadCheck: 'Every file reads back, each quote at its offsets',
  later: 'after writing',

  preview: 'Preview',
  tabs: { card: 'Card', record: 'First record', files: (n: number) => `Files ${numberWords(n)}` },
  cardName: 'README.md, as it will be written',
  recordName: 'How the first file begins',
  file: 'File',
  size: 'Size',

  sizes: (n: number, bytes: number) => `${files(n)}, ${sizeWords(bytes)}`,
  sizeWords,
  write: 'Write dataset',
  writing: 'Writing',
  savedTo: (place: string) => `Written to ${place}.`,
  downloading: 'Written; the download has started.',
  checked: (n: number, mismatches: number) =>
    `${annotations(n)} read back, ${numberWords(mismatches)} mismatch${mismatches === 1 ? '' : 'es'}.`,
  thought: 'Nothing was written.',

  emptyTitle: 'Nothing to write yet',
  empty: 'This corpus holds no article. Import some, tag them, and write them out here.',
  noneTitle: 'No article is meant by these choices',
  none: 'Choose more outlets, dates or states at the left.',
} as const;
