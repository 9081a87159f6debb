import { tokenLosses } from '#shared/messages/en/formats/tokens';
import type { DatasetArticle, Format } from '../format.ts';
import { toLoss } from '../losses.ts';
import { chooseFlatTags, listFlatLosses } from '../tokens/flat-tags.ts';
import { isConll2012, readConll2012 } from './read-conll-2012.ts';
import { recheckConll2012 } from './recheck-conll-2012.ts';
import { toBracketName, writeConll2012 } from './write-conll-2012.ts';

const listLosses = (item: DatasetArticle) => [
  ...listFlatLosses(item),
  ...chooseFlatTags(item)
    .tags.filter(({ annotation: { label } }) => toBracketName(label) !== label)
    .map(({ annotation }) => toLoss('renamed', annotation, tokenLosses.name)),
];

export const conll2012: Format = {
  name: 'conll-2012',
  units: [],
  needsText: true,
  carries: new Set(['relation', 'entity', 'uid', 'title', 'outlet', 'date']),
  write: writeConll2012,
  listLosses,
  recheck: (files, _, breathe) => recheckConll2012(files, breathe),
  reader: { name: 'conll-2012', unit: 'utf16', recognises: isConll2012, read: readConll2012 },
};
