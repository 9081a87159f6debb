import { expect, test } from 'vitest';
import { PropagationOptions } from '#shared/domain/propagation';
import { createFormFinder } from '#shared/text/find-forms';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { listRules } from '../../../../electron/corpus/repositories/propagation-repository.ts';
import { getArticleText } from '../../../../electron/corpus/repositories/article-repository.ts';
import { ArticleId } from '#shared/domain/ids';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { addLabel, updateLabel } from '../../../../electron/services/codebook.ts';
import { deleteSomeRemoved } from '../../../../electron/services/discard-batch.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { addAlias } from '../../../../electron/services/entities/entity-aliases.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import type { Job } from '../../../../electron/services/job.ts';
import { ensureAnnotator } from '../../../../electron/services/join.ts';
import { mergeOutlets, updateOutlet } from '../../../../electron/services/outlets.ts';
import { applyPlaces, type PlacesToTag } from '../../../../electron/services/propagate/apply-places.ts';
import { countOffered } from '../../../../electron/services/propagate/count-offered.ts';
import { findPlaces } from '../../../../electron/services/propagate/find-places.ts';
import { setRetired } from '../../../../electron/services/propagate/keep-rule.ts';
import { listRuleForms } from '../../../../electron/services/propagate/rule-forms.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

type Asked = Partial<Omit<PlacesToTag, 'options'>> & { annotation: string; options?: Partial<PropagationOptions> };

const toAsked = ({ options, ...asked }: Asked): PlacesToTag => ({
  scope: 'article',
  hits: [],
  keepRule: false,
  ...asked,
  options: PropagationOptions.parse(options ?? {}),
});
const look = ({ corpus, sara }: TestCorpus, asked: Asked, limit = 10_000) =>
  findPlaces(corpus.read, sara, { ...toAsked(asked), context: 10, limit }, noJob);
const apply = ({ corpus, sara }: TestCorpus, asked: Asked, job = noJob) =>
  applyPlaces(corpus, sara, toAsked(asked), job);
const list = ({ corpus }: TestCorpus) => listAnnotations(corpus.read, {}, { offset: 0, limit: 20_000 }).annotations;

/** Tags the words where they stand first. */
function tagWords(made: TestCorpus, article: string, label: string, words: string, by = 'Sara') {
  const start = getArticleText(made.corpus.read, ArticleId.parse(article)).indexOf(words);
  return made.tag(article, label, start, start + words.length, by);
}

test('the same name elsewhere in the article is found with what stands around it, exactly', async () => {
  const made = createTestCorpus();
  const text = '😀 The Reef Front met. Reef Front’s men left; the REEF FRONT stayed 😀.';
  const article = await made.importText(text);
  const { uid } = tagWords(made, article, 'actor', 'Reef Front');
  const { hits, skipped, isWhole, articles } = await look(made, { annotation: uid });
  expect(hits.map(({ match }) => match)).toEqual(['Reef Front', 'REEF FRONT']);
  for (const { start, end, left, match, right } of hits)
    expect(text.slice(start - left.length, end + right.length)).toBe(left + match + right);
  expect({ skipped, isWhole, articles }).toEqual({ skipped: 0, isWhole: true, articles: 1 });
});

test('an outlet and the corpus are looked through, the article alone by itself', async () => {
  const made = createTestCorpus();
  const first = await made.importText('Morrow here.\n', '1.txt');
  const second = await made.importText('Morrow there, morrow everywhere.\n', '2.txt');
  await made.importText('Morrow elsewhere.\n', '3.txt');
  for (const article of [first, second])
    editArticle(made.corpus, made.sara, ArticleId.parse(article), { outlet: 'Tide' });
  const annotation = tagWords(made, first, 'location', 'Morrow').uid;
  const count = async (scope: PlacesToTag['scope']) => (await look(made, { annotation, scope })).hits.length;
  expect([await count('article'), await count('outlet'), await count('corpus')]).toEqual([0, 2, 3]);
});

test('beginnings of words are found in other articles too, after joined particles as well', async () => {
  const made = createTestCorpus();
  const first = await made.importText('Morrow met. قالت.\n', '1.txt');
  await made.importText('Then Morrowites came. وقالت.\n', '2.txt');
  const matches = async (words: string, wholeWord: boolean) => {
    const annotation = tagWords(made, first, 'location', words).uid;
    return (await look(made, { annotation, scope: 'corpus', options: { wholeWord } })).hits.map(({ match }) => match);
  };
  expect(await matches('Morrow', true)).toEqual([]);
  expect(await matches('Morrow', false)).toEqual(['Morrow']);
  expect(await matches('قالت', false)).toEqual(['قالت']);
});

