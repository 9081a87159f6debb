import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Records } from '../../../../electron/corpus/model/kinds.ts';
import { findRecord, iterateUids } from '../../../../electron/corpus/model/rows.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { type TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge, problemsOf } from '../../../helpers/merge.ts';
import { anyWork, perform, type Work } from '../../../helpers/random-work.ts';

/** Copies of one corpus in which `works` were done before it was copied. */
async function forkAfter(count: number, works: readonly Work[]): Promise<TestCorpus[]> {
  const before = async (made: TestCorpus) => {
    for (const work of works) await perform(made, 'first', work);
  };
  return (await forkCorpora(count, { before, keep: true })).copies;
}

test('copies edited apart come to the same contents both ways; each merge is one undo, and can be done again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyWork(2), { minLength: 5, maxLength: 40 }),
      fc.array(anyWork(1), { maxLength: 8 }),
      fc.boolean(),
      async (works, common, isRedone) => {
        const [a, b] = (await forkAfter(2, common)) as [TestCorpus, TestCorpus];
        try {
          for (const work of works) await perform([a, b][work.copy]!, 'ab'[work.copy]!, work);
          const before = contentsOf(a);
          const standing = [a, b].map(readAnnotations);
          const { step } = await merge(a, b, { sameNames: true });
          const after = contentsOf(a);
          if (step !== null) {
            undo(a.corpus, a.sara, false);
            expect(contentsOf(a)).toBe(before);
            expect(await problemsOf(a)).toEqual([]);
            if (isRedone) redo(a.corpus, a.sara, false);
            else await merge(a, b, { sameNames: true });
            expect(contentsOf(a)).toBe(after);
          }
          await merge(b, a, { sameNames: true });
          expect(await problemsOf(a)).toEqual([]);
          expect(await problemsOf(b)).toEqual([]);
          expect(contentsOf(b)).toBe(after);
          expect((await merge(a, b)).same).toBe(true);
          expect((await merge(b, a)).same).toBe(true);
          expectNothingLost(readAnnotations(a), standing);
        } finally {
          a.remove();
          b.remove();
        }
      },
    ),
    { numRuns: 8 },
  );
});

test('three copies come to the same contents, in whatever order they are merged', async () => {
  const anyOrder = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyWork(3), { minLength: 10, maxLength: 50 }),
      fc.array(anyWork(3), { minLength: 5, maxLength: 20 }),
      anyOrder,
      async (works, later, order) => {
        const copies = await forkAfter(3, []);
        const pairs = [
          [0, 1],
          [1, 2],
          [2, 0],
          [1, 0],
          [2, 1],
          [0, 2],
        ] as const;
        const mergeAll = async () => {
          for (const n of order) await merge(copies[pairs[n]![0]]!, copies[pairs[n]![1]]!, { sameNames: true });
        };
        try {
          for (const work of works) await perform(copies[work.copy]!, 'abc'[work.copy]!, work);
          await mergeAll();
          for (const work of later) await perform(copies[work.copy]!, 'abc'[work.copy]!, work);
          await mergeAll();
          await mergeAll();
          for (const copy of copies) expect(await problemsOf(copy)).toEqual([]);
          expect(new Set(copies.map(contentsOf)).size).toBe(1);
        } finally {
          for (const copy of copies) copy.remove();
        }
      },
    ),
    { numRuns: 4 },
  );
});

type Annotations = Map<string, Records['annotation']>;
const readAnnotations = ({ corpus: { read } }: TestCorpus): Annotations =>
  new Map(
    [...iterateUids(read, 'annotation', { seen: true })].map((uid) => [uid, findRecord(read, 'annotation', uid)!]),
  );

/** What both have is there; each field is as one of them left it. */
function expectNothingLost(merged: Annotations, copies: Annotations[]): void {
  for (const [uid] of copies[0]!) {
    const versions = copies.map((copy) => copy.get(uid));
    if (versions.some((version) => version === undefined)) continue;
    const record = merged.get(uid);
    expect(record).toBeDefined();
    for (const field of ['label', 'spans', 'note', 'entity'] as const)
      expect(versions.map((version) => JSON.stringify(version![field]))).toContain(JSON.stringify(record![field]));
  }
}
