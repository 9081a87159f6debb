import { expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import { getArticleSummary, listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { removeAnnotations } from '../../../../electron/services/annotate.ts';
import { removeAssignments, setAssignments } from '../../../../electron/services/assignments.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

type World = { made: TestCorpus; article: string; tags: string[] };
const acts: Record<string, (world: World) => void> = {
  'Sara tags': ({ made, article, tags }) =>
    void tags.push(made.tag(article, 'actor', tags.length * 2, tags.length * 2 + 7).uid),
  'Sara removes all': ({ made, tags }) => void removeAnnotations(made.corpus, made.sara, tags.splice(0)),
  'Sara is done': ({ made, article }) => void markArticle(made.corpus, made.sara, article, 'done'),
  'Sara is tagging': ({ made, article }) => void markArticle(made.corpus, made.sara, article, 'tagging'),
  'Omar gets it too': ({ made, article }) => {
    markArticle(made.corpus, made.person('Omar'), article, 'tagging'); // so that he is known
    undo(made.corpus, made.person('Omar'), false);
    setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'], blind: false });
  },
  'it is taken from Omar': ({ made, article }) =>
    void removeAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'] }),
  'Omar is done': ({ made, article }) => void markArticle(made.corpus, made.person('Omar'), article, 'done'),
  'Lina accepts one': (world) => review(world, 'accepted', world.tags[0]!),
  'Lina accepts the other': (world) => review(world, 'accepted', world.tags[1]!),
  'Lina rejects one': (world) => review(world, 'rejected', world.tags[0]!),
  'Lina is unsure of one': (world) => review(world, 'unsure', world.tags[0]!),
  'Lina corrects one': ({ made, tags }) =>
    void createReview(made.corpus, made.person('Lina'), {
      annotation: tags[0]!,
      decision: 'corrected',
      reason: 'edge',
      comment: '',
      correction: { spans: [{ start: 0, end: 15 }] },
    }),
  'Lina takes it back': ({ made }) => void undo(made.corpus, made.person('Lina'), false),
};
const review = ({ made }: World, decision: 'accepted' | 'rejected' | 'unsure', annotation: string) =>
  void createReview(made.corpus, made.person('Lina'), { annotation, decision, reason: 'because', comment: '' });

test.each<[string[], string]>([
  [[], 'new'],
  [['Sara tags'], 'tagging'],
  [['Sara tags', 'Sara removes all'], 'new'],
  [['Sara is tagging'], 'tagging'],
  [['Sara tags', 'Sara is done'], 'done'],
  [['Sara is done'], 'done'],
  [['Omar gets it too'], 'new'],
  [['Sara tags', 'Sara is done', 'Omar gets it too'], 'tagging'],
  [['Sara tags', 'Sara is done', 'Omar gets it too', 'Omar is done'], 'done'],
  [['Sara tags', 'Sara is done', 'Omar gets it too', 'it is taken from Omar'], 'done'],
  [['Sara tags', 'Lina accepts one'], 'in review'],
  [['Sara tags', 'Lina accepts one', 'Sara is done'], 'checked'],
  [['Sara tags', 'Sara tags', 'Sara is done', 'Lina accepts one'], 'in review'],
  [['Sara tags', 'Sara tags', 'Sara is done', 'Lina accepts one', 'Lina accepts the other'], 'checked'],
  [['Sara tags', 'Sara tags', 'Sara is done', 'Lina rejects one', 'Lina accepts the other'], 'checked'],
  [['Sara tags', 'Sara is done', 'Lina rejects one'], 'checked'],
  [['Sara tags', 'Sara is done', 'Lina corrects one'], 'checked'],
  [['Sara tags', 'Sara is done', 'Lina is unsure of one'], 'in review'],
  [['Sara tags', 'Sara is done', 'Lina accepts one', 'Sara tags'], 'in review'],
  [['Sara tags', 'Sara is done', 'Lina accepts one', 'Lina takes it back'], 'done'],
])('after %j an article is %s', async (done, state) => {
  const made = createTestCorpus();
  const article = ArticleId.parse(await made.importText(SAMPLE_TEXT));
  const world: World = { made, article, tags: [] };
  for (const act of done) acts[act]!(world);
  expect(getArticleSummary(made.corpus.read, article).state).toBe(state);
  const page = { offset: 0, limit: 9 };
  expect(listArticles(made.corpus.read, { states: [state as never] }, page).total).toBe(1);
  const others = ['new', 'tagging', 'done', 'in review', 'checked', 'changed'].filter((other) => other !== state);
  expect(listArticles(made.corpus.read, { states: others as never }, page).total).toBe(0);
});
