import { EVERYTHING } from '../carried.ts';
import type { Format } from '../format.ts';
import { jsonlReader } from './read-jsonl.ts';
import { recheckJsonl } from './recheck-jsonl.ts';
import { writeJsonl } from './write-jsonl.ts';

export const jsonl: Format = {
  name: 'jsonl',
  units: ['codepoint'],
  needsText: false,
  carries: EVERYTHING,
  write: writeJsonl,
  recheck: recheckJsonl,
  reader: jsonlReader,
};
