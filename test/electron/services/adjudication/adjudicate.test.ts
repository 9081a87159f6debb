import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { isSettled, type Adjudication, type SettlementDecision } from '#shared/domain/settlement';
import { listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { suggestEntities } from '../../../../electron/corpus/repositories/entity-suggest.ts';
import { listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { ArticleId } from '#shared/domain/ids';
import {
  commentSettlement,
  settleDifference,
  startAdjudication,
} from '../../../../electron/services/adjudication/adjudicate.ts';
import { listDoubleTagged, readAdjudication } from '../../../../electron/services/adjudication/read-adjudication.ts';
import { removeAnnotations, updateAnnotation } from '../../../../electron/services/annotate.ts';
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

test('something new may mean an entity that is made in the same step, and that one undo takes back', async () => {
  const all = await tagTwice();
  const { made, article, decider } = all;
  const { differences } = readAdjudication(made.corpus.read, decider, article);
  const [start, end] = at('The council');
  const name = 'Morrow Council';
  const read = settleDifference(made.corpus, decider, {
    article,
    difference: differences.find(({ kind }) => kind === 'label')!.uid,
    decision: 'new',
    reason: '',
    comment: '',
    rule: null,
    annotation: { label: 'actor', spans: [{ start, end }], newEntity: { name, kind: 'agency' }, note: '' },
  });
  expect(read.annotations.settled.map(({ entity }) => entity)).toContain(name);
  const [entity] = suggestEntities(made.corpus.read, { query: name, label: 'actor', limit: 5 });
  expect(entity).toMatchObject({ name, kind: 'agency', count: 0 });
  undo(made.corpus, decider, false);
  expect(suggestEntities(made.corpus.read, { query: name, label: 'actor', limit: 5 })).toEqual([]);
  expect(readAdjudication(made.corpus.read, decider, article).state).toBeNull();
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

/** All that differs is decided in one way. */
function settleAll(made: TestCorpus, article: ArticleId, decision: SettlementDecision): void {
  const nour = made.person('Nour');
  startAdjudication(made.corpus, nour, { article });
  for (;;) {
    const open = readAdjudication(made.corpus.read, nour, article).differences.find((each) => !isSettled(each));
    if (!open) return void startAdjudication(made.corpus, nour, { article });
    const choice = { article, difference: open.uid, decision, reason: '', comment: '', rule: null };
    settleDifference(made.corpus, nour, choice);
  }
}
const listOpen = (made: TestCorpus) =>
  listDoubleTagged(made.corpus.read, null, { filter: {}, isOpen: true, offset: 0, limit: 5 }).articles;

test('an article whose tags change after all was settled is changed since, and what was settled counts until all is settled anew', async () => {
  const { made, article } = await tagTwice();
  settleAll(made, article, 'left');
  const before = result(made, article);
  expect([stateOf(made), listOpen(made)]).toEqual([['in review'], []]); // nobody said that they are done
  const { differences } = readAdjudication(made.corpus.read, null, article);
  const label = differences.find(({ kind }) => kind === 'label')!;
  const { uid: tag } = made.tag(article, 'claim', ...at('reopen'), 'Omar');
  const [start, end] = at('council of Morrow');
  updateAnnotation(made.corpus, made.sara, label.left!, { spans: [{ start, end }] });
  expect([stateOf(made), result(made, article)]).toEqual([['changed'], before]);
  expect(listOpen(made)).toMatchObject([{ state: 'done', isChanged: true, open: 2, settled: 3 }]);

  const settle = (difference: string, decision: SettlementDecision) =>
    settleDifference(made.corpus, made.sara, { article, difference, decision, reason: '', comment: '', rule: null });
  expect(settle(label.uid, 'left')).toMatchObject({ state: 'done', isChanged: true });
  expect(result(made, article)).not.toContain('location The council');
  expect(result(made, article)).toHaveLength(before.length);
  const last = readAdjudication(made.corpus.read, null, article).differences.find((each) => !isSettled(each))!;
  expect(last.right).toBe(tag);
  expect(settle(last.uid, 'right')).toMatchObject({ state: 'done', isChanged: false });
  expect([stateOf(made), listOpen(made)]).toEqual([['in review'], []]);
  expect(result(made, article)).toContain('claim reopen');
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('what is changed and changed back is as it was settled', async () => {
  const { made, article } = await tagTwice();
  settleAll(made, article, 'both');
  const { agreed } = readAdjudication(made.corpus.read, null, article);
  updateAnnotation(made.corpus, made.sara, agreed[0]!.left, { label: 'actor' });
  expect(stateOf(made)).toEqual(['changed']);
  undo(made.corpus, made.sara, false);
  expect(stateOf(made)).toEqual(['in review']);
  made.tag(article, 'claim', ...at('reopen'), 'Zaid'); // of a third person nothing was settled
  expect(stateOf(made)).toEqual(['in review']);
});

test('what both say now is taken in by rule, and what was settled on a tag that is gone stands no longer', async () => {
  const { made, article } = await tagTwice();
  settleAll(made, article, 'both');
  const { differences } = readAdjudication(made.corpus.read, null, article);
  const alone = differences.find(({ kind }) => kind === 'only-left')!;
  removeAnnotations(made.corpus, made.sara, [alone.left!], true);
  made.tag(article, 'claim', ...at('council votes'));
  expect(result(made, article)).toContain('claim reopen the ferry');
  expect(listOpen(made)).toMatchObject([{ isChanged: true, open: 0, agreed: 2 }]);
  startAdjudication(made.corpus, made.person('Nour'), { article });
  expect(listOpen(made)).toEqual([]);
  const standing = result(made, article);
  expect(standing).not.toContain('claim reopen the ferry');
  expect(standing.filter((tag) => tag === 'claim council votes')).toHaveLength(1);
});

test('whatever two people do after all was settled, an article with open differences is changed, and settled again none is', async () => {
  const anyAct = fc.record({ who: fc.constantFrom('Sara', 'Omar'), what: fc.nat(5), a: fc.nat(9), b: fc.nat(9) });
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 6, maxLength: 14, size: 'max' }), async (acts) => {
      const { made, article } = await tagTwice();
      try {
        for (const { who, what, a, b } of acts) {
          const own = listOfArticle(made.corpus.read, article, 'own').filter(({ annotator }) => annotator === who);
          const tag = own[a % Math.max(1, own.length)]?.uid;
          const person = made.person(who);
          try {
            if (what === 0) made.tag(article, a % 2 === 0 ? 'actor' : 'location', b, b + 3, who);
            else if (what === 1 && tag)
              updateAnnotation(made.corpus, person, tag, { spans: [{ start: b, end: b + 4 }] });
            else if (what === 2 && tag) removeAnnotations(made.corpus, person, [tag], true);
            else if (what === 3) undo(made.corpus, person, true);
            else settleAll(made, article, (['left', 'right', 'both', 'neither'] as const)[b % 4]!);
            const { state, isChanged, differences } = readAdjudication(made.corpus.read, null, article);
            if (state === 'done' && !isChanged) expect(differences.filter((each) => !isSettled(each))).toEqual([]);
            if (what > 3) expect([state, isChanged]).toEqual(['done', false]);
            expect(stateOf(made)[0] === 'changed').toBe(isChanged);
          } catch (error) {
            if (!(error instanceof ExpectedError)) throw error;
          }
        }
      } finally {
        made.corpus.close();
      }
    }),
    { numRuns: 5 },
  );
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
