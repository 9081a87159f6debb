import { listCasLosses } from '../cas/list-cas-losses.ts';
import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { isCasJson, readCasJson } from './read-cas-json.ts';
import { recheckCasJson } from './recheck-cas-json.ts';
import { writeCasJson } from './write-cas-json.ts';

export const casJson: Format = {
  name: 'cas-json',
  units: ['utf16'],
  needsText: true,
  carries: ANNOTATIONS,
  write: writeCasJson,
  listLosses: listCasLosses,
  recheck: recheckCasJson,
  reader: {
    name: 'cas-json',
    unit: 'utf16',
    recognises: (files) => files.names.some((name) => isCasJson(files, name)),
    read: readCasJson,
  },
};
