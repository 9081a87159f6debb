import type { Format } from './format.ts';

type Carried = Format['carries'];

/** All that is said of annotations, relations and the articles that they are in. */
export const ANNOTATIONS: Carried = new Set([
  'relation',
  'attribute',
  'kept',
  'entity',
  'note',
  'state',
  'annotator',
  'uid',
  'title',
  'outlet',
  'date',
]);

/** And what is said of the dataset as a whole. */
export const EVERYTHING: Carried = new Set([...ANNOTATIONS, 'aliases', 'event-card']);

/** The same in tables for people: a cell holds no values that fit no more and no event card. */
export const IN_CELLS: Carried = new Set([...EVERYTHING].filter((kind) => kind !== 'kept' && kind !== 'event-card'));
