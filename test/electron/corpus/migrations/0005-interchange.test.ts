import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DatasetChoice } from '#shared/domain/dataset';
import { migrations } from '../../../../electron/corpus/migrate.ts';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { listSavedFilters } from '../../../../electron/corpus/repositories/saved-filter-repository.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { listSavedDatasets, saveDataset } from '../../../../electron/services/dataset/saved-datasets.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createEnvironment, createTestFolder, noJob } from '../../../helpers/corpus.ts';

/** A corpus as the fourth migration left it: that of the third with a filter that was kept. */
function copyOfFourthSchema(): string {
  const path = join(createTestFolder(), 'fourth.galley');
  copyFileSync(join(import.meta.dirname, '../../../fixtures/corpora/schema-4.galley'), path);
  return path;
}

test('a corpus of the fourth schema keeps all that it holds, and datasets can be kept in it', async () => {
  const corpus = openCorpus(copyOfFourthSchema(), 'write', createEnvironment(5));
  try {
    expect(corpus.writer!.db.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(listSavedFilters(corpus.read)).toMatchObject([{ name: 'March', annotator: 'Sara Nour' }]);
    const content = computeContentFingerprint(corpus.read);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [], notes: [] });
    const sara = corpus.read.prepare<[], string>(`SELECT uid FROM annotator WHERE name = 'Sara Nour'`).pluck().get()!;
    saveDataset(corpus, sara, { name: 'Coast', choice: DatasetChoice.parse({ format: 'csv' }) });
    expect(listSavedDatasets(corpus.read)).toHaveLength(1);
    expect(computeContentFingerprint(corpus.read)).not.toBe(content);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    corpus.close();
  }
});
