import { expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import { ArticleId } from '#shared/domain/ids';
import { listOfArticles } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listArticleUids } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listDatasetAnnotations } from '../../../../electron/corpus/repositories/dataset-annotations.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

const byUid = (annotations: Annotation[]) => annotations.toSorted((a, b) => (a.uid < b.uid ? -1 : 1));

test('a dataset reads the annotations that a list of its articles gives, in each layer, whoever tagged and checked', async () => {
  const made = createTestCorpus();
  const articles: ArticleId[] = [];
  for (let n = 0; n < 4; n += 1)
    articles.push(ArticleId.parse(await made.importText(`${n} ${SAMPLE_TEXT}`, `${n}.txt`)));
  const [one, two, three] = articles as [ArticleId, ArticleId, ArticleId, ArticleId];
  const expectSame = () => {
    const uids = listArticleUids(made.corpus.read, {});
    for (const layer of ['own', 'result', 'settled'] as const)
      for (const some of [uids, ...uids.map((uid) => [uid])])
        expect(byUid(listDatasetAnnotations(made.corpus.read, some, layer))).toEqual(
          byUid(listOfArticles(made.corpus.read, some, layer)),
        );
  };
  expectSame();
  addTestEntity(made, 'actor', '0 Harbour');
  const first = made.tag(one, 'actor', 0, 9);
  made.tag(one, 'claim', 2, 30);
  const spans = [
    { start: 0, end: 9 },
    { start: 12, end: 20 },
    { start: 22, end: 30 },
  ];
  updateAnnotation(made.corpus, made.sara, first.uid, { entity: '0 Harbour', note: 'the council', spans });
  made.tag(two, 'claim', 0, 20);
  expectSame();
  made.tag(two, 'location', 4, 12, 'Omar');
  made.tag(two, 'location', 4, 12, 'Basma');
  expectSame();
  markArticle(made.corpus, made.person('Omar'), two, 'done');
  expectSame();
  expect(listDatasetAnnotations(made.corpus.read, [two], 'result')).toMatchObject([{ annotator: 'Omar' }]);
  const reviewed = made.tag(three, 'actor', 0, 9);
  createReview(made.corpus, made.person('Omar'), {
    annotation: reviewed.uid,
    decision: 'corrected',
    correction: { spans: [{ start: 0, end: 10 }] },
    reason: 'edge',
    comment: '',
  });
  expectSame();
});
