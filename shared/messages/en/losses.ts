import type { LossKind } from '../../domain/dataset.ts';

/** What a format cannot carry, and what it keeps instead, unless a format says it better. */
export const lossMessages = {
  overlap: { what: 'tags inside or across other tags', kept: 'left out; the outermost, or the first, is kept' },
  'gap-joined': { what: 'tags of several parts', kept: 'written as one, from the first part to the last' },
  'gap-split': { what: 'further parts of one tag', kept: 'each is written as a tag of its own' },
  relation: { what: 'relations', kept: 'left out' },
  attribute: { what: 'values of attributes', kept: 'left out' },
  kept: {
    what: 'values that stand for attributes of an earlier label',
    kept: 'the values of the label that it has now',
  },
  entity: { what: 'entities that are meant', kept: 'left out; the words are kept' },
  note: { what: 'notes', kept: 'left out' },
  state: { what: 'what checkers decided', kept: 'left out; rejected tags are not in it' },
  annotator: { what: 'who tagged', kept: 'left out; the card names them all' },
  uid: { what: 'ids of tags', kept: 'left out; read back, tags are known by their words and place' },
  moved: { what: 'tags whose borders had to be moved', kept: 'they reach to the next place where a tag may end' },
  renamed: { what: 'names that this format does not allow', kept: 'written with other characters' },
  changed: { what: 'words that this format does not allow', kept: 'written with other characters' },
  title: { what: 'titles of articles', kept: 'left out' },
  outlet: { what: 'outlets of articles', kept: 'left out' },
  date: { what: 'dates of articles', kept: 'left out' },
  text: { what: 'white space of texts', kept: 'words are kept, the white space between them is not' },
  aliases: { what: 'other names of entities', kept: 'left out' },
  'event-card': { what: 'event cards', kept: 'left out' },
} as const satisfies Record<LossKind, { what: string; kept: string }>;
