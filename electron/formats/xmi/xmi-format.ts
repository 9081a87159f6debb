import { listCasLosses } from '../cas/list-cas-losses.ts';
import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { listForbidden } from '../xml/list-forbidden.ts';
import { isXmi, readXmi } from './read-xmi.ts';
import { recheckXmi } from './recheck-xmi.ts';
import { writeXmi } from './write-xmi.ts';

export const xmi: Format = {
  name: 'xmi',
  units: ['utf16'],
  needsText: true,
  carries: ANNOTATIONS,
  archive: 'xmi.zip',
  write: writeXmi,
  listLosses: (item) => [...listCasLosses(item), ...listForbidden(item)],
  recheck: recheckXmi,
  reader: {
    name: 'xmi',
    unit: 'utf16',
    recognises: (files) => files.names.some((name) => isXmi(files, name)),
    read: readXmi,
  },
};
