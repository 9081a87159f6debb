import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../../../electron/corpus/migrate.ts';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { listReviews } from '../../../../electron/corpus/repositories/review-repository.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createEnvironment, createTestFolder, noJob } from '../../../helpers/corpus.ts';

/** A corpus as the fifth migration left it: that of the fourth with a dataset, two reviews and an assignment. */
function copyOfFifthSchema(): string {
  const path = join(createTestFolder(), 'fifth.galley');
  copyFileSync(join(import.meta.dirname, '../../../fixtures/corpora/schema-5.galley'), path);
  return path;
}

test('a corpus of the fifth schema keeps its reviews, which can be taken back and given again', async () => {
  const corpus = openCorpus(copyOfFifthSchema(), 'write', createEnvironment(6));
  try {
    expect(corpus.writer!.db.pragma('user_version', { simple: true })).toBe(migrations.length);
    const { reviews } = listReviews(corpus.read, {}, { offset: 0, limit: 10 });
    expect(reviews.map(({ decision, checker }) => [decision, checker])).toEqual([
      ['rejected', 'Omar Tal'],
      ['accepted', 'Omar Tal'],
    ]);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [], notes: [] });

    const content = computeContentFingerprint(corpus.read);
    const omar = corpus.read.prepare<[], string>(`SELECT uid FROM annotator WHERE name = 'Omar Tal'`).pluck().get()!;
    undo(corpus, omar, false);
    expect(computeContentFingerprint(corpus.read)).not.toBe(content);
    redo(corpus, omar, false);
    expect(computeContentFingerprint(corpus.read)).toBe(content);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    corpus.close();
  }
});
