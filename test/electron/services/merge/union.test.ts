import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { updateLabel } from '../../../../electron/services/codebook.ts';
import { cutPackage } from '../../../../electron/services/hand-out/cut-package.ts';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { createEnvironment, createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { contentsOf, merge, problemsOf } from '../../../helpers/merge.ts';

test('a package says only again what was there: work that was undone or done since stands as it does here', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const { uid } = made.tag(article, 'actor', 0, 7);
  made.person('Omar');
  made.tag(article, 'claim', 20, 25, 'Omar');
  updateLabel(made.corpus, made.sara, 'actor', { guideline: 'undone later' });
  const path = join(made.folder, 'for-omar.galley');
  await cutPackage(made.corpus, made.sara, { for: 'Omar', filter: {}, isBlind: false }, path, noJob);
  undo(made.corpus, made.sara, false);
  updateAnnotation(made.corpus, made.sara, uid, { note: 'since' });
  const before = contentsOf(made);
  expect(await merge(made, { path })).toMatchObject({ same: true, step: null });
  expect(contentsOf(made)).toBe(before);

  const handed = openCorpus(path, 'write', createEnvironment(9));
  const omar = handed.read.prepare(`SELECT uid FROM annotator WHERE name = 'Omar'`).pluck().get() as string;
  createAnnotation(handed, omar, { article, label: 'location', spans: [{ start: 8, end: 15 }] });
  handed.close();
  const report = await merge(made, { path });
  expect(report).toMatchObject({ add: { annotation: 1 }, change: {}, remove: {}, conflictCount: 0, steps: 1 });
  expect(report.other).toMatchObject({ isPackage: true, people: ['Omar'] });
  expect(await problemsOf(made)).toEqual([]);
  expect((await merge(made, { path })).same).toBe(true);
});
