/** Why an archive or a file cannot be read; parts of sentences that name it. */
export const archiveReasons = {
  damaged: (detail: string) => `it is no ZIP that can be read (${detail}).`,
  encrypted: (name: string) => `“${name}” in it is encrypted.`,
  twice: (name: string) => `“${name}” stands in it twice.`,
  stray: (encoding: string) => `a byte there is no ${encoding}.`,
};

/** Words that others often use for the built-in labels, in upper case. */
export const commonWords: Record<'actor' | 'location' | 'claim', readonly string[]> = {
  actor: ['PER', 'PERS', 'PERSON', 'PEOPLE', 'ORG', 'ORGANIZATION', 'ORGANISATION', 'NORP', 'ACTOR', 'ACTORS'],
  location: ['LOC', 'LOCATION', 'LOCATIONS', 'GPE', 'GPE_LOC', 'FAC', 'PLACE', 'PLACES'],
  claim: ['CLAIM', 'CLAIMS', 'STATEMENT', 'ASSERTION'],
};

/** What is said of files that are read; parts of a list, each beside its file and place. */
export const interchangeMessages = {
  line: (line: number) => `line ${line}`,
  placeIn: (file: string, place: string) => (place === '' ? file : `${file}, ${place}`),
  withoutText: (annotations: number) =>
    `The text is neither in the files nor here; its ${annotations} ${annotations === 1 ? 'annotation' : 'annotations'} stand nowhere.`,
  unplaced: {
    'zero-length': 'It is between two characters.',
    outside: 'It ends behind the text.',
    'quote-missing': 'Its words are not at its place, nor anywhere else.',
    'quote-repeated': 'Its words are not at its place, and stand in several others.',
  },
  moved: {
    'by-quote': 'It follows its words, which stand elsewhere.',
    widened: 'It is widened to whole characters.',
  },
  labelLeft: (label: string) => `The label “${label}” is left out.`,
  labelWithoutRoom: (label: string, most: number) =>
    `The label “${label}” is left out: the codebook has no room for more than ${most}.`,
  repeated: (label: string) => `${label}: These words have this label already, by the same person; it is kept once.`,
  attributeLeft: (name: string) => `The attribute “${name}” is left out.`,
  relationLeft: (kind: string) => `The kind “${kind}” is left out.`,
  entityLeft: (name: string, label: string) => `The entity “${name}” is left out: ${label} has no entities.`,
  emptyText: 'The text is empty.',
  stateLeft: (state: string) => `The state “${state}” is left out: the files do not say who decided.`,
  inUse: (detail: string) => `It is not removed. ${detail}`,
  notChanged: (detail: string) => `It is not changed. ${detail}`,
  memberMissing: (title: string) => `Annotations of the event card “${title}” are not here.`,
  reasonCorrected: (format: string) => `So it stands in files that were read back (${format}).`,
  reasonRejected: (format: string) => `It is missing from files that were read back (${format}).`,
  endMissing: (kind: string) => `One end of a relation “${kind}” is not there.`,
  endsUnfit: (kind: string, from: string, to: string) => `A relation “${kind}” may not lead from ${from} to ${to}.`,
} as const;

/** Words that are written into the codebook. */
export const interchangeWords = { entityKind: 'other' } as const;
