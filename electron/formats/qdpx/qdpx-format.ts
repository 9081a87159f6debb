import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { listQdpxLosses } from './list-qdpx-losses.ts';
import { isProject, readQdpx } from './read-qdpx.ts';
import { recheckQdpx } from './recheck-qdpx.ts';
import { writeQdpx } from './write-qdpx.ts';

export const qdpx: Format = {
  name: 'qdpx',
  units: ['codepoint'],
  needsText: true,
  carries: ANNOTATIONS,
  archive: 'project.qdpx',
  write: writeQdpx,
  listLosses: listQdpxLosses,
  recheck: recheckQdpx,
  reader: {
    name: 'qdpx',
    unit: 'codepoint',
    recognises: (files) => files.names.some(isProject),
    read: readQdpx,
  },
};
