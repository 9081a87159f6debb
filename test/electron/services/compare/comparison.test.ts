import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Compared } from '#shared/domain/comparison';
import { ExpectedError } from '#shared/errors';
import { foldWord } from '#shared/text/fold';
import { rebuildTable } from '../../../../electron/corpus/derived/all-derived.ts';
import { articleMentions } from '../../../../electron/corpus/derived/article-mentions.ts';
import { articleWords, countStaleWords } from '../../../../electron/corpus/derived/article-words.ts';
import { countAgain } from '../../../../electron/corpus/derived/stale-articles.ts';
import { readMentions } from '../../../../electron/corpus/repositories/mention-repository.ts';
import { readWords } from '../../../../electron/corpus/repositories/word-repository.ts';
import { createAnnotation, removeAnnotations } from '../../../../electron/services/annotate.ts';
import { openComparison, type Mention } from '../../../../electron/services/compare/comparison.ts';
import { readWordCounts } from '../../../../electron/services/compare/word-counts.ts';
import { editArticle, markArticle } from '../../../../electron/services/edit-article.ts';
import { mergeEntities, unmergeEntity } from '../../../../electron/services/entities/merge-entities.ts';
import { mergeOutlets, updateOutlet } from '../../../../electron/services/outlets.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { writeStep } from '../../../../electron/services/write-step.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';

const pick = ({ corpus }: TestCorpus, table: string, which: number): string => {
  const uids = corpus.read.prepare<[], string>(`SELECT uid FROM ${table} ORDER BY uid`).pluck().all();
  return uids[which % Math.max(1, uids.length)] ?? 'nothing';
};
const places = [
  { start: 4, end: 11 },
  { start: 51, end: 62 },
  { start: 0, end: 15 },
] as const;
const names = ['Mayor', 'Council', 'The Post'];

type Act = (made: TestCorpus, which: number) => unknown;

/** What changes what counts, of whom it is, or in whose voice; a number chooses among what is there. */
const acts: readonly Act[] = [
  (made, which) =>
    createAnnotation(made.corpus, made.person(which % 2 === 0 ? 'Sara' : 'Omar'), {
      article: pick(made, 'article', which),
      label: 'actor',
      spans: [places[which % places.length]!],
      entity: names[which % names.length]!,
      attributes: { 'loaded term': which % 4 === 0 },
    }),
  (made, which) =>
    createAnnotation(made.corpus, made.sara, {
      article: pick(made, 'article', which),
      label: 'claim',
      spans: [{ start: 0, end: 45 }],
      attributes: { attribution: [{ who: names[which % names.length]! }] },
    }),
  (made, which) => removeAnnotations(made.corpus, made.sara, [pick(made, 'annotation', which)], true),
  (made, which) => mergeEntities(made.corpus, made.sara, pick(made, 'entity', which), pick(made, 'entity', which + 1)),
  (made, which) => unmergeEntity(made.corpus, made.sara, pick(made, 'entity', which)),
  (made, which) => updateOutlet(made.corpus, made.sara, pick(made, 'outlet', which), { entity: names[which % 3]! }),
  (made, which) => mergeOutlets(made.corpus, made.sara, pick(made, 'outlet', which), pick(made, 'outlet', which + 1)),
  (made, which) => editArticle(made.corpus, made.sara, pick(made, 'article', which), { outlet: `Outlet ${which % 3}` }),
  (made, which) => markArticle(made.corpus, made.person('Omar'), pick(made, 'article', which), 'done'),
  (made, which) =>
    createReview(made.corpus, made.person('Omar'), {
      annotation: pick(made, 'annotation', which),
      decision: which % 2 === 0 ? 'rejected' : 'accepted',
      reason: 'so',
      comment: '',
    }),
  (made, which) =>
    writeStep(made.corpus, made.sara, 'edit article', (step) =>
      step.update('article', pick(made, 'article', which), {
        blocks: [
          { kind: 'title', start_offset: 0, end_offset: 45, repeat_of: null, found_by: 'person' },
          {
            kind: which % 2 === 0 ? 'boilerplate' : 'paragraph',
            start_offset: 47,
            end_offset: SAMPLE_TEXT.length,
            repeat_of: null,
            found_by: 'person',
          },
        ],
      }),
    ),
  (made, which) => made.import({ 'page.txt': `${SAMPLE_TEXT}${which % 3}\n` }, { options: { outlet: 'Outlet 1' } }),
  ({ corpus, sara }) => undo(corpus, sara, true),
  ({ corpus, sara }) => redo(corpus, sara, true),
  (made, which) => work(made, 1 + (which % 2)),
  async (made) => expect(await readFast(made)).toEqual(readPlainly(made)),
];

/** A moment in which nobody works. */
function work({ corpus }: TestCorpus, most?: number): boolean {
  const { db } = corpus.writer!;
  const left = [countAgain, countStaleWords].map((count) => db.transaction(() => count(db, most)).immediate());
  return left.some((n) => n > 0);
}

const both = Compared.parse({ b: { outlets: ['Outlet 1'] } });
const foldForm = (form: string) => foldWord(form).replace(/\s+/gu, ' ');

/** From what is kept of mentions and words between one look and the next. */
async function readFast({ corpus: { read } }: TestCorpus) {
  const comparison = await openComparison(read, both, noJob);
  const mentions: object[] = [];
  await comparison.eachMention('a', ({ form, ...mention }: Mention) =>
    mentions.push({ ...mention, form: foldForm(comparison.getForm(form)) }),
  );
  const { a, words, getWord } = await readWordCounts(comparison);
  const counted = Array.from({ length: words }, (_, word) => [getWord(word), a.frequency[word]!] as const);
  return {
    articles: comparison.articles.a.map(({ id }) => id),
    mentions,
    words: Object.fromEntries(counted.filter(([, n]) => n > 0)),
    tokens: [a.tokens, a.leftOut],
  };
}

