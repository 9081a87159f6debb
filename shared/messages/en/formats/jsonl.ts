/** What is said of a line of Galley JSONL that cannot be read, and of what is left out of it. */
export const jsonlMessages = {
  notJson: (what: string) => `This line is not JSON (${what}).`,
  badShape: (path: string, what: string) =>
    `${path === '' ? 'The line' : `“${path}”`} is not as it should be: ${what}.`,
  newer: (form: number) => `It is of form ${form}, which a newer Galley writes: this one reads form 1.`,
  badCodebook: (what: string) => `The codebook is not one that Galley knows: ${what}.`,
  unknownKey: (key: string) => `what stands under “${key}”`,
  line: (n: number) => `line ${n}`,
};
