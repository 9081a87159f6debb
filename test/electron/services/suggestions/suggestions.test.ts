import { expect, test } from 'vitest';
import { NewPrediction, type Suggestion } from '#shared/domain/suggestion';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { removeAnnotations } from '../../../../electron/services/annotate.ts';
import { getLabel, updateLabel } from '../../../../electron/services/codebook.ts';
import { previewDataset } from '../../../../electron/services/dataset/export-dataset.ts';
import { addPredictions } from '../../../../electron/services/suggestions/add-predictions.ts';
import {
  dismissSuggestions,
  restoreSuggestions,
} from '../../../../electron/services/suggestions/dismiss-suggestions.ts';
import { listDismissed, listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { toSuggestionId } from '../../../../electron/services/suggestions/proposal.ts';
import { takeSuggestions } from '../../../../electron/services/suggestions/take-suggestions.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { codeOf } from '../../../helpers/code-of.ts';

const TEXT = 'the glimmer of zorn and the mild xyzzy over plugh\n';
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });

/** Words in small letters, so that nothing is found in them by their look: what is suggested is what a tool said. */
async function createPredicted(
  ...predictions: Partial<NewPrediction>[]
): Promise<{ made: TestCorpus; article: string }> {
  const made = createTestCorpus();
  const article = await made.importText(TEXT);
  await predict(made, article, ...predictions);
  return { made, article };
}

const predict = ({ corpus, sara }: TestCorpus, article: string, ...predictions: Partial<NewPrediction>[]) =>
  addPredictions(
    corpus,
    sara,
    {
      tool: 'a tool',
      predictions: predictions.map((each) => NewPrediction.parse({ article, label: 'actor', ...each })),
    },
    noJob,
  );

const list = ({ corpus }: TestCorpus, article: string, person: string | null = 'Sara') =>
  listSuggestions(corpus.read, article, person);
