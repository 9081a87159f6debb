/** What WebAnno TSV cannot carry, where it says more than its kind does. */
export const webannoLosses = {
  returns: { what: 'text with carriage returns', kept: 'a line feed stands in the place of each' },
} as const;

/** What of a WebAnno TSV file Galley has no place for, and why one cannot be read. */
export const webannoMessages = {
  line: (n: number) => `line ${n}`,
  layer: (name: string) => `annotations of the layer ${name}, which are about words as such`,
  tokenRelation: (layer: string) => `relation of the layer ${layer} between tokens`,
  relationFeature: (feature: string, value: string) => `“${feature}” of a relation: ${value}`,
  noTarget: (unit: string) => `link to ${unit}, where no annotation is`,
  comment: 'comments',
  notIt: 'It does not begin with “#FORMAT=WebAnno TSV 3”.',
  older:
    'It is WebAnno TSV of a version before 3, which does not say where words stand in the text. Export it from WebAnno or INCEpTION again, as WebAnno TSV 3.',
  badLayer: 'The line does not say what layer and features the columns are of.',
  badRow: 'The line is no token: number, begin and end, words and columns with tabs between them.',
  columns: (found: number, expected: number) => `The line has ${found} columns where the layers have ${expected}.`,
  noText: 'A token comes before the text of its sentence.',
  goesBack: 'The sentence begins before the end of the one before it.',
} as const;
