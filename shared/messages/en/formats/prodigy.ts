/** What Prodigy cannot carry, where it says more than its kind does. */
export const prodigyLosses = {
  otherArticle: { what: 'relations that lead to another article', kept: 'left out: a task knows its own text only' },
} as const;

/** What of a file of Prodigy or spaCy Galley has no place for, and what is wrong with a task. */
export const prodigyMessages = {
  noText: 'It has no text.',
  noTokens: 'It has neither a text nor tokens.',
  rejected: 'tags of a text that was rejected or ignored',
  versions: 'tags of others, from which a reviewed text was made',
  realigned: 'tags that follow their tokens, which stand elsewhere in the text than the file says',
  badSpan: 'tag without offsets or a label',
  noEnds: 'relation to a token that no tag ends with',
  described: 'tokens with parts of speech, heads or dependencies',
  badWord: (word: string) => `“${word}” is no word with a tag behind a “|”.`,
  moved: (words: string, text: string) => `“${words}” stands nowhere in the text after “${text}”.`,
} as const;
