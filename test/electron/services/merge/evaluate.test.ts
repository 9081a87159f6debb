import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { kindNames, type KindName } from '../../../../electron/corpus/model/kinds.ts';
import { findRecord, iterateUids } from '../../../../electron/corpus/model/rows.ts';
import { evaluate } from '../../../../electron/services/merge/evaluate.ts';
import { Union } from '../../../../electron/services/merge/union.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { anyWork, perform, type Work } from '../../../helpers/random-work.ts';

test('of one corpus alone, rows come to what its tables hold, whatever was done and undone in it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyWork(1), { minLength: 10, maxLength: 40 }), async (works) => {
      const made = createTestCorpus({ keep: true });
      try {
        await made.importText(SAMPLE_TEXT);
        for (const work of works) await perform(made, 'one', work);
        expect(listDifferences(made.corpus.read)).toEqual([]);
      } finally {
        made.remove();
      }
    }),
    { numRuns: 12 },
  );
});

test.for<[string, [Work['by'], Work['act']][]]>([
  [
    'removed, brought back and removed again',
    [
      ['Omar', 'remove'],
      ['Omar', 'undo'],
      ['Omar', 'remove'],
    ],
  ],
  [
    'given, taken away by another, and both undone together',
    [
      ['Omar', 'assign'],
      ['Sara', 'take away'],
      ['Omar', 'undo'],
    ],
  ],
  [
    'removed, and the removal undone and done again',
    [
      ['Omar', 'remove'],
      ['Omar', 'undo'],
      ['Omar', 'redo'],
    ],
  ],
])('what was %s', async ([, acts]) => {
  const made = createTestCorpus();
  await made.importText(SAMPLE_TEXT);
  for (const [by, act] of [['Omar', 'tag'] as const, ...acts])
    await perform(made, 'one', { copy: 0, by, act, which: 0, other: 0 });
  expect(listDifferences(made.corpus.read)).toEqual([]);
});

/** Rows that the journal, evaluated, says otherwise than the tables; named ones stay whoever put them in. */
function listDifferences(db: ReadDb): string[] {
  const union = new Union(db, null);
  const found: string[] = [];
  const targets = db
    .prepare<[], { kind: KindName; target: string }>(
      `SELECT DISTINCT kind, target FROM journal WHERE kind NOT IN ('step', 'strand', 'batch')`,
    )
    .all();
  const seen = new Set(kindNames.flatMap((kind) => [...iterateUids(db, kind, { seen: true })]));
  for (const { kind, target } of targets) {
    const state = evaluate(union, target);
    const record = seen.has(target) ? { ...findRecord(db, kind, target), batch: null } : undefined;
    if (kind === 'codebook_version' && record && !state?.exists) continue;
    if (state?.exists !== (record !== undefined))
      found.push(`${kind} ${target}: ${state?.exists} here ${record !== undefined}`);
    else if (record) {
      const differing = Object.entries(state.record!).filter(
        ([field, value]) =>
          field !== 'batch' &&
          JSON.stringify(sorted(value)) !== JSON.stringify(sorted((record as Record<string, unknown>)[field])),
      );
      for (const [field, value] of differing)
        found.push(
          `${kind} ${target} ${field}: ${JSON.stringify(value)} here ${JSON.stringify((record as Record<string, unknown>)[field])}`,
        );
    }
  }
  return found;
}

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
