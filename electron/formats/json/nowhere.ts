/** The place of words that a file gives without one: it is in no text, so that they are looked for by themselves. */
export const NOWHERE = { start: -1, end: 0 } as const;
