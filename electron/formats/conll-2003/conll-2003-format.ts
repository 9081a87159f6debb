import { tokenLosses } from '#shared/messages/en/formats/tokens';
import type { DatasetArticle, Format } from '../format.ts';
import { toLoss } from '../losses.ts';
import { chooseFlatTags, listFlatLosses } from '../tokens/flat-tags.ts';
import { isConll2003, readConll2003 } from './read-conll-2003.ts';
import { recheckConll2003 } from './recheck-conll-2003.ts';
import { toTagName, writeConll2003 } from './write-conll-2003.ts';

const listLosses = (item: DatasetArticle) => [
  ...listFlatLosses(item),
  ...chooseFlatTags(item)
    .tags.filter(({ annotation: { label } }) => toTagName(label) !== label)
    .map(({ annotation }) => toLoss('renamed', annotation, tokenLosses.name)),
];

export const conll2003: Format = {
  name: 'conll-2003',
  units: [],
  needsText: true,
  carries: new Set(['relation', 'uid', 'title', 'outlet', 'date']),
  write: writeConll2003,
  listLosses,
  recheck: recheckConll2003,
  reader: { name: 'conll-2003', unit: 'utf16', recognises: isConll2003, read: readConll2003 },
};