test('an outlet that is not known cannot be looked through', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow here.\n');
  const annotation = tagWords(made, article, 'location', 'Morrow').uid;
  await expect(look(made, { annotation, scope: 'outlet' })).rejects.toMatchObject({
    code: 'propagation-without-outlet',
  });
});

test('the other names of its entity are found too, but for those that mean nobody by themselves or are another outlet’s', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Islamic State fled. IS said it is Daesh; militants and the caliphate.');
  const entity = createEntity(made.corpus, made.sara, {
    label: 'actor',
    name: 'Islamic State',
    aliases: [],
    annotations: [],
  });
  const alias = (form: string, more = {}) =>
    addAlias(made.corpus, made.sara, entity.uid, { form, outlet: null, neverAlone: false, ...more });
  editArticle(made.corpus, made.sara, ArticleId.parse(await made.importText('Other.\n', '2.txt')), { outlet: 'Tide' });
  alias('IS');
  alias('Daesh');
  alias('militants', { neverAlone: true });
  alias('the caliphate', { outlet: 'Tide' });
  const annotation = tagWords(made, article, 'actor', 'Islamic State').uid;
  const { hits } = await look(made, { annotation });
  expect(hits.map(({ match, form }) => [match, form])).toEqual([
    ['IS', 'IS'],
    ['Daesh', 'Daesh'],
  ]);
  expect((await look(made, { annotation, options: { withAliases: false } })).hits).toEqual([]);
  editArticle(made.corpus, made.sara, ArticleId.parse(article), { outlet: 'Tide' });
  expect((await look(made, { annotation })).hits.at(-1)).toMatchObject({ match: 'the caliphate' });
});

test('what names an entity that was merged is propagated as what it was merged into', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow and Morrow.');
  const add = (name: string) =>
    createEntity(made.corpus, made.sara, { label: 'actor', name, aliases: [], annotations: [] }).uid;
  const [morrow, tide] = [add('Morrow'), add('Tide')];
  const annotation = tagWords(made, article, 'actor', 'Morrow').uid;
  mergeEntities(made.corpus, made.sara, morrow, tide);
  const { hits } = await look(made, { annotation, scope: 'corpus' });
  await apply(made, { annotation, hits, keepRule: true, scope: 'corpus' });
  const entities = `SELECT e.uid FROM annotation n JOIN entity e ON e.id = n.entity_id ORDER BY n.id`;
  expect(made.corpus.read.prepare(entities).pluck().all()).toEqual([morrow, tide]);
  expect(
    made.corpus.read.prepare('SELECT e.uid FROM propagation_rule r JOIN entity e ON e.id = r.entity_id').pluck().all(),
  ).toEqual([tide]);
});

test('Arabic is found in all its ways of writing, or in the one that is asked for', async () => {
  const made = createTestCorpus();
  const article = await made.importText('قالت البلدية إن المدينة ستعود. وفي المدينه قالت الْمَدِينَة والمدينة.');
  const annotation = tagWords(made, article, 'location', 'المدينة').uid;
  const matches = async (options: Partial<PropagationOptions>) =>
    (await look(made, { annotation, options })).hits.map(({ match }) => match);
  expect(await matches({})).toEqual(['المدينه', 'الْمَدِينَة']);
  expect(await matches({ matchLetters: true })).toEqual(['الْمَدِينَة']);
  expect(await matches({ matchMarks: true })).toEqual(['المدينه']);
  expect(await matches({ wholeWord: false })).toEqual(['المدينه', 'الْمَدِينَة', 'المدينة']);
});

test('what the person has tagged with the same label or one that excludes it is left out and counted', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow, Morrow, Morrow, Morrow, New Morrow, Morrow.');
  const annotation = made.tag(article, 'location', 0, 6).uid;
  made.tag(article, 'location', 8, 14);
  made.tag(article, 'actor', 16, 22);
  made.tag(article, 'claim', 24, 30);
  made.tag(article, 'location', 32, 42);
  made.tag(article, 'location', 44, 50, 'Omar');
  const { hits, skipped } = await look(made, { annotation });
  expect(hits.map(({ start }) => start)).toEqual([24, 44]);
  expect(skipped).toBe(3);
  const all = await look(made, { annotation, options: { skipTagged: false } });
  expect(all.hits.map(({ start, tagged }) => [start, tagged !== null])).toEqual([
    [8, true],
    [16, true],
    [24, false],
    [36, true],
    [44, false],
  ]);
});

