import { expect, test } from 'vitest';
import type { Records } from '../../../electron/corpus/model/kinds.ts';
import { findRecord } from '../../../electron/corpus/model/rows.ts';
import { openMemoryCorpus } from '../../../electron/corpus/open-memory.ts';
import { enterWithNamed } from '../../../electron/services/replay-journal.ts';

const toLabel = (name: string, excluded: string): Records['label'] => ({
  name,
  position: 1,
  key: name[0]!,
  colour: 'actor',
  line: 'solid',
  guideline: '',
  retired: 0,
  merged_into: null,
  excludes: [{ excluded }],
  examples: [],
  entity_kinds: [],
});

test('of rows that name each other both are entered, each looked for once, and only one lacks the other in its list', () => {
  const db = openMemoryCorpus();
  const records: Record<string, Records['label']> = { one: toLabel('Ship', 'other'), other: toLabel('Boat', 'one') };
  const asked: string[] = [];
  enterWithNamed(db, (_, uid) => (asked.push(uid), records[uid]), 'label', 'one');
  expect(asked).toEqual(['one', 'other']);
  expect(findRecord(db, 'label', 'one')).toEqual(records['one']);
  expect(findRecord(db, 'label', 'other')).toEqual({ ...records['other'], excludes: [] });
  db.close();
});
