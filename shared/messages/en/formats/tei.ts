/** What of a TEI file Galley has no place for, and why one cannot be read. */
export const teiLeft = {
  tokens: (name: string) => `<${name}>: words and sentences`,
  inline: (name: string) => `<${name}>: how words are set or what they are`,
  otherReading: 'another reading of words (<choice>)',
  lostPointer: 'pointer to a place that is not there',
  noTarget: (name: string) => `<${name}>: leads to nothing`,
  relation: 'relation to what is no annotation',
  group: (name: string) => `<${name}>: beside the text`,
};

export const teiRefusals = {
  notTei: 'It is no TEI document: it does not begin with TEI in the namespace of TEI P5.',
  noText: 'There is no text in it, so nothing can stand on it.',
} as const;
