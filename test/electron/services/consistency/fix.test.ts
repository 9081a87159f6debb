import { beforeEach, expect, test } from 'vitest';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { createAnnotation, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { addAlias } from '../../../../electron/services/entities/entity-aliases.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createForFindings, type ForFindings } from '../../../helpers/consistency.ts';
import { noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';

let made: ForFindings['made'];
let article: ForFindings['article'];
let find: ForFindings['find'];
let tag: ForFindings['tag'];
let mend: ForFindings['mend'];
let quotes: ForFindings['quotes'];
beforeEach(async () => {
  ({ made, article, find, tag, mend, quotes } = await createForFindings());
});

test('repairs are one step: findings go, and an undo brings all back as it was', async () => {
  addTestEntity(made, 'location', 'Morrow');
  tag('actor', 'Morrow');
  tag('location', 'the ferry, ');
  tag('actor', 'Ann Dell');
  tag('actor', 'Ann Dell');
  const before = computeContentFingerprint(made.corpus.read);
  const { findings } = await find();
  expect(await mend(findings)).toEqual({ changed: 3, reviewed: 0, left: 0 });
  expect(quotes().toSorted()).toEqual(['actor Ann Dell', 'location Morrow', 'location the ferry']);
  expect((await find()).findings).toEqual([]);
  expect(await mend(findings)).toEqual({ changed: 0, reviewed: 0, left: 3 }); // it is so, or gone
  undo(made.corpus, made.sara, false);
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('what another person tagged is reviewed with a correction, not changed', async () => {
  tag('location', 'the ferry, ', 'Omar');
  expect(await mend((await find()).findings)).toEqual({ changed: 0, reviewed: 1, left: 0 });
  expect(quotes()).toEqual(['location the ferry']);
  const own = listAnnotations(made.corpus.read, { layer: 'own' }, { offset: 0, limit: 9 }).annotations;
  expect(own).toMatchObject([{ annotator: 'Omar', state: 'corrected' }]);
});

test('nothing is mended in an article that whoever mends tags blind still', async () => {
  tag('location', 'the ferry, ', 'Omar');
  tag('location', 'the old ferry\n');
  const { findings } = await find();
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Sara'], blind: true });
  expect(await mend(findings)).toEqual({ changed: 0, reviewed: 0, left: findings.length });
  expect((await find({}, made.sara)).findings).toEqual([]);
});

test('what is not as it was found, or was decided on by somebody, is left as it is', async () => {
  const tagged = tag('location', 'the ferry, ');
  const [finding] = (await find()).findings;
  updateAnnotation(made.corpus, made.sara, tagged.uid, { label: 'actor' });
  expect(await mend([finding!])).toEqual({ changed: 0, reviewed: 0, left: 1 });
  const [again] = (await find()).findings;
  const omar = made.person('Omar');
  createReview(made.corpus, omar, { annotation: tagged.uid, decision: 'accepted', reason: '', comment: '' });
  expect(await mend([again!], omar)).toEqual({ changed: 0, reviewed: 0, left: 1 });
  expect(await mend([again!])).toEqual({ changed: 1, reviewed: 0, left: 0 });
});

test('what was linked or moved since, or would be linked otherwise now, is left as it is', async () => {
  const [linked, moved] = [tag('actor', 'Ann Dell'), tag('actor', 'Morrow')];
  addTestEntity(made, 'actor', 'Ann Dell');
  addTestEntity(made, 'location', 'Morrow');
  const { findings } = await find({ rules: ['unlinked-mention', 'alias-label'] });
  expect(findings.map(({ rule }) => rule).toSorted()).toEqual(['alias-label', 'unlinked-mention']);
  const other = addTestEntity(made, 'actor', 'Dell, the mayor');
  updateAnnotation(made.corpus, made.sara, linked.uid, { entity: other });
  updateAnnotation(made.corpus, made.sara, moved.uid, { spans: [{ start: 0, end: 7 }] });
  expect(await mend(findings)).toEqual({ changed: 0, reviewed: 0, left: 2 });
  updateAnnotation(made.corpus, made.sara, linked.uid, { entity: null });
  addAlias(made.corpus, made.sara, other, { form: 'Ann Dell', outlet: null, neverAlone: false });
  expect(await mend(findings)).toEqual({ changed: 0, reviewed: 0, left: 2 });
});

test('of two that are the same the last one that counts is never removed', async () => {
  const first = tag('actor', 'Ann Dell');
  const second = tag('actor', 'Ann Dell');
  const [finding] = (await find()).findings;
  const other = finding!.annotation === first.uid ? second.uid : first.uid;
  const opinion = { decision: 'rejected', reason: 'twice', comment: '' } as const;
  createReview(made.corpus, made.person('Omar'), { annotation: other, ...opinion });
  expect(await mend([finding!])).toEqual({ changed: 0, reviewed: 0, left: 1 });
  expect(quotes()).toEqual(['actor Ann Dell']);
});

test('each part of an annotation is mended, by one step', async () => {
  const [one, other] = ['the ferry, ', ' Ann Dell'].map((words) => {
    const start = SAMPLE_TEXT.indexOf(words);
    return { start, end: start + words.length };
  });
  const spans = [one!, other!].sort((a, b) => a.start - b.start);
  createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans });
  const { findings } = await find({ rules: ['loose-edge'] });
  expect(findings).toHaveLength(1);
  expect(findings[0]!.quote).toContain(' … ');
  expect(await mend(findings)).toEqual({ changed: 1, reviewed: 0, left: 0 });
  const [tagged] = listAnnotations(made.corpus.read, { layer: 'result' }, { offset: 0, limit: 9 }).annotations;
  expect(tagged!.spans.map(({ quote }) => quote).toSorted()).toEqual(['Ann Dell', 'the ferry']);
});

test('repairs that are stopped leave all as it was, and one more that is undone meanwhile ends them', async () => {
  for (let n = 0; n < 30; n += 1) tag('location', 'the ferry, ');
  const { findings } = await find({ rules: ['loose-edge'] });
  const before = computeContentFingerprint(made.corpus.read);
  const done: number[] = [];
  const job = { report: (progress: { done: number }) => done.push(progress.done), isCancelled: () => done.length > 1 };
  await expect(mend(findings, made.sara, job)).rejects.toMatchObject({ code: 'cancelled' });
  expect(done.at(-1)).toBeGreaterThan(0);
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);

  const undoing = {
    ...noJob,
    report: (progress: { done: number }) => progress.done > 0 && undo(made.corpus, made.sara, false),
  };
  await expect(mend(findings, made.sara, undoing)).rejects.toMatchObject({ code: 'cancelled' });
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  expect(await mend(findings)).toEqual({ changed: 30, reviewed: 0, left: 0 });
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});
