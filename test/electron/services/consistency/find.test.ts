import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { ConsistencyRule, type Finding } from '#shared/domain/consistency';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { findInconsistencies } from '../../../../electron/services/consistency/find.ts';
import { fixFindings, setExempt } from '../../../../electron/services/consistency/fix.ts';
import { trimEdges } from '../../../../electron/services/consistency/loose-edge.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';

let made: TestCorpus;
let article: string;
beforeEach(async () => {
  made = createTestCorpus();
  article = await made.importText(SAMPLE_TEXT);
});

const all = { filter: {}, rules: ConsistencyRule.options, onlyExempt: false, limit: 1000 };
const find = (asked: Partial<typeof all> = {}, reader: string | null = null) =>
  findInconsistencies(made.corpus.read, reader, { ...all, ...asked }, noJob);
const tag = (label: string, words: string, by = 'Sara') => {
  const start = SAMPLE_TEXT.indexOf(words);
  return made.tag(article, label, start, start + words.length, by);
};
const mend = (findings: readonly Finding[], by = made.sara) =>
  fixFindings(
    made.corpus,
    by,
    findings.map(({ annotation, label, start, end, fix }) => ({
      annotation: annotation!,
      label: label!,
      start,
      end,
      fix: fix!,
    })),
  );
const quotes = () =>
  listAnnotations(made.corpus.read, { layer: 'result' }, { offset: 0, limit: 100 }).annotations.map(
    ({ label, spans }) => `${label} ${spans[0]!.quote}`,
  );

test.each<[string, string | null]>([
  ['Morrow, ', 'Morrow'],
  [' the council', 'the council'],
  ['“reopen', 'reopen'],
  ['reopen)', 'reopen'],
  ['“reopen”', null],
  ['HTS (the front)', null],
  ['U.S.', null],
  ['„HTS“', null],
  ['المجلس،', 'المجلس'],
  [' , ', null],
])('edges of “%s” are trimmed to %s', (quote, trimmed) => {
  const span = trimEdges(quote);
  expect(span && quote.slice(span.start, span.end)).toBe(trimmed);
});

test('trimming leaves nothing to trim', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', ',', '(', ')', '"', '“', '”', '.') }), (quote) => {
      const span = trimEdges(quote);
      if (span) expect(trimEdges(quote.slice(span.start, span.end))).toBeNull();
    }),
  );
});

test('the same words under labels that exclude each other are asked about where they are rarer', async () => {
  const words = ['the ferry', 'The council', 'Morrow'];
  for (const each of words) tag('location', each);
  await made.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt');
  const [, second] = made.corpus.read.prepare<[], string>('SELECT uid FROM article ORDER BY id').pluck().all();
  const start = SAMPLE_TEXT.indexOf('Morrow');
  made.tag(second!, 'location', start, start + 6);
  await made.importText(`${SAMPLE_TEXT}And again.\n`, 'third.txt');
  const third = made.corpus.read.prepare<[], string>('SELECT uid FROM article ORDER BY id DESC LIMIT 1').pluck().get()!;
  made.tag(third, 'actor', start, start + 6);

  const { findings } = await find({ rules: ['form-labels'] });
  expect(findings).toMatchObject([{ label: 'actor', quote: 'Morrow', fix: { label: 'location' }, article: third }]);
  expect(findings[0]!.what).toContain('1 of 3 times');
});

test('a name under another label than its entity, a claim that nobody says, an edge and a tag that is there twice', async () => {
  addTestEntity(made, 'location', 'Morrow');
  tag('actor', 'Morrow');
  tag('claim', 'voted on Monday');
  tag('actor', 'Ann Dell');
  tag('actor', 'Ann Dell');
  tag('location', 'the ferry, ');
  const { findings, counts } = await find();
  expect(findings.map(({ rule, quote, fix }) => [rule, quote, fix])).toEqual([
    ['alias-label', 'Morrow', { label: 'location' }],
    ['claim-speaker', 'voted on Monday', null],
    ['loose-edge', 'the ferry, ', { start: expect.any(Number) as number, end: expect.any(Number) as number }],
    ['tagged-twice', 'Ann Dell', { remove: true }],
  ]);
  expect(counts).toMatchObject({ 'alias-label': 1, 'claim-speaker': 1, 'loose-edge': 1, 'tagged-twice': 1 });
});

