/** Words of how articles are set. */
export const readingMessages = {
  title: 'Reading comfort',
  size: 'Size',
  pixels: (px: number) => `${px} px`,
  measure: 'Measure',
  letters: (n: number) => `${n} letters`,
  lines: 'Lines',
  times: (n: number) => n.toFixed(1),
  font: 'Font',
  fonts: { serif: 'serif', sans: 'sans' },
  paper: 'Paper',
  papers: { plain: 'plain', sepia: 'sepia' },
  boilerplate: 'Boilerplate',
  boilerplates: { dimmed: 'dimmed', folded: 'folded' },
  reset: 'As at first',
} as const;

/** Words of the line that finds words in the open article. */
export const findMessages = {
  find: 'Find in this article',
  nth: (n: number, all: number, isCut: boolean) => `${n} of ${all}${isCut ? '+' : ''}`,
  none: 'not found',
  next: 'Next',
  previous: 'Previous',
  close: 'Close',
} as const;
