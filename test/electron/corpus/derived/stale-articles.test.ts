import { beforeEach, expect, test } from 'vitest';
import { articleMentions } from '../../../../electron/corpus/derived/article-mentions.ts';
import { articleWords, countStaleWords, hasStaleWords } from '../../../../electron/corpus/derived/article-words.ts';
import { countAgain, countStale } from '../../../../electron/corpus/derived/stale-articles.ts';
import { createAnnotation, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { mergeEntities, unmergeEntity } from '../../../../electron/services/entities/merge-entities.ts';
import { mergeOutlets, updateOutlet } from '../../../../electron/services/outlets.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';

let made: TestCorpus;
let article: string;
let claim: string;
beforeEach(async () => {
  made = createTestCorpus();
  for (const name of ['Mayor', 'Council', 'The Post']) addTestEntity(made, 'actor', name);
  const { articles } = await made.import(
    { 'a.txt': SAMPLE_TEXT, 'b.txt': `${SAMPLE_TEXT}\nMore.` },
    { options: { outlet: 'Post', split: 'never' } },
  );
  article = articles[0]!.uid;
  made.tag(article, 'actor', 4, 11);
  claim = createAnnotation(made.corpus, made.sara, {
    article,
    label: 'claim',
    spans: [{ start: 0, end: 45 }],
    attributes: { attribution: [{ who: 'Mayor' }] },
  }).uid;
  await made.import({ 'c.txt': `${SAMPLE_TEXT}\nElsewhere.` }, { options: { outlet: 'Gazette' } });
  work();
});

/** A moment in which nobody works. */
function work(): void {
  const { db } = made.corpus.writer!;
  for (const count of [countAgain, countStaleWords]) while (db.transaction(() => count(db)).immediate() > 0);
}
const stale = () => countStale(made.corpus.read);

test.each<[string, () => unknown]>([
  [
    'on whose word a claim stands',
    () => updateAnnotation(made.corpus, made.sara, claim, { attributes: { attribution: [{ who: 'Council' }] } }),
  ],
  ['which actor its outlet is', () => updateOutlet(made.corpus, made.sara, 'Post', { entity: 'Mayor' })],
])('%s makes an article with annotations stale, and no other', (_, change) => {
  expect(stale()).toBe(0);
  change();
  expect(stale()).toBe(1);
});

test('what the actor of its outlet is merged into, and parted from, makes an article stale; another merge does not', () => {
  updateOutlet(made.corpus, made.sara, 'Post', { entity: 'The Post' });
  work();
  mergeEntities(made.corpus, made.sara, 'Council', 'Mayor');
  expect(stale()).toBe(0);
  mergeEntities(made.corpus, made.sara, 'The Post', 'Mayor');
  expect(stale()).toBe(1);
  work();
  const merged = made.corpus.read.prepare<[], string>(`SELECT uid FROM entity WHERE name = 'The Post'`).pluck().get()!;
  unmergeEntity(made.corpus, made.sara, merged);
  expect(stale()).toBe(1);
});

test('outlets that are no actors are merged without another look at their articles', () => {
  mergeOutlets(made.corpus, made.sara, 'Post', 'Gazette');
  expect(stale()).toBe(0);
  updateOutlet(made.corpus, made.sara, 'Gazette', { entity: 'Mayor' });
  expect(stale()).toBe(1);
});

test('a block of another kind makes mentions and words of its article stale; a tag its mentions alone', () => {
  made.tag(article, 'actor', 0, 11);
  expect([stale(), hasStaleWords(made.corpus.read)]).toEqual([1, false]);
  work();
  writeStep(made.corpus, made.sara, 'edit article', (step) =>
    step.update('article', article, {
      blocks: [
        { kind: 'boilerplate', start_offset: 0, end_offset: SAMPLE_TEXT.length, repeat_of: null, found_by: 'x' },
      ],
    }),
  );
  expect([stale(), hasStaleWords(made.corpus.read)]).toEqual([1, true]);
});

test('mentions and words that are otherwise than the article says are a problem, each table by its name', () => {
  const problems = () =>
    [articleMentions, articleWords].flatMap((derived) =>
      [...derived.listProblems!(made.corpus.read)].filter((problem) => problem !== null),
    );
  const { db } = made.corpus.writer!;
  expect(problems()).toEqual([]);
  db.exec(`UPDATE article_mentions SET mentions = x'' WHERE mentions <> x''`);
  expect(problems()).toEqual([expect.stringMatching(/^article_mentions: /u)]);
  db.exec('UPDATE article_words SET tokens = tokens + 1');
  expect(problems()).toHaveLength(2);
  db.exec(
    `INSERT OR IGNORE INTO stale_article SELECT id FROM article; INSERT INTO stale_words SELECT id FROM article;`,
  );
  work();
  expect(problems()).toEqual([]);
});
