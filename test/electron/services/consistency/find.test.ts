import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { ConsistencyRule } from '#shared/domain/consistency';
import { listArticles } from '../../../../electron/corpus/repositories/article-repository.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { findInconsistencies } from '../../../../electron/services/consistency/find.ts';
import { setExempt } from '../../../../electron/services/consistency/fix.ts';
import { updateAttribute } from '../../../../electron/services/codebook-attributes.ts';
import { getLabel } from '../../../../electron/services/codebook.ts';
import { addAlias } from '../../../../electron/services/entities/entity-aliases.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { findEntityByRule } from '../../../../electron/services/entities/link-by-rule.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { allFindings, createForFindings, type ForFindings } from '../../../helpers/consistency.ts';
import { noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';

let made: ForFindings['made'];
let article: ForFindings['article'];
let find: ForFindings['find'];
let tag: ForFindings['tag'];
let mend: ForFindings['mend'];
let importAgain: ForFindings['importAgain'];
beforeEach(async () => {
  ({ made, article, find, tag, mend, importAgain } = await createForFindings());
});

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

test('where two labels are as frequent nothing is proposed', async () => {
  tag('location', 'Morrow');
  const start = SAMPLE_TEXT.indexOf('Morrow');
  made.tag(await importAgain('Again'), 'actor', start, start + 6);
  expect((await find({ rules: ['form-labels'] })).findings).toMatchObject([{ fix: null }]);
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

test('a search says how far it is until it is through, and can be stopped', async () => {
  tag('actor', 'Ann Dell');
  const progress: { done: number; total: number }[] = [];
  const job = { ...noJob, report: (each: { done: number; total: number }) => progress.push(each) };
  for (const rules of [['loose-edge'], ['near-copies'], ConsistencyRule.options] as const) {
    await findInconsistencies(made.corpus.read, null, { ...allFindings, rules }, job);
    const { done, total } = progress.at(-1)!;
    expect(done).toBe(total);
    expect(progress.every((each) => each.done <= each.total)).toBe(true);
  }
});
