/** What formats that are made of tokens cannot carry. */
export const tokenLosses = {
  blank: { what: 'tags of white space alone', kept: 'left out: they hold no token' },
  trimmed: { what: 'tags that begin or end with white space', kept: 'without it, since no token holds any' },
  name: { what: 'labels with characters that this format does not allow', kept: '“_” stands in their place' },
} as const;

/** What is said of a file of columns. */
export const columnMessages = {
  line: (n: number) => `line ${n}`,
  otherColumns: 'tokens with parts of speech, chunks or the like',
  comments: 'comments',
  otherTokens: 'text beside it: its tokens are not those that Galley wrote, so it is made of the tokens',
  noColumns: 'It has no columns of which the last is a tag (O, B-…, I-…).',
  count: (found: number, expected: number) =>
    `The line has ${found} ${found === 1 ? 'column' : 'columns'} where the first has ${expected}.`,
  noDocument: 'The line stands before “#begin document”.',
  open: 'A bracket that was opened before is never closed.',
  closes: (cell: string) => `“${cell}” closes what was not opened, or is no bracket.`,
  noTag: (tag: string) => `“${tag}” is no tag (O, B-…, I-…).`,
};

/** What mentions of one thing are called where a file only numbers them. */
export const chainWords = { label: 'mention', relation: 'coreference' } as const;
