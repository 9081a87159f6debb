import { ANNOTATIONS } from '../carried.ts';
import type { Format } from '../format.ts';
import { w3cReader } from './read-w3c.ts';
import { recheckW3c } from './recheck-w3c.ts';
import { writeW3c } from './write-w3c.ts';

export const w3c: Format = {
  name: 'w3c',
  units: ['codepoint'],
  needsText: false,
  carries: ANNOTATIONS,
  write: writeW3c,
  recheck: recheckW3c,
  reader: w3cReader,
};
