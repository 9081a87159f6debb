/** What doccano cannot carry, where it says more than its kind does. */
export const doccanoLosses = {
  otherArticle: { what: 'relations that lead to another article', kept: 'left out: doccano knows one text at a time' },
} as const;

/** What of a doccano file Galley has no place for, and what is wrong with a record. */
export const doccanoMessages = {
  noText: 'It has no text.',
  badSpan: 'tag without offsets or a label',
  noEnds: 'relation to a tag that is not there',
  comment: 'comment on the text',
} as const;
