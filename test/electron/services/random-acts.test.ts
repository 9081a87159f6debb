import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { listAnnotations } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { getArticle, listArticles, listArticleUids } from '../../../electron/corpus/repositories/article-repository.ts';
import { listOutlets } from '../../../electron/corpus/repositories/outlet-repository.ts';
import { getCodebook } from '../../../electron/corpus/repositories/codebook-repository.ts';
import { removeAnnotations, updateAnnotation } from '../../../electron/services/annotate.ts';
import { addLabel } from '../../../electron/services/codebook.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { editArticle, markArticle } from '../../../electron/services/edit-article.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

/** What a person may do; numbers choose among what is there. */
type Act =
  | { do: 'tag'; at: number; length: number; label: number }
  | { do: 'change'; which: number; note: string; at: number }
  | { do: 'remove'; which: number }
  | { do: 'edit'; which: number; title: string; outlet: number }
  | { do: 'mark'; which: number; state: 'tagging' | 'done' }
  | { do: 'label'; name: number }
  | { do: 'import'; page: number }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'restart' };

const n = fc.nat({ max: 40 });
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('tag' as const), at: n, length: n, label: n }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('change' as const), which: n, note: fc.string(), at: n }) },
  fc.record({ do: fc.constant('remove' as const), which: n }),
  fc.record({ do: fc.constant('edit' as const), which: n, title: fc.string({ minLength: 1 }), outlet: n }),
  fc.record({
    do: fc.constant('mark' as const),
    which: n,
    state: fc.constantFrom('tagging' as const, 'done' as const),
  }),
  fc.record({ do: fc.constant('label' as const), name: n }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('import' as const), page: n }) },
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'redo' as const }),
  fc.constant({ do: 'restart' as const }),
);

const all = { offset: 0, limit: 1000 };
const pick = <T>(from: readonly T[], which: number): T | undefined => from[which % Math.max(1, from.length)];

/** Every reading call, but for journal and undo themselves. */
const readAll = ({ corpus: { read } }: TestCorpus) => ({
  articles: listArticles(read, {}, all),
  whole: listArticleUids(read, {}).map((uid) => getArticle(read, uid)),
  annotations: listAnnotations(read, {}, all),
  result: listAnnotations(read, { layer: 'result' }, all),
  outlets: listOutlets(read),
  codebook: getCodebook(read),
  fingerprint: computeContentFingerprint(read),
});

/** Refusals are part of the game; anything else is a bug. */
async function perform(made: TestCorpus, act: Act): Promise<void> {
  try {
    await performUnlessRefused(made, act);
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
  }
}

async function performUnlessRefused(made: TestCorpus, act: Act): Promise<void> {
  const { corpus, sara } = made;
  const article =
    'which' in act || act.do === 'tag'
      ? pick(listArticleUids(corpus.read, {}), 'which' in act ? act.which : act.at)
      : undefined;
  const annotation =
    'which' in act ? pick(listAnnotations(corpus.read, {}, all).annotations, act.which)?.uid : undefined;
  switch (act.do) {
    case 'tag': {
      const label = pick(getCodebook(corpus.read).labels, act.label)!.name;
      if (article) made.tag(article, label, act.at, act.at + act.length + 1);
      return;
    }
    case 'change':
      if (annotation)
        updateAnnotation(corpus, sara, annotation, { note: act.note, spans: [{ start: act.at, end: act.at + 3 }] });
      return;
    case 'remove':
      if (annotation) removeAnnotations(corpus, sara, [annotation]);
      return;
    case 'edit':
      if (article)
        editArticle(corpus, sara, article, {
          title: act.title,
          outlet: act.outlet % 3 === 0 ? null : `O${act.outlet % 3}`,
        });
      return;
    case 'mark':
      if (article) markArticle(corpus, sara, article, act.state);
      return;
    case 'label':
      addLabel(corpus, sara, { name: `label ${act.name}`, key: null, excludes: act.name % 2 === 0 ? 'all' : [] });
      return;
    case 'import':
      await made.import({ 'page.txt': `${SAMPLE_TEXT}${act.page % 5}\n` }, { options: { outlet: `O${act.page % 2}` } });
      return;
    case 'undo':
      undo(corpus, sara, false);
      return;
    case 'redo':
      redo(corpus, sara, false);
      return;
    case 'restart':
      made.reopen();
  }
}

/** Does it again and again until there is nothing more of it; gives how often. */
function repeat(act: () => unknown): number {
  for (let times = 0; ; times += 1) {
    try {
      act();
    } catch (error) {
      if (error instanceof ExpectedError && error.code.startsWith('nothing-to-')) return times;
      throw error;
    }
  }
}

test('after any acts, undoing all makes every reading call answer as at the start, redoing all as at the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { maxLength: 30 }), async (acts) => {
      const made = createTestCorpus();
      try {
        await made.import({ 'first.txt': SAMPLE_TEXT });
        undo(made.corpus, made.sara, false);
        const start = readAll(made);
        redo(made.corpus, made.sara, false);
        for (const act of acts) await perform(made, act);
        const end = readAll(made);
        const undone = repeat(() => undo(made.corpus, made.sara, false));
        expect(readAll(made)).toEqual(start);
        for (let times = 0; times < undone; times += 1) redo(made.corpus, made.sara, false);
        expect(readAll(made)).toEqual(end);
        expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
      } finally {
        made.corpus.close();
      }
    }),
    { numRuns: 15 },
  );
});
