import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findStepToUndo } from '../../../../electron/corpus/journal/steps.ts';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { buildAsOf, removeView } from '../../../../electron/services/keeping/as-of.ts';
import { recoverCorpus } from '../../../../electron/services/keeping/recover.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { contentsOf, forkCorpora, merge } from '../../../helpers/merge.ts';

/** Two copies that were merged into one another; in the first some of it was undone again, and work went on. */
async function mergeTwice() {
  const { copies, article } = await forkCorpora(2);
  const [mine, theirs] = copies as [TestCorpus, TestCorpus];
  const states = new Map<number, string>();
  const keep = () => states.set(findStepToUndo(mine.corpus.read, mine.sara)!.id, contentsOf(mine));
  mine.tag(article, 'location', 16, 21);
  keep();
  theirs.tag(article, 'actor', 20, 25, 'Zaid');
  await merge(mine, theirs);
  keep();
  mine.reopen();
  mine.tag(article, 'claim', 30, 33);
  keep();
  await merge(theirs, mine);
  theirs.tag(article, 'claim', 34, 37);
  await merge(mine, theirs);
  undo(mine.corpus, mine.sara, false);
  return { mine, states };
}

test('the corpus as of each step is as it was then, before and after other copies were merged into it', async () => {
  const { mine, states } = await mergeTwice();
  for (const [id, contents] of states) {
    const step = { ...(mine.corpus.read.prepare('SELECT * FROM step WHERE id = ?').get(id) as object), id } as never;
    const { view, problems } = await buildAsOf(mine.corpus, step, noJob);
    const corpus = openCorpus(view.path, 'read', mine.environment);
    try {
      expect(problems).toEqual([]);
      expect(computeContentFingerprint(corpus.read)).toBe(contents);
      expect(await verifyCorpus(corpus, noJob)).toMatchObject({ problems: [] });
    } finally {
      corpus.close();
      removeView(view.path);
    }
  }
});

test('of what is left of a merged corpus, other copies’ rows are told from its own', async () => {
  const { mine } = await mergeTwice();
  const contents = contentsOf(mine);
  mine.corpus.close();
  const to = join(mine.folder, 'recovered.galley');
  const checkCorpus = (path: string) => Promise.resolve(inspectCorpus(path, 'whole'));
  const options = { environment: mine.environment, checkCorpus, person: 'Sara' };
  const { lost } = await recoverCorpus(mine.path, to, options, noJob);
  mine.reopen();
  const recovered = openCorpus(to, 'read', mine.environment);
  try {
    expect(lost).toEqual([]);
    expect(computeContentFingerprint(recovered.read)).toBe(contents);
    expect(await verifyCorpus(recovered, noJob)).toMatchObject({ ok: true, problems: [] });
  } finally {
    recovered.close();
  }
});
