import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { ConsistencyRule, type Finding } from '#shared/domain/consistency';
import { listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { createAnnotation, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { findInconsistencies } from '../../../../electron/services/consistency/find.ts';
import { fixFindings, setExempt } from '../../../../electron/services/consistency/fix.ts';
import { updateAttribute } from '../../../../electron/services/codebook-attributes.ts';
import { getLabel } from '../../../../electron/services/codebook.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { addAlias } from '../../../../electron/services/entities/entity-aliases.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { findEntityByRule } from '../../../../electron/services/entities/link-by-rule.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
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
const mend = (findings: readonly Finding[], by = made.sara, job = noJob) =>
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
    job,
  );
/** Imports the text again with more at its end, and gives the article. */
const importAgain = async (more: string) => {
  await made.importText(`${SAMPLE_TEXT}${more}.\n`, `${more}.txt`);
  return made.corpus.read.prepare<[], string>('SELECT uid FROM article ORDER BY id DESC LIMIT 1').pluck().get()!;
};
const quotes = () =>
  listAnnotations(made.corpus.read, { layer: 'result' }, { offset: 0, limit: 100 }).annotations.map(
    ({ label, spans }) => `${label} ${spans[0]!.quote}`,
  );

test('the same words under labels that exclude each other are asked about where they are rarer', async () => {
  const words = ['the ferry', 'The council', 'Morrow'];
  for (const each of words) tag('location', each);
  const start = SAMPLE_TEXT.indexOf('Morrow');
  made.tag(await importAgain('Again'), 'location', start, start + 6);
  const third = await importAgain('And again');
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
    ['loose-edge', 'the ferry, ', { spans: [expect.objectContaining({ start: expect.any(Number) as number })] }],
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
  const second = await importAgain('Again');
  made.tag(second, 'location', 0, 7);
  const found = await find({ rules: ['near-copies'] });
  const [finding] = found.findings;
  expect(found.findings).toMatchObject([{ rule: 'near-copies', annotation: null, fix: null }]);
  expect(new Set([finding!.article, finding!.copy!.article])).toEqual(new Set([article, second]));
  expect(finding!.what).toContain('2 tags differ');
  expect(finding!.what).toContain('actor Ann Dell');
  setExempt(made.corpus, made.sara, { rule: 'near-copies', subject: finding!.subject, isExempt: true });
  expect(await find({ rules: ['near-copies'] })).toMatchObject({ findings: [], exempt: 1 });
  undo(made.corpus, made.sara, false);
  undo(made.corpus, made.sara, false); // the tag of the copy: nobody has tagged it now
  expect((await find({ rules: ['near-copies'] })).findings).toEqual([]);
});

test('what is kept of a rule is the first of it in the library’s order, whatever order the articles came in', async () => {
  const start = SAMPLE_TEXT.indexOf('the ferry');
  for (const [n, date] of ['2019-02-01', '2019-03-01', '2018-12-01', '2019-03-01', '2019-01-01'].entries()) {
    const uid = await importAgain(`Copy ${n}`);
    editArticle(made.corpus, made.sara, uid, { date });
    for (const end of [start + 10, start + 9]) made.tag(uid, 'location', start - 1, end);
  }
  const { findings } = await find({ rules: ['loose-edge'] });
  expect(findings).toHaveLength(10);
  const ofArticles = listArticles(made.corpus.read, {}, { offset: 0, limit: 9 }).articles.map(
    ({ uid }) => uid as string,
  );
  expect([...new Set(findings.map((each) => each.article as string))]).toEqual(ofArticles.slice(0, 5));
  for (const limit of [1, 3, 4]) {
    const found = await find({ rules: ['loose-edge'], limit });
    expect(found.findings).toEqual(findings.slice(0, limit));
    expect(found.counts['loose-edge']).toBe(10);
  }
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
  expect(await mend([finding!])).toEqual({ changed: 0, reviewed: 0, left: 1 });
  const [again] = (await find()).findings;
  const omar = made.person('Omar');
  createReview(made.corpus, omar, { annotation: tagged.uid, decision: 'accepted', reason: '', comment: '' });
  expect(await mend([again!], omar)).toEqual({ changed: 0, reviewed: 0, left: 1 });
  expect(await mend([again!])).toEqual({ changed: 1, reviewed: 0, left: 0 });
});

test('where two labels are as frequent nothing is proposed', async () => {
  tag('location', 'Morrow');
  const start = SAMPLE_TEXT.indexOf('Morrow');
  made.tag(await importAgain('Again'), 'actor', start, start + 6);
  expect((await find({ rules: ['form-labels'] })).findings).toMatchObject([{ fix: null }]);
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

test('a name that is an alias of one entity alone is linked to it; one that several go by is not asked about', async () => {
  const tagged = tag('location', 'Morrow');
  const ferry = SAMPLE_TEXT.indexOf('the ferry');
  made.tag(await importAgain('Again'), 'actor', ferry, ferry + 'the ferry'.length, 'Omar');
  tag('actor', 'Ann Dell');
  const entity = addTestEntity(made, 'location', 'MORROW');
  addTestEntity(made, 'actor', 'the ferry');
  for (const name of ['Ann Dell', 'ann dell']) addTestEntity(made, 'actor', name);
  const { findings } = await find({ rules: ['unlinked-mention'] });
  expect(findings.map(({ quote, fix }) => [quote, fix])).toEqual([
    ['the ferry', { entity: expect.any(String) as string, name: 'the ferry' }],
    ['Morrow', { entity, name: 'MORROW' }],
  ]);
  expect(await mend(findings)).toEqual({ changed: 1, reviewed: 1, left: 0 });
  const counted = listAnnotations(made.corpus.read, { layer: 'result' }, { offset: 0, limit: 9 }).annotations;
  expect(counted.find(({ uid }) => uid === tagged.uid)).toMatchObject({ entityUid: entity, entityLink: 'person' });
  expect((await find({ rules: ['unlinked-mention'] })).findings).toEqual([]);
});

test('what is proposed to be linked is what a new tag of the same words would be linked to, whatever aliases there are', async () => {
  const forms = ['Morrow', 'the ferry', 'Ann Dell'];
  const tagged = forms.map((words, n) => tag(n === 0 ? 'location' : 'actor', words));
  const options = { split: 'never', outlet: 'Morrow Post' } as const;
  const { articles } = await made.import({ 'post.txt': `${SAMPLE_TEXT}Post.\n` }, { options });
  for (const { label, spans } of [...tagged]) {
    const { start, end } = spans[0]!;
    tagged.push(made.tag(articles[0]!.uid, label, start, end));
  }
  const entities = ['location', 'location', 'actor', 'actor'].map((label, n) =>
    addTestEntity(made, label, `Other ${n}`),
  );
  const random = fc.sample(fc.tuple(fc.nat(2), fc.nat(3), fc.boolean(), fc.boolean()), { numRuns: 12, seed: 7 });
  for (const [n, [form, entity, ofPost, neverAlone]] of random.entries()) {
    const outlet = ofPost ? 'Morrow Post' : null;
    const written = n % 2 === 0 ? forms[form]! : forms[form]!.toUpperCase();
    try {
      addAlias(made.corpus, made.sara, entities[entity]!, { form: written, outlet, neverAlone: neverAlone && n > 6 });
    } catch (error) {
      expect(error).toMatchObject({ code: 'alias-exists' });
    }
    if (n === 9) mergeEntities(made.corpus, made.sara, entities[3]!, entities[2]!);
    const proposed = (await find({ rules: ['unlinked-mention'] })).findings.map(({ annotation, fix }) => [
      annotation,
      fix,
    ]);
    const linked = tagged.map(({ uid, label, spans, article: of }) => {
      const meant = findEntityByRule(made.corpus.read, getLabel(made.corpus.read, label).uid, spans[0]!.quote, of);
      return [uid, meant && expect.objectContaining({ entity: meant })];
    });
    expect(new Map(proposed as [])).toEqual(new Map(linked.filter(([, meant]) => meant) as []));
  }
});

test('what the codebook requires and nobody has filled is listed, and nothing is proposed', async () => {
  const { attributes } = getLabel(made.corpus.read, 'claim');
  const { name } = attributes.find(({ type }) => type === 'choice')!;
  updateAttribute(made.corpus, made.sara, { label: 'claim', attribute: name, changes: { isRequired: true } });
  tag('claim', 'voted on Monday');
  const { findings } = await find({ rules: ['required-attributes'] });
  expect(findings).toMatchObject([{ quote: 'voted on Monday', fix: null }]);
  expect(findings[0]!.what).toBe(`not filled: ${name}`);
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

test('a search says how far it is until it is through, and can be stopped', async () => {
  tag('actor', 'Ann Dell');
  const progress: { done: number; total: number }[] = [];
  const job = { ...noJob, report: (each: { done: number; total: number }) => progress.push(each) };
  for (const rules of [['loose-edge'], ['near-copies'], ConsistencyRule.options] as const) {
    await findInconsistencies(made.corpus.read, null, { ...all, rules }, job);
    const { done, total } = progress.at(-1)!;
    expect(done).toBe(total);
    expect(progress.every((each) => each.done <= each.total)).toBe(true);
  }
});
