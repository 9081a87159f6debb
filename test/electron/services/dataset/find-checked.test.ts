import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CheckedBy } from '#shared/domain/dataset';
import { startAdjudication, settleDifference } from '../../../../electron/services/adjudication/adjudicate.ts';
import { readAdjudication } from '../../../../electron/services/adjudication/read-adjudication.ts';
import { exportDataset } from '../../../../electron/services/dataset/export-dataset.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { addMissing, createReview } from '../../../../electron/services/reviews.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

/** What each standard lets out of a corpus, by the words that are tagged. */
async function exportChecked(
  made: TestCorpus,
  checkedBy: CheckedBy,
  name: string = checkedBy,
): Promise<{ quotes: string[]; card: string }> {
  const folder = join(made.folder, name);
  await exportDataset(made.corpus, { format: 'jsonl', checkedBy, checkedOnly: true }, folder, noJob);
  const lines = readFileSync(join(folder, 'articles.jsonl'), 'utf8').trim().split('\n');
  const articles = lines.map((line) => JSON.parse(line) as { annotations: { spans: { quote: string }[] }[] });
  return {
    quotes: articles.flatMap(({ annotations }) => annotations.map(({ spans }) => spans[0]!.quote)).sort(),
    card: readFileSync(join(folder, 'README.md'), 'utf8'),
  };
}

const [one, two, neither] = ['Harbour', 'council', 'votes'].map((word) => {
  const start = SAMPLE_TEXT.indexOf(word);
  return { start, end: start + word.length };
}) as [Span, Span, Span];
type Span = { start: number; end: number };

test('what counts as checked is accepted by one, by two, or settled between people', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const tags = [one, two, neither].map(({ start, end }) => made.tag(article, 'actor', start, end));
  const accept = (by: string, n: number) =>
    createReview(made.corpus, made.person(by), {
      annotation: tags[n]!.uid,
      decision: 'accepted',
      reason: '',
      comment: '',
    });
  accept('Omar', 0);
  accept('Omar', 1);
  accept('Nour', 1);
  addMissing(made.corpus, made.person('Omar'), {
    article,
    label: 'location',
    spans: [{ start: SAMPLE_TEXT.indexOf('ferry'), end: SAMPLE_TEXT.indexOf('ferry') + 5 }],
    note: '',
    reason: '',
    comment: '',
  });
  expect((await exportChecked(made, 'one')).quotes).toEqual(['Harbour', 'council', 'ferry']);
  expect((await exportChecked(made, 'two')).quotes).toEqual(['council']);
  expect((await exportChecked(made, 'adjudicated')).quotes).toEqual([]);
});

test('what two people settled is checked by every standard, and the card gives their agreement', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  for (const by of ['Sara', 'Omar']) made.tag(article, 'actor', one.start, one.end, by);
  made.tag(article, 'actor', two.start, two.end);
  for (const by of ['Sara', 'Omar']) markArticle(made.corpus, made.person(by), article, 'done');
  const nour = made.person('Nour');
  startAdjudication(made.corpus, nour, { article });
  const { differences } = readAdjudication(made.corpus.read, nour, article);
  for (const { uid } of differences)
    settleDifference(made.corpus, nour, {
      article,
      difference: uid,
      decision: 'left',
      reason: '',
      comment: '',
      rule: null,
    });
  for (const by of CheckedBy.options) {
    const { quotes, card } = await exportChecked(made, by);
    expect([by, quotes]).toEqual([by, ['Harbour', 'council']]);
    expect(card).toContain('| Checked | all (');
    expect(card).toContain('| Settled | 1 article between people; none of them changed');
    expect(card).toMatch(/\| Agreement \| 2 people, 1 article that all of them finished; actor, location: uα 0\.\d\d/u);
  }
  made.tag(article, 'actor', neither.start, neither.end);
  const since = await exportChecked(made, 'one', 'since');
  expect(since.quotes).toEqual(['Harbour', 'council']);
  expect(since.card).toContain('| Settled | 1 article between people; 1 of them changed by its annotators since');
});
