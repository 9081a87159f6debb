/** Why a part of a JSON file cannot be read, and where it stands. */
export const jsonMessages = {
  notJson: (what: string) => `It is not JSON (${what}).`,
  notClosed: 'A bracket or quotation mark that is opened here is never closed.',
  noObject: 'It is no object.',
  line: (n: number) => `line ${n}`,
};
