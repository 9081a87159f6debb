import { beforeEach, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { AnnotationFilter } from '#shared/domain/filter';
import type { Decision } from '#shared/domain/review';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { countChecked } from '../../../../electron/corpus/repositories/check-repository.ts';
import { openForReading } from '../../../../electron/corpus/open-connection.ts';
import { settleDifference, startAdjudication } from '../../../../electron/services/adjudication/adjudicate.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

// Sara, Omar and Lina tagged one article, Nour checks; Sara is done, so hers counts.
let made: TestCorpus;
let article: string;
let tags: Record<'Sara' | 'Omar' | 'Lina', Annotation[]>;
beforeEach(async () => {
  made = createTestCorpus();
  article = await made.importText(SAMPLE_TEXT);
  const tag = (by: string) => [0, 8, 16].map((start) => made.tag(article, 'actor', start, start + 4, by));
  tags = { Sara: tag('Sara'), Omar: tag('Omar'), Lina: tag('Lina') };
  markArticle(made.corpus, made.sara, article, 'done');
});

const count = (by = 'Nour', filter: AnnotationFilter = {}) => countChecked(made.corpus.read, filter, made.person(by));
const decide = (by: string, { uid }: Annotation, decision: Decision) =>
  createReview(made.corpus, made.person(by), {
    annotation: uid,
    decision,
    reason: decision === 'accepted' ? '' : 'edge',
    comment: '',
    ...(decision === 'corrected' && { correction: { label: 'location' } }),
  });
/** How many of what a queue shows are open. */
const listOpen = (by = 'Nour') =>
  listAnnotations(
    made.corpus.read,
    { layer: 'result', annotationStates: ['unchecked', 'unsure'], annotators: ['Sara', 'Omar', 'Lina', 'Nour'] },
    { offset: 0, limit: 100, seenBy: made.person(by) },
  ).annotations.filter(({ annotator }) => annotator !== by).length;
const of = ({ checked, total }: { checked: number; total: number }) => `${checked} of ${total}`;

test('of three people who tagged one article only the work of the one whose counts is to be checked', () => {
  expect(count()).toEqual({ checked: 0, total: 3, people: [{ person: 'Sara', checked: 0, total: 3 }] });
  decide('Nour', tags.Omar[0]!, 'accepted');
  decide('Nour', tags.Lina[0]!, 'rejected');
  expect(of(count())).toBe('0 of 3');
  decide('Nour', tags.Sara[0]!, 'accepted');
  decide('Nour', tags.Sara[1]!, 'rejected');
  expect([of(count()), listOpen()]).toEqual(['2 of 3', 1]);
  expect(of(count('Sara'))).toBe('0 of 0'); // her own
  markArticle(made.corpus, made.sara, article, 'tagging');
  markArticle(made.corpus, made.person('Lina'), article, 'done');
  expect([count().people, listOpen()]).toEqual([[{ person: 'Lina', checked: 1, total: 3 }], 2]);
});

test('what was put right, or changed since, counts as it stands: a correction in dispute is open beside what it corrects', () => {
  decide('Nour', tags.Sara[0]!, 'corrected');
  expect([of(count()), of(count('Omar')), listOpen('Omar')]).toEqual(['1 of 3', '1 of 3', 2]);
  const correction = listAnnotations(made.corpus.read, { layer: 'settled' }, { offset: 0, limit: 1 }).annotations[0]!;
  decide('Lina', correction, 'unsure');
  expect([of(count('Omar')), listOpen('Omar')]).toEqual(['1 of 4', 3]);
  expect(of(count('Nour'))).toBe('1 of 3'); // her own correction
  decide('Omar', tags.Sara[1]!, 'accepted');
  updateAnnotation(made.corpus, made.sara, tags.Sara[1]!.uid, { label: 'location' });
  expect([of(count()), listOpen()]).toEqual(['1 of 3', 2]);
  const outdated = { offset: 0, limit: 10, outdated: true };
  for (const layer of ['own', 'result'] as const)
    expect(listAnnotations(made.corpus.read, { layer }, outdated)).toMatchObject({
      total: 1,
      annotations: [{ uid: tags.Sara[1]!.uid, state: 'unchecked' }],
    });
});

test('what was settled between people is not there to be checked any more', () => {
  decide('Nour', tags.Sara[0]!, 'accepted');
  const coders: [string, string] = ['Sara', 'Omar'];
  made.tag(article, 'location', 16, 30);
  expect(of(count())).toBe('1 of 4');
  for (const { uid } of startAdjudication(made.corpus, made.person('Nour'), { article, coders }).differences)
    settleDifference(made.corpus, made.person('Nour'), {
      article,
      coders,
      difference: uid,
      decision: 'left',
      reason: '',
      comment: '',
      rule: null,
    });
  expect([of(count()), listOpen()]).toEqual(['0 of 0', 0]);
});

test('articles that the checker tags blind still, and what a filter leaves out, are not counted', () => {
  expect(of(count('Nour', { labels: ['location'] }))).toBe('0 of 0');
  expect(of(count('Nour', { annotators: ['Omar'] }))).toBe('0 of 0');
  expect(of(count('Nour', { articles: [article.slice(0, 12)] as never }))).toBe('0 of 3');
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'], blind: true });
  expect([of(count('Omar')), of(count('Lina'))]).toEqual(['0 of 0', '0 of 3']);
});

test('annotations are found by their articles, and outdated ones by their reviews: neither table is gone through', async () => {
  const db = openForReading(made.path);
  try {
    const page = { offset: 0, limit: 10, outdated: true };
    const plans = await listPlans(db as never, (read) => [
      countChecked(read, { labels: ['actor'] }, made.sara),
      listAnnotations(read, { layer: 'result', annotators: ['Sara'] }, page),
    ]);
    expect(plans.filter((step) => /^SCAN (n|m|b|r)\b(?!.*COVERING)/u.test(step))).toEqual([]);
  } finally {
    db.close();
  }
});
