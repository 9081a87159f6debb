/** Why a file cannot be read as XML, and what XML cannot carry. */
export const xmlMessages = {
  malformed: (what: string) => `It is not well-formed XML (${what}).`,
  declares: 'It declares entities or elements of its own (DTD), which Galley never reads.',
  tooDeep: (levels: number) => `Its elements are nested in more than ${levels} levels.`,
  line: (n: number) => `line ${n}`,
};

export const xmlLosses = {
  signs: {
    what: 'texts, notes or values with control characters that XML has no way to write',
    kept: 'U+FFFD stands in place of each; no offset moves',
  },
} as const;
