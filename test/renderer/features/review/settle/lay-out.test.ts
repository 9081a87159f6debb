import { beforeAll, expect, test } from 'vitest';
import fc from 'fast-check';
import type { Article } from '#shared/domain/article';
import { ArticleId } from '#shared/domain/ids';
import type { Adjudication } from '#shared/domain/settlement';
import { readAdjudication } from '../../../../../electron/services/adjudication/read-adjudication.ts';
import { getArticle } from '../../../../../electron/corpus/repositories/article-repository.ts';
import { getCodebook } from '../../../../../electron/corpus/repositories/codebook-repository.ts';
import { layOut } from '../../../../../renderer/features/review/settle/lay-out.ts';
import { createTestCorpus } from '../../../../helpers/corpus.ts';
import { importTaggedTwice } from '../../../../helpers/tagged-twice.ts';

let article: Article;
let adjudication: Adjudication;
let labels: ReturnType<typeof getCodebook>['labels'];
beforeAll(async () => {
  const made = createTestCorpus({ keep: true });
  const uid = ArticleId.parse(await importTaggedTwice(made));
  article = getArticle(made.corpus.read, uid);
  adjudication = readAdjudication(made.corpus.read, null, uid);
  labels = getCodebook(made.corpus.read).labels;
  made.remove();
});

test('wherever tags stand, what is drawn over the words of each block is its text, and each word has the tags that hold it', () => {
  const stretch = fc
    .tuple(fc.nat(article.text.length - 1), fc.nat(article.text.length - 1))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1, quote: '' }));
  const tag = adjudication.annotations.left[0]!;
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), fc.array(stretch, { maxLength: 12 }), (left, right) => {
      const toTags = (spans: typeof left, side: string) =>
        spans.map((span, n) => ({ ...tag, uid: `${side} ${n}` as typeof tag.uid, spans: [span] }));
      const annotations = { left: toTags(left, 'left'), right: toTags(right, 'right'), settled: [] };
      const blocks = layOut(article, { ...adjudication, annotations, agreed: [], differences: [] }, labels);
      blocks.forEach(({ runs }, n) => {
        const { start, end } = article.blocks[n]!;
        expect(runs.map((run) => article.text.slice(run.start, run.end)).join('')).toBe(article.text.slice(start, end));
        for (const run of runs) {
          const holding = [...annotations.left, ...annotations.right].filter(
            ({ spans }) => spans[0]!.start <= run.start && run.end <= spans[0]!.end,
          );
          expect(run.tags.map(({ uid }) => uid).toSorted()).toEqual(holding.map(({ uid }) => uid).toSorted());
        }
      });
    }),
    { numRuns: 60 },
  );
});

test('a card says beside the words what each of the two has there, and where one has nothing', () => {
  const cards = layOut(article, adjudication, labels).flatMap(({ runs }) => runs.flatMap((run) => run.cards));
  const said = cards.map(({ side, sign, quote, mark }) => `${side} ${sign?.letter ?? 'nothing'} ${quote} ${mark}`);
  expect(said).toContain('left L Sabkha quarter equal');
  expect(said).toContain('right A Hana Treq differ');
  expect(said).toContain('right C The tank farm burned for a second night differ');
  expect(said).toContain('left nothing  differ');
});
