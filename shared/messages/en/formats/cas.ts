/** What a CAS cannot carry, where it says more than its kind does. */
export const casLosses = {
  gap: {
    what: 'tags of several parts',
    kept: 'other programs see one, from the first part to the last; Galley reads the parts from a feature of its own',
  },
} as const;

/** What of a CAS Galley has no place for. */
export const casLeft = {
  structure: (type: string) => `${type}: sentences, words and what is said of them`,
  noText: (type: string) => `${type}: on no text`,
  object: (type: string) => `${type}: stands on no words`,
  noEnds: (type: string) => `${type}: does not lead from one tag to another`,
  ofRelation: (type: string, feature: string) => `${type}: what its feature “${feature}” says`,
  featureOfRelation: (type: string, feature: string, value: string) => `${type}: “${feature}” of a relation: ${value}`,
  view: 'a view without a text',
  otherArticle: 'what else is said of the document',
};

export const casRefusals = {
  noText: 'There is no text in it, so nothing can stand on it.',
  notXmi: 'It is no XMI file: it does not begin with xmi:XMI.',
  olderJson:
    'It is JSON of UIMA in a form before 0.4, which does not say what all of it is. Export it again as UIMA CAS JSON 0.4 or as XMI.',
  notCas: 'It is JSON, but no CAS: it has no feature structures.',
  notJson: (what: string) => `It is not JSON (${what}).`,
};

export const casPlaces = {
  line: (n: number) => `line ${n}`,
  structure: (id: string) => `feature structure ${id}`,
};