test('another’s annotation can be propagated too, to one’s own layer and to its own place', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow and Morrow.');
  const annotation = made.tag(article, 'location', 0, 6, 'Omar').uid;
  const { hits } = await look(made, { annotation });
  expect(hits.map(({ start }) => start)).toEqual([0, 11]);
});

test('hits are tagged with label and entity of the source as one step, without its attributes and note', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Reef Front, Reef Front, Reef Front.');
  const { uid } = made.tag(article, 'actor', 0, 10);
  const { uid: entity } = createEntity(made.corpus, made.sara, {
    label: 'actor',
    name: 'Reef Front',
    aliases: [],
    annotations: [],
  });
  const changes = { entity, note: 'see below', attributes: { 'loaded term': true } };
  updateAnnotation(made.corpus, made.sara, uid, changes);
  const { hits } = await look(made, { annotation: uid });
  expect(await apply(made, { annotation: uid, hits })).toEqual({ tagged: 2, alreadyTagged: 0, rule: null });
  expect(list(made).slice(1)).toMatchObject(
    [12, 24].map((start) => ({
      ...{ label: 'actor', entityUid: entity, entityLink: 'person', origin: 'propagation', note: '', attributes: {} },
      spans: [{ start, end: start + 10, quote: 'Reef Front' }],
    })),
  );
  const references = made.corpus.read.prepare(`SELECT origin_reference FROM annotation WHERE origin = 'propagation'`);
  expect(references.pluck().all()).toEqual([uid, uid]);
  undo(made.corpus, made.sara, false);
  expect(list(made)).toHaveLength(1);
  redo(made.corpus, made.sara, false);
  expect(list(made)).toHaveLength(3);
});

test('what was tagged between looking and tagging is left as it is', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow, Morrow, Morrow.');
  const annotation = made.tag(article, 'location', 0, 6).uid;
  const { hits } = await look(made, { annotation });
  made.tag(article, 'actor', 8, 14);
  expect(await apply(made, { annotation, hits })).toMatchObject({ tagged: 1, alreadyTagged: 1 });
  expect(await apply(made, { annotation, hits: hits.slice(1), options: { skipTagged: false } })).toMatchObject({
    tagged: 0,
    alreadyTagged: 1,
  });
});

test('thousands of hits in one article are one undo, and nobody sees any before all are there', async () => {
  const made = createTestCorpus();
  const article = await made.importText(Array.from({ length: 5001 }, (_, n) => `Morrow ${n}.`).join('\n'));
  const annotation = made.tag(article, 'location', 0, 6).uid;
  const { hits } = await look(made, { annotation });
  expect(hits).toHaveLength(5000);
  const seen = new Set<number>();
  const told: string[][] = [];
  made.corpus.onChange = ({ kinds }) => void told.push(kinds);
  const count = made.corpus.read.prepare<[], number>(`SELECT count(*) FROM annotation n
    WHERE n.batch_id IS NULL OR n.batch_id IN (SELECT id FROM batch WHERE state = 'published')`);
  const job: Job = { report: () => void seen.add(count.pluck().get()!), isCancelled: () => false };
  expect(await apply(made, { annotation, hits }, job)).toMatchObject({ tagged: 5000 });
  expect([...seen]).toEqual([1]);
  expect(told).toEqual([['batch']]);
  expect(list(made)).toHaveLength(5001);
  undo(made.corpus, made.sara, false);
  expect(list(made)).toHaveLength(1);
});

test('nothing stays of a propagation that is stopped, or of which a place cannot be tagged', async () => {
  const made = createTestCorpus();
  const article = await made.importText(Array.from({ length: 200 }, () => 'Morrow.').join('\n'));
  const annotation = made.tag(article, 'location', 0, 6).uid;
  const asked = { annotation, scope: 'corpus', keepRule: true, hits: (await look(made, { annotation })).hits } as const;
  let reports = 0;
  const stopped: Job = { report: () => void (reports += 1), isCancelled: () => reports === 3 };
  await expect(apply(made, asked, stopped)).rejects.toMatchObject({ code: 'cancelled' });
  const past = { ...asked, hits: [...asked.hits, { article, start: 0, end: 100_000 }] };
  await expect(apply(made, past)).rejects.toMatchObject({ code: 'span-past-end' });
  while (deleteSomeRemoved(made.corpus.writer!.db));
  expect(made.corpus.read.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(1);
  expect(listRules(made.corpus.read)).toEqual([]);
});

test('more hits than are asked for are said to be there', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow, Morrow, Morrow.');
  const annotation = made.tag(article, 'location', 0, 6).uid;
  expect(await look(made, { annotation }, 1)).toMatchObject({ isWhole: false, hits: [{ start: 8 }] });
});

