/** What CoNLL-U cannot carry, where it says more than its kind does. */
export const conllULosses = {
  nfc: {
    what: 'texts that are not in the normal form (NFC) that CoNLL-U demands',
    kept: 'in normal form in the sentences; as they are in the texts beside them, where offsets count',
  },
} as const;

/** What of a file Galley has no place for, and what is wrong with one. */
export const conllUMessages = {
  described: 'tokens with lemmas, parts of speech, features or dependencies',
  emptyNodes: 'words that are not in the text (empty nodes)',
  unseen: 'mentions that stand on none of the words of the text',
  otherTags: 'words with tags of names that are of no scheme (O, B-…, I-…)',
  links: 'words that say how entities hang together (Bridge, SplitAnte)',
  columns: (found: number) => `The line has ${found} ${found === 1 ? 'column' : 'columns'} where there have to be 10.`,
  emptyColumn: 'A column is empty; “_” stands for nothing.',
  comment: 'A comment stands within a sentence.',
  order: (id: string) => `“${id}” is not the number that comes next.`,
  text: (said: string, words: string) => `The text is said to be “${said}”, but its words make “${words}”.`,
} as const;
