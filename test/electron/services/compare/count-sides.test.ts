import { expect, test } from 'vitest';
import { Compared } from '#shared/domain/comparison';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { countSides } from '../../../../electron/services/compare/count-sides.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const count = ({ corpus }: TestCorpus, compared: object) => countSides(corpus.read, Compared.parse(compared), noJob);

/** Two articles of the Post, one of the Gazette: three words each, and two in a footer. */
async function makeCorpus() {
  const made = createTestCorpus();
  const text = (n: number) => `Pirates came ${n}.\n\nSubscribe now`;
  const { articles } = await made.import(
    { '1.txt': text(1), '2.txt': text(2) },
    { options: { outlet: 'Post', split: 'never' } },
  );
  await made.import({ '3.txt': text(3) }, { options: { outlet: 'Gazette', split: 'never' } });
  const uids = made.corpus.read.prepare<[], string>('SELECT uid FROM article').pluck().all();
  for (const uid of uids)
    writeStep(made.corpus, made.sara, 'edit article', (step) =>
      step.update('article', uid, {
        blocks: [
          { kind: 'paragraph', start_offset: 0, end_offset: 15, repeat_of: null, found_by: 'x' },
          { kind: 'boilerplate', start_offset: 17, end_offset: 30, repeat_of: null, found_by: 'x' },
        ],
      }),
    );
  return { made, first: articles[0]!.uid, second: articles[1]!.uid };
}

test('of each side it is said what was counted, what of it is unchecked, what was left out, and that it is thin', async () => {
  const { made, first, second } = await makeCorpus();
  const pirates = made.tag(first, 'actor', 0, 7);
  made.tag(first, 'claim', 0, 12);
  made.tag(first, 'actor', 17, 26); // in the footer
  made.tag(second, 'actor', 0, 7, 'Omar');
  createReview(made.corpus, made.person('Omar'), {
    annotation: pirates.uid,
    decision: 'accepted',
    reason: '',
    comment: '',
  });
  const sides = { a: { outlets: ['Post'] }, b: { outlets: ['Gazette'] } };
  const { a, b, onBoth } = await count(made, sides);
  expect(a).toEqual({
    articles: 2,
    tokens: 6,
    boilerplate: 4,
    annotations: 3,
    unchecked: 2,
    mentions: 2,
    claims: 1,
    thin: ['articles', 'mentions'],
    by: [
      { annotator: 'Omar', articles: 1 },
      { annotator: 'Sara', articles: 1 },
    ],
  });
  expect(b).toMatchObject({ articles: 1, tokens: 3, boilerplate: 2, annotations: 0, by: [] });
  expect(onBoth).toBe(0);
  expect((await count(made, { ...sides, checkedOnly: true })).a).toMatchObject({
    annotations: 1,
    unchecked: 0,
    mentions: 1,
    by: [{ annotator: 'Sara', articles: 1 }],
  });
});

test('swapped sides give swapped counts, and an article that both filters mean is said to be on both', async () => {
  const { made, first } = await makeCorpus();
  made.tag(first, 'actor', 0, 7);
  const { a, b, onBoth } = await count(made, { a: { outlets: ['Post'] }, b: {} });
  expect(onBoth).toBe(2);
  expect(await count(made, { a: {}, b: { outlets: ['Post'] } })).toEqual({ a: b, b: a, onBoth });
});

test('what people settled is nobody’s', async () => {
  const { made, first } = await makeCorpus();
  const { uid } = made.tag(first, 'actor', 0, 7);
  writeStep(made.corpus, made.sara, 'review', (step) => {
    const record = findRecord(step.db, 'annotation', uid)!;
    step.insert('annotation', made.environment.newUid(), { ...record, layer: 'settled', origin: 'adjudication' });
  });
  expect((await count(made, {})).a).toMatchObject({ unchecked: 0, by: [{ annotator: null, articles: 1 }] });
});

test('a stop is heard before anything is counted', async () => {
  const { made } = await makeCorpus();
  const job = { report: () => {}, isCancelled: () => true };
  await expect(countSides(made.corpus.read, Compared.parse({}), job)).rejects.toMatchObject({ code: 'cancelled' });
});
