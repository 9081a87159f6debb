import type { Format } from '../format.ts';
import { recheckJsonl } from './recheck-jsonl.ts';
import { writeJsonl } from './write-jsonl.ts';

export const jsonl: Format = {
  name: 'jsonl',
  unit: 'Unicode code points, half-open',
  write: writeJsonl,
  listLosses: () => [],
  recheck: recheckJsonl,
};
