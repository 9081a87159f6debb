/** What is said of a row of a Hugging Face dataset that cannot be read, and of what is left out of it. */
export const huggingFaceMessages = {
  notJson: (what: string) => `This line is not JSON (${what}).`,
  notParquet: (what: string) => `The Parquet file cannot be read (${what}).`,
  badShape: (path: string, what: string) => `“${path}” is not as it should be: ${what}.`,
  noText: 'The row has neither a text nor words with tags.',
  unevenTags: (words: number, tags: number) =>
    `The row has ${words} ${words === 1 ? 'word' : 'words'} and ${tags} ${tags === 1 ? 'tag' : 'tags'}.`,
  namelessTags: (column: string) =>
    `“${column}” holds numbers, and what they stand for is said neither in README.md, in dataset_infos.json nor in the file.`,
  badSpan: (n: number) => `tag ${n}, which has no label or no offsets`,
  column: (name: string) => `what stands in the column “${name}”`,
  row: (n: number) => `row ${n}`,
};
