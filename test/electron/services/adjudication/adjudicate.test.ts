import { expect, test } from 'vitest';
import type { Adjudication, SettlementDecision } from '#shared/domain/settlement';
import { listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { ArticleId } from '#shared/domain/ids';
import {
  commentSettlement,
  settleDifference,
  startAdjudication,
} from '../../../../electron/services/adjudication/adjudicate.ts';
import { listDoubleTagged, readAdjudication } from '../../../../electron/services/adjudication/read-adjudication.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

const at = (words: string) => {
  const start = SAMPLE_TEXT.indexOf(words);
  return [start, start + words.length] as const;
};

/** Sara and Omar agree on one, differ in a label and in a border, and each tagged one that the other did not. */
async function tagTwice() {
  const made = createTestCorpus();
  const article = ArticleId.parse(await made.importText(SAMPLE_TEXT));
  made.tag(article, 'location', ...at('Morrow'));
  made.tag(article, 'location', ...at('Morrow'), 'Omar');
  made.tag(article, 'actor', ...at('The council'));
  made.tag(article, 'location', ...at('The council'), 'Omar');
  made.tag(article, 'actor', ...at('Mayor Ann Dell'));
  made.tag(article, 'actor', ...at('Ann Dell'), 'Omar');
  made.tag(article, 'claim', ...at('reopen the ferry'));
  made.tag(article, 'claim', ...at('council votes'), 'Omar');
  return { made, article, decider: made.person('Nour') };
}

const result = (made: TestCorpus, article: ArticleId) =>
  listOfArticle(made.corpus.read, article, 'result').map(({ label, spans }) => `${label} ${spans[0]!.quote}`);
const stateOf = (made: TestCorpus) =>
  listArticles(made.corpus.read, {}, { offset: 0, limit: 10 }).articles.map(({ state }) => state);

/** Decides on what differs in that kind. */
function settle(
  { made, article, decider }: Awaited<ReturnType<typeof tagTwice>>,
  kind: string,
  decision: SettlementDecision,
): Adjudication {
  const { differences } = readAdjudication(made.corpus.read, decider, article);
  const difference = differences.find((each) => each.kind === kind)!.uid;
  return settleDifference(made.corpus, decider, { article, difference, decision, reason: '', comment: '', rule: null });
}

test('differences are shown in reading order with what differs, and what agrees to the character apart', async () => {
  const { made, article } = await tagTwice();
  const read = readAdjudication(made.corpus.read, null, article);
  expect(read.differences.map(({ kind }) => kind)).toEqual(['only-right', 'label', 'only-left', 'boundary']);
  expect(read).toMatchObject({ state: null, left: 'Sara', right: 'Omar', agreed: [{}] });
  expect(listDoubleTagged(made.corpus.read, null, { filter: {}, isOpen: true, offset: 0, limit: 5 })).toMatchObject({
    total: 1,
    articles: [{ agreed: 1, open: 4, settled: 0, state: null, coders: [{ name: 'Sara' }, { name: 'Omar' }] }],
  });
});

test('until all is settled one person’s tags count; then what was settled does, and the originals stay', async () => {
  const all = await tagTwice();
  const { made, article, decider } = all;
  startAdjudication(made.corpus, decider, { article });
  settle(all, 'label', 'left');
  settle(all, 'boundary', 'right');
  settle(all, 'only-left', 'neither');
  expect(result(made, article)).toEqual([
    'actor The council',
    'location Morrow',
    'claim reopen the ferry',
    'actor Mayor Ann Dell',
  ]);
  expect(stateOf(made)).toEqual(['in review']);
  markArticle(made.corpus, made.sara, article, 'done');
  markArticle(made.corpus, made.person('Omar'), article, 'done');

  const { state } = settle(all, 'only-right', 'both');
  expect(state).toBe('done');
  expect(result(made, article)).toEqual([
    'claim council votes',
    'actor The council',
    'location Morrow',
    'actor Ann Dell',
  ]);
  expect(stateOf(made)).toEqual(['checked']);
  expect(listOfArticle(made.corpus.read, article, 'own')).toHaveLength(8);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('a settlement is one undo, and is decided anew', async () => {
  const all = await tagTwice();
  const { made, article, decider } = all;
  for (const kind of ['label', 'boundary', 'only-left', 'only-right']) settle(all, kind, 'neither');
  expect(result(made, article)).toEqual(['location Morrow']);
  settle(all, 'label', 'right');
  expect(result(made, article)).toEqual(['location The council', 'location Morrow']);
  undo(made.corpus, decider, false);
  expect(result(made, article)).toEqual(['location Morrow']);
  undo(made.corpus, decider, false);
  expect(readAdjudication(made.corpus.read, decider, article).state).toBe('open');
  expect(result(made, article)).toHaveLength(4);
});

test('settling on nothing at all is a result of nothing', async () => {
  const { made, article, decider } = await tagTwice();
  const { agreed } = readAdjudication(made.corpus.read, decider, article);
  updateAnnotation(made.corpus, made.sara, agreed[0]!.left, { label: 'actor' });
  for (const { uid } of readAdjudication(made.corpus.read, decider, article).differences)
    settleDifference(made.corpus, decider, {
      article,
      difference: uid,
      decision: 'neither',
      reason: '',
      comment: '',
      rule: null,
    });
  expect(readAdjudication(made.corpus.read, decider, article)).toMatchObject({ state: 'done' });
  expect(result(made, article)).toEqual([]);
});

test('something new stands instead of both; an unsure one stays open and can be talked about', async () => {
  const all = await tagTwice();
  const { made, article, decider } = all;
  const { differences } = settle(all, 'label', 'unsure');
  const { uid: difference } = differences.find(({ kind }) => kind === 'label')!;
  const said = commentSettlement(made.corpus, made.person('Omar'), { article, difference, text: 'It is a building.' });
  expect(said.differences.find(({ uid }) => uid === difference)!.settlement).toMatchObject({
    decision: 'unsure',
    by: 'Nour',
    comments: [{ annotator: 'Omar', text: 'It is a building.' }],
  });
  const [start, end] = at('council of Morrow');
  const read = settleDifference(made.corpus, decider, {
    article,
    difference,
    decision: 'new',
    reason: 'loose boundary',
    comment: '',
    rule: { label: 'actor', text: 'The whole name.' },
    annotation: { label: 'actor', spans: [{ start, end }], note: '' },
  });
  expect(read.annotations.settled.map(({ spans, origin, state }) => [spans[0]!.quote, origin, state])).toEqual([
    ['council of Morrow', 'adjudication', 'accepted'],
    ['Morrow', 'adjudication', 'accepted'],
  ]);
});

test('what was decided on tags that changed afterwards is said to be outdated', async () => {
  const all = await tagTwice();
  const { made, article, decider } = all;
  const before = settle(all, 'label', 'left').differences.find(({ kind }) => kind === 'label')!;
  const [start, end] = at('council of Morrow');
  updateAnnotation(made.corpus, made.sara, before.left!, { spans: [{ start, end }] });
  const after = readAdjudication(made.corpus.read, decider, article).differences.find(({ uid }) => uid === before.uid)!;
  expect([before.settlement!.isOutdated, after.settlement!.isOutdated]).toEqual([false, true]);
});

test('who still tags an article blind does not see the other’s tags, until all who do are done', async () => {
  const { made, article } = await tagTwice();
  const omar = made.person('Omar');
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Sara', 'Omar'], blind: true });
  expect(() => readAdjudication(made.corpus.read, omar, article)).toThrow('without seeing what others did');
  expect(listDoubleTagged(made.corpus.read, omar, { filter: {}, isOpen: false, offset: 0, limit: 5 }).total).toBe(0);
  markArticle(made.corpus, omar, article, 'done');
  expect(() => readAdjudication(made.corpus.read, omar, article)).toThrow('without seeing what others did');
  markArticle(made.corpus, made.sara, article, 'done');
  expect(readAdjudication(made.corpus.read, omar, article).differences).toHaveLength(4);
});

test('an article that one person tagged has nothing to settle', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', ...at('The council'));
  expect(() => readAdjudication(made.corpus.read, null, article)).toThrow('Fewer than two people');
});

test('with the two the other way round a decision reads the other way round, and is no more outdated than before', async () => {
  const all = await tagTwice();
  const { made, article, decider } = all;
  settle(all, 'label', 'left');
  const find = (coders: [string, string]) =>
    readAdjudication(made.corpus.read, decider, article, coders).differences.find(({ kind }) => kind === 'label')!
      .settlement;
  expect(find(['Sara', 'Omar'])).toMatchObject({ decision: 'left', isOutdated: false });
  expect(find(['Omar', 'Sara'])).toMatchObject({ decision: 'right', isOutdated: false });
});

test('who is done with an article and found nothing in it is one of the two', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', ...at('The council'));
  markArticle(made.corpus, made.person('Omar'), article, 'done');
  expect(readAdjudication(made.corpus.read, null, article)).toMatchObject({
    coders: [
      { name: 'Sara', annotations: 1 },
      { name: 'Omar', annotations: 0, state: 'done' },
    ],
    differences: [{ kind: 'only-left' }],
  });
  expect(listDoubleTagged(made.corpus.read, null, { filter: {}, isOpen: true, offset: 0, limit: 5 }).total).toBe(1);
});