const toLines = (suggestions: Suggestion[]) => suggestions.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`);
const toTaken = ({ id, label, rule, spans, entityUid, attributes }: Suggestion) => ({
  id,
  label,
  rule,
  spans,
  attributes,
  ...(entityUid !== null && { entity: entityUid }),
});
const take = ({ corpus, sara }: TestCorpus, article: string, suggestions: Suggestion[], by = sara) =>
  takeSuggestions(corpus, by, { article, suggestions: suggestions.map(toTaken) });
const dismiss = ({ corpus, sara }: TestCorpus, article: string, suggestions: Suggestion[]) =>
  dismissSuggestions(corpus, sara, { article, suggestions });

test('what another tool says is suggested, with its entity, attributes, score and reason', async () => {
  const { made, article } = await createPredicted();
  const entity = addTestEntity(made, 'actor', 'Zorn');
  await predict(made, article, {
    spans: [at('zorn')],
    score: 0.75,
    entity: 'ZORN',
    attributes: { 'loaded term': true, 'no such thing': 'x' },
  });
  const [suggestion] = list(made, article);
  expect(suggestion).toMatchObject({
    article,
    label: 'actor',
    spans: [{ ...at('zorn'), quote: 'zorn' }],
    entity: 'Zorn',
    entityUid: entity,
    rule: 'prediction',
    reason: { tool: 'a tool', score: 0.75 },
    confidence: 0.75,
    attributes: { 'loaded term': true },
  });
  expect(list(made, article)).toEqual([suggestion]);
  expect(await predict(made, article, { spans: [at('zorn')] })).toEqual({ added: 0, alreadyThere: 1 });
});

test('one that is taken is an annotation that says where it came from, and undo brings the suggestion back', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')], attributes: { 'loaded term': true } });
  const before = list(made, article);
  const { annotations, unfit } = take(made, article, before);
  expect(annotations).toMatchObject([
    { label: 'actor', spans: [{ quote: 'zorn' }], origin: 'suggestion', attributes: { 'loaded term': true } },
  ]);
  expect(unfit).toEqual([]);
  expect(findRecord(made.corpus.read, 'annotation', annotations[0]!.uid)!.origin_reference).toBe(
    `${before[0]!.id} prediction`,
  );
  expect(list(made, article)).toEqual([]);
  undo(made.corpus, made.sara, false);
  expect(list(made, article)).toEqual(before);
  redo(made.corpus, made.sara, false);
  expect(list(made, article)).toEqual([]);
});

test('several are taken as one step, and those that no longer fit are named', async () => {
  const { made, article } = await createPredicted(
    { spans: [at('zorn')] },
    { spans: [at('xyzzy')], label: 'location' },
    { spans: [at('plugh')] },
  );
  const listed = list(made, article);
  made.tag(article, 'actor', at('xyzzy').start, at('xyzzy').end); // a location can be meant there no more
  const { annotations, unfit } = take(made, article, listed);
  expect(annotations.map(({ spans }) => spans[0]!.quote)).toEqual(['zorn', 'plugh']);
  expect(unfit).toEqual([listed[1]!.id]);
  undo(made.corpus, made.sara, false);
  expect(toLines(list(made, article))).toEqual(['actor: zorn', 'actor: plugh']);
});

test('one is taken as another label, without an entity of the first', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')] });
  const [suggestion] = list(made, article);
  const { annotations } = takeSuggestions(made.corpus, made.sara, {
    article,
    suggestions: [{ ...toTaken(suggestion!), as: 'location', attributes: {} }],
  });
  expect(annotations).toMatchObject([{ label: 'location', entity: null }]);
});

test('a claim is taken with the speaker, the words and the figures that it was suggested with', async () => {
  const made = createTestCorpus();
  const article = await made.importText('At least 14 people were killed on the jetty, the Harbour Authority said.\n');
  const speaker = addTestEntity(made, 'actor', 'Harbour Authority');
  const claims = list(made, article).filter(({ label }) => label === 'claim');
  expect(claims).toMatchObject([
    { attributes: { attribution: [{ who: { entity: speaker, name: 'Harbour Authority' } }], figures: [{ min: 14 }] } },
  ]);
  const { annotations } = take(made, article, claims);
  expect(annotations).toMatchObject([{ label: 'claim', attributes: claims[0]!.attributes }]);
});

test('an id that is made from something else is no suggestion', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')] });
  const [suggestion] = list(made, article);
  const other = { ...toTaken(suggestion!), spans: [at('xyzzy')] };
  expect(codeOf(() => takeSuggestions(made.corpus, made.sara, { article, suggestions: [other] }))).toBe(
    'suggestion-unknown',
  );
  expect(codeOf(() => dismissSuggestions(made.corpus, made.sara, { article, suggestions: [other] }))).toBe(
    'suggestion-unknown',
  );
});

test('a span far behind the end of the text is refused as that, whatever is tagged', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')] });
  const [suggestion] = list(made, article);
  made.tag(article, 'actor', at('zorn').start, at('zorn').end);
  const spans = [{ start: 0, end: Number.MAX_SAFE_INTEGER }];
  const label = getLabel(made.corpus.read, 'actor').uid;
  const id = toSuggestionId(article, { rule: 'prediction', label, spans });
  const far = { ...toTaken(suggestion!), id, spans };
  expect(codeOf(() => takeSuggestions(made.corpus, made.sara, { article, suggestions: [far] }))).toBe('span-past-end');
});

test('what is dismissed is proposed to that person no more, by no rule, until it is restored', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')] }, { spans: [at('plugh')] });
  const [zorn] = list(made, article);
  expect(dismiss(made, article, [zorn!, zorn!])).toBe(1);
  expect(dismiss(made, article, [zorn!])).toBe(0);
  expect(toLines(list(made, article))).toEqual(['actor: plugh']);
  expect(toLines(list(made, article, 'Omar'))).toEqual(['actor: zorn', 'actor: plugh']);
  expect(listDismissed(made.corpus.read, article, 'Sara')).toMatchObject([
    { id: zorn!.id, label: 'actor', rule: 'prediction', spans: [{ quote: 'zorn' }] },
  ]);
  undo(made.corpus, made.sara, false);
  expect(list(made, article)).toHaveLength(2);
  redo(made.corpus, made.sara, false);
  expect(restoreSuggestions(made.corpus, made.sara, { article, ids: [zorn!.id] })).toBe(1);
  expect(list(made, article)).toHaveLength(2);
  dismiss(made, article, [zorn!]);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('of those that cannot stand together the surest is kept, and a claim may hold a name', async () => {
  const { made, article } = await createPredicted(
    { spans: [at('zorn')], score: 0.4 },
    { spans: [at('zorn and the mild xyzzy')], score: 0.9, label: 'location' },
    { spans: [at('plugh')], score: 0.3 },
    { spans: [at('over plugh')], score: 0.2 },
    { spans: [{ start: 0, end: TEXT.length - 1 }], score: 0.1, label: 'claim' },
  );
  expect(toLines(list(made, article))).toEqual([
    `claim: ${TEXT.trim()}`,
    'location: zorn and the mild xyzzy',
    'actor: plugh',
  ]);
});

test('half a character in the name of an attribute, as another tool may cut it, keeps nothing else out', async () => {
  const { made, article } = await createPredicted({
    spans: [at('zorn')],
    attributes: { 'cut \uD83D': { '\uDE00': 'x' }, 'loaded term': true },
  });
  expect(list(made, article)).toMatchObject([{ attributes: { 'loaded term': true } }]);
});

test('a retired label is not proposed', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')] });
  updateLabel(made.corpus, made.sara, 'actor', { retired: true });
  expect(list(made, article)).toEqual([]);
});

test('where nobody is known, what anybody has tagged is left out; else only what the person has', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')] }, { spans: [at('plugh')] });
  made.tag(article, 'actor', at('plugh').start, at('plugh').end, 'Omar');
  expect(toLines(list(made, article, null))).toEqual(['actor: zorn']);
  expect(toLines(list(made, article))).toEqual(['actor: zorn', 'actor: plugh']);
  expect(toLines(list(made, article, 'Omar'))).toEqual(['actor: zorn']);
  expect(toLines(list(made, article, 'Somebody new'))).toEqual(['actor: zorn', 'actor: plugh']);
});

test('nothing that is suggested counts or is exported', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')] }, { spans: [at('plugh')] });
  const [zorn] = list(made, article);
  const count = () => listAnnotations(made.corpus.read, { layer: 'result' }, { offset: 0, limit: 10 }).total;
  const preview = async () => (await previewDataset(made.corpus, { format: 'jsonl', filter: {} }, noJob)).annotations;
  dismiss(made, article, [list(made, article)[1]!]);
  expect([count(), await preview()]).toEqual([0, 0]);
  const { annotations } = take(made, article, [zorn!]);
  expect([count(), await preview()]).toEqual([1, 1]);
  removeAnnotations(made.corpus, made.sara, [annotations[0]!.uid]);
  expect([count(), await preview()]).toEqual([0, 0]);
});

test('predictions of which one cannot be kept leave nothing, and their undo is one step', async () => {
  const { made, article } = await createPredicted({ spans: [at('zorn')] }, { spans: [at('plugh')] });
  await expect(
    predict(made, article, { spans: [at('mild')] }, { spans: [{ start: 0, end: 1000 }] }),
  ).rejects.toMatchObject({ code: 'span-past-end' });
  expect(toLines(list(made, article))).toEqual(['actor: zorn', 'actor: plugh']);
  undo(made.corpus, made.sara, false);
  expect(list(made, article)).toEqual([]);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});
