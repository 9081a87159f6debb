import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { listBratLosses } from './list-brat-losses.ts';
import { readBrat } from './read-brat.ts';
import { recheckBrat } from './recheck-brat.ts';
import { listDocuments } from './standoff-files.ts';
import { writeBrat } from './write-brat.ts';

export const brat: Format = {
  name: 'brat',
  units: ['codepoint'],
  needsText: true,
  carries: ANNOTATIONS,
  write: writeBrat,
  listLosses: listBratLosses,
  recheck: (files, _, breathe) => recheckBrat(files, breathe),
  reader: {
    name: 'brat',
    unit: 'codepoint',
    recognises: (files) =>
      listDocuments(files.names).some(({ text, annotations }) => text !== null && annotations.length > 0),
    read: readBrat,
  },
};