test('a rule is kept for an outlet or the corpus, once, and goes and comes with its tags', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow, Morrow.');
  const annotation = made.tag(article, 'location', 0, 6).uid;
  const { hits } = await look(made, { annotation });
  expect(await apply(made, { annotation, keepRule: true })).toEqual({ tagged: 0, alreadyTagged: 0, rule: null });
  const { rule } = await apply(made, { annotation, hits, keepRule: true, scope: 'corpus' });
  expect(listRules(made.corpus.read)).toMatchObject([
    {
      uid: rule,
      label: 'location',
      forms: ['Morrow'],
      outlet: null,
      annotator: 'Sara',
      wholeWord: true,
      retired: false,
    },
  ]);
  expect((await apply(made, { annotation, keepRule: true, scope: 'corpus' })).rule).toBe(rule);
  expect(made.corpus.read.prepare(`SELECT origin_reference FROM annotation WHERE id = 2`).pluck().get()).toBe(rule);
  undo(made.corpus, made.sara, false);
  expect(listRules(made.corpus.read)).toEqual([]);
  redo(made.corpus, made.sara, false);
  expect(listRules(made.corpus.read)).toHaveLength(1);
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
});

test('a rule is of its own label, where another is called the same', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow, Morrow.');
  const annotation = made.tag(article, 'location', 0, 6).uid;
  await apply(made, { annotation, keepRule: true, scope: 'corpus' });
  updateLabel(made.corpus, made.sara, 'location', { name: 'place' });
  addLabel(made.corpus, ensureAnnotator(made.corpus, 'Omar'), { name: 'location' });
  undo(made.corpus, made.sara, false); // both are called so now
  const label = made.corpus.read.prepare('SELECT l.uid FROM annotation n JOIN label l ON l.id = n.label_id').pluck();
  expect(listRuleForms(made.corpus.read, article)).toMatchObject([{ label: label.get() }]);
});

test('what rules would tag in articles that come is counted, each place once', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow, Morrow.', '1.txt');
  const annotation = made.tag(article, 'location', 0, 6).uid;
  const other = await made.importText('Old Morrow, new Morrow.', '2.txt');
  expect(await countOffered(made.corpus.read, [other])).toBeNull();
  await apply(made, { annotation, keepRule: true, scope: 'corpus' });
  await apply(made, { annotation, keepRule: true, scope: 'corpus', options: { matchCase: true } });
  const third = await made.importText('Nothing.', '3.txt');
  expect(await countOffered(made.corpus.read, [other, third])).toEqual({ places: 2, articles: 1 });
  expect(await countOffered(made.corpus.read, [third])).toBeNull();
  expect(await countOffered(made.corpus.read, Array<string>(201).fill(other))).toBeNull(); // too many to wait for
});

test('rules hold in the articles of their outlet, under whatever name, until they are retired', async () => {
  const made = createTestCorpus();
  const article = await made.importText('Morrow, Morrow.', '1.txt');
  const other = await made.importText('Old Morrow and al-Morrow.', '2.txt');
  editArticle(made.corpus, made.sara, ArticleId.parse(article), { outlet: 'Tide' });
  editArticle(made.corpus, made.sara, ArticleId.parse(other), { outlet: 'The Tide' });
  const annotation = made.tag(article, 'location', 0, 6).uid;
  const { rule } = await apply(made, { annotation, keepRule: true, scope: 'outlet', options: { matchCase: true } });
  expect(listRuleForms(made.corpus.read, other)).toEqual([]);
  mergeOutlets(made.corpus, made.sara, 'The Tide', 'Tide');
  updateOutlet(made.corpus, made.sara, 'Tide', { name: 'Tide Daily' });
  const [found] = listRuleForms(made.corpus.read, other);
  expect(found).toMatchObject({ rule, entity: null, matchCase: true, forms: [{ form: 'Morrow' }] });
  expect(createFormFinder(found!.forms, found!)('Old Morrow and al-Morrow.')).toMatchObject([
    { start: 4 },
    { start: 15 },
  ]);
  setRetired(made.corpus, made.sara, rule!, true);
  expect(listRuleForms(made.corpus.read, other)).toEqual([]);
  expect(listRules(made.corpus.read)).toMatchObject([{ retired: true }]);
  undo(made.corpus, made.sara, false);
  expect(listRuleForms(made.corpus.read, other)).toHaveLength(1);
});