/** The same from the rows of the model. */
function readPlainly({ corpus: { read } }: TestCorpus) {
  const articles = read
    .prepare<[], number>('SELECT article_id FROM listed_article ORDER BY date DESC, sort_key')
    .pluck()
    .all();
  const merged = new Map(read.prepare<[], [number, number]>('SELECT id, merged_into_id FROM entity').raw().all());
  const words: Record<string, number> = {};
  const tokens = [0, 0];
  for (const article of articles) {
    const own = readWords(read, article);
    tokens[0]! += own.tokens;
    tokens[1]! += own.leftOut;
    for (const [word, n] of own.counts) words[word] = (words[word] ?? 0) + n;
  }
  const mentions = readMentions(read, articles)
    .toSorted((x, y) => articles.indexOf(x.article) - articles.indexOf(y.article))
    .flatMap((own) =>
      own.mentions.map(({ isClaim: _, form, entity, ...mention }) => ({
        ...mention,
        article: own.article,
        entity: merged.get(entity) ?? entity,
        form: foldForm(form),
      })),
    );
  return { articles, mentions, words, tokens };
}

const problems = ({ corpus: { read } }: TestCorpus) =>
  [articleMentions, articleWords].flatMap((derived) =>
    [...derived.listProblems!(read)].filter((problem) => problem !== null),
  );

test('after any acts what counts is as in the rows, whatever was kept, is stale or was made anew', async () => {
  const anyAct = fc.tuple(fc.nat({ max: acts.length - 1 }), fc.nat({ max: 30 }));
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 40 }), async (chosen) => {
      const made = createTestCorpus();
      try {
        await made.import({ 'first.txt': SAMPLE_TEXT }, { options: { outlet: 'Outlet 1' } });
        for (const name of names) addTestEntity(made, 'actor', name);
        for (const [act, which] of chosen) {
          try {
            await acts[act]!(made, which);
          } catch (error) {
            if (!(error instanceof ExpectedError)) throw error; // refusals are part of it
          }
        }
        const plain = readPlainly(made);
        expect(await readFast(made)).toEqual(plain);
        expect(problems(made)).toEqual([]);
        while (work(made));
        expect(await readFast(made)).toEqual(plain);
        expect(problems(made)).toEqual([]);
        for (const derived of [articleMentions, articleWords])
          Array.from(rebuildTable(made.corpus.writer!.db, derived));
        expect(await readFast(made)).toEqual(plain);
        expect(problems(made)).toEqual([]);
      } finally {
        made.remove();
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

test('who has read an article hears that nothing counts of it any more, once that is kept', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const { uid } = made.tag(article, 'actor', 4, 11);
  while (work(made));
  expect((await readFast(made)).mentions).toHaveLength(1);
  removeAnnotations(made.corpus, made.sara, [uid]);
  while (work(made));
  expect((await readFast(made)).mentions).toEqual([]);
});

test('a form is shown as it is written most often, whatever its case and white space; another name is another form', async () => {
  const made = createTestCorpus();
  const text = 'Reef Front. reef front. Reef\nFront. Reef Front. The Front.';
  const article = await made.importText(text);
  for (const [start, end] of [
    [0, 10],
    [12, 22],
    [24, 34],
    [36, 46],
    [48, 57],
  ] as const)
    made.tag(article, 'actor', start, end);
  const comparison = await openComparison(made.corpus.read, Compared.parse({}), noJob);
  const forms: string[] = [];
  await comparison.eachMention('a', ({ form }) => forms.push(comparison.getForm(form)));
  expect(forms).toEqual(['Reef Front', 'Reef Front', 'Reef Front', 'Reef Front', 'The Front']);
});

test('what was read of a tag that is taken back before it was kept is forgotten', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  while (work(made));
  const { uid } = made.tag(article, 'actor', 4, 11);
  expect((await readFast(made)).mentions).toHaveLength(1);
  removeAnnotations(made.corpus, made.sara, [uid]);
  while (work(made));
  expect((await readFast(made)).mentions).toEqual([]);
  expect(problems(made)).toEqual([]);
});

test("a speaker that is merged into what an outlet's actor was merged into before speaks with the outlet's own voice", async () => {
  const made = createTestCorpus();
  await made.import({ 'first.txt': SAMPLE_TEXT }, { options: { outlet: 'Outlet 1' } });
  const [actor, speaker, other] = ['The Post', 'Post', 'The Morning Post'].map((name) =>
    addTestEntity(made, 'actor', name),
  );
  updateOutlet(made.corpus, made.sara, 'Outlet 1', { entity: actor! });
  mergeEntities(made.corpus, made.sara, actor!, other!);
  const article = pick(made, 'article', 0);
  const attributes = { attribution: [{ who: speaker! }] };
  const spans = [{ start: 0, end: 45 }];
  createAnnotation(made.corpus, made.sara, { article, label: 'claim', spans, attributes });
  made.tag(article, 'actor', 4, 11);
  while (work(made));
  expect((await readFast(made)).mentions).toMatchObject([{ voice: 'own' }, { voice: 'attributed' }]);
  mergeEntities(made.corpus, made.sara, speaker!, other!);
  expect(await readFast(made)).toEqual(readPlainly(made));
  expect((await readFast(made)).mentions).toMatchObject([{ voice: 'own' }, { voice: 'own' }]);
});