test('repairs are one step: findings go, and an undo brings all back as it was', async () => {
  addTestEntity(made, 'location', 'Morrow');
  tag('actor', 'Morrow');
  tag('location', 'the ferry, ');
  tag('actor', 'Ann Dell');
  tag('actor', 'Ann Dell');
  const before = computeContentFingerprint(made.corpus.read);
  const { findings } = await find();
  expect(mend(findings)).toEqual({ changed: 3, reviewed: 0, left: 0 });
  expect(quotes().toSorted()).toEqual(['actor Ann Dell', 'location Morrow', 'location the ferry']);
  expect((await find()).findings).toEqual([]);
  expect(mend(findings)).toEqual({ changed: 0, reviewed: 0, left: 3 }); // it is so, or gone
  undo(made.corpus, made.sara, false);
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('what another person tagged is reviewed with a correction, not changed', async () => {
  tag('location', 'the ferry, ', 'Omar');
  expect(mend((await find()).findings)).toEqual({ changed: 0, reviewed: 1, left: 0 });
  expect(quotes()).toEqual(['location the ferry']);
  const own = listAnnotations(made.corpus.read, { layer: 'own' }, { offset: 0, limit: 9 }).annotations;
  expect(own).toMatchObject([{ annotator: 'Omar', state: 'corrected' }]);
});

test('what somebody said is right as it is comes no more, until that is taken back', async () => {
  tag('location', 'the ferry, ');
  const [finding] = (await find()).findings;
  setExempt(made.corpus, made.sara, { rule: finding!.rule, subject: finding!.subject, isExempt: true });
  expect(await find()).toMatchObject({ findings: [], exempt: 1, counts: { 'loose-edge': 0 } });
  expect((await find({ onlyExempt: true })).findings).toMatchObject([{ isExempt: true }]);
  undo(made.corpus, made.sara, false);
  expect((await find()).findings).toHaveLength(1);
});

test('near copies that were tagged otherwise are held against each other', async () => {
  tag('actor', 'Ann Dell');
  await made.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt');
  const second = made.corpus.read
    .prepare<[], string>('SELECT uid FROM article ORDER BY id DESC LIMIT 1')
    .pluck()
    .get()!;
  made.tag(second, 'actor', 0, 7);
  const { findings } = await find({ rules: ['near-copies'] });
  expect(findings).toMatchObject([{ rule: 'near-copies', annotation: null, fix: null }]);
  expect(findings[0]!.what).toContain('2 tags differ');
});

test('of an article that somebody still tags blind they are told nothing', async () => {
  tag('location', 'the ferry, ');
  const omar = made.person('Omar');
  tag('actor', 'Ann Dell', 'Omar');
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'], blind: true });
  expect((await find({}, omar)).findings).toEqual([]);
  expect((await find({}, made.sara)).findings).toHaveLength(1);
});

test('what is not as it was found, or was decided on by somebody, is left as it is', async () => {
  const tagged = tag('location', 'the ferry, ');
  const [finding] = (await find()).findings;
  updateAnnotation(made.corpus, made.sara, tagged.uid, { label: 'actor' });
  expect(mend([finding!])).toEqual({ changed: 0, reviewed: 0, left: 1 });
  const [again] = (await find()).findings;
  const omar = made.person('Omar');
  createReview(made.corpus, omar, { annotation: tagged.uid, decision: 'accepted', reason: '', comment: '' });
  expect(mend([again!], omar)).toEqual({ changed: 0, reviewed: 0, left: 1 });
  expect(mend([again!])).toEqual({ changed: 1, reviewed: 0, left: 0 });
});

test('where two labels are as frequent nothing is proposed', async () => {
  tag('location', 'Morrow');
  await made.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt');
  const second = made.corpus.read
    .prepare<[], string>('SELECT uid FROM article ORDER BY id DESC LIMIT 1')
    .pluck()
    .get()!;
  const start = SAMPLE_TEXT.indexOf('Morrow');
  made.tag(second, 'actor', start, start + 6);
  expect((await find({ rules: ['form-labels'] })).findings).toMatchObject([{ fix: null }]);
});

test('of two that are the same the last one that counts is never removed', async () => {
  const first = tag('actor', 'Ann Dell');
  const second = tag('actor', 'Ann Dell');
  const [finding] = (await find()).findings;
  const other = finding!.annotation === first.uid ? second.uid : first.uid;
  const opinion = { decision: 'rejected', reason: 'twice', comment: '' } as const;
  createReview(made.corpus, made.person('Omar'), { annotation: other, ...opinion });
  expect(mend([finding!])).toEqual({ changed: 0, reviewed: 0, left: 1 });
  expect(quotes()).toEqual(['actor Ann Dell']);
});
