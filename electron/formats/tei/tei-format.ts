import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { listForbidden } from '../xml/list-forbidden.ts';
import { isTei, readTei } from './read-tei.ts';
import { recheckTei } from './recheck-tei.ts';
import { writeTei } from './write-tei.ts';

export const tei: Format = {
  name: 'tei',
  units: ['codepoint'],
  needsText: true,
  carries: ANNOTATIONS,
  write: writeTei,
  listLosses: listForbidden,
  recheck: recheckTei,
  reader: {
    name: 'tei',
    unit: 'codepoint',
    recognises: (files) => files.names.some((name) => isTei(files, name)),
    read: readTei,
  },
};
