import { expect, test } from 'vitest';
import { PropagationOptions } from '#shared/domain/propagation';
import { NewPrediction, type Suggestion } from '#shared/domain/suggestion';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { updateLabel } from '../../../../electron/services/codebook.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { addAlias } from '../../../../electron/services/entities/entity-aliases.ts';
import { mergeEntities } from '../../../../electron/services/entities/merge-entities.ts';
import { addPerson } from '../../../../electron/services/people.ts';
import { applyPlaces } from '../../../../electron/services/propagate/apply-places.ts';
import { tagHits } from '../../../../electron/services/search/tag-hits.ts';
import { addPredictions } from '../../../../electron/services/suggestions/add-predictions.ts';
import { listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const FIRST = 'then zorn gave xyzzy to the mild one\n';
const SECOND = 'later zorn took xyzzy from the other one\n';
const zorn = { start: 5, end: 9 };
const xyzzy = { start: 15, end: 20 };

/** Two articles of words that are no names by their look. */
async function createPair(): Promise<{ made: TestCorpus; first: string; second: string }> {
  const made = createTestCorpus();
  const first = await made.importText(FIRST, 'first.txt');
  const second = await made.importText(SECOND, 'second.txt');
  return { made, first, second };
}

const list = ({ corpus }: TestCorpus, article: string, person = 'Sara') =>
  listSuggestions(corpus.read, article, person);
const toLines = (suggestions: Suggestion[]) =>
  suggestions.map(({ label, spans, entity, rule }) => `${label}: ${spans[0]!.quote} (${entity ?? '–'}) by ${rule}`);

function addEntity(
  { corpus, sara }: TestCorpus,
  name: string,
  { label = 'actor', aliases = [] as { form: string; outlet?: string | null; neverAlone?: boolean }[] } = {},
) {
  const full = aliases.map(({ form, outlet = null, neverAlone = false }) => ({ form, outlet, neverAlone }));
  return createEntity(corpus, sara, { label, name, aliases: full, annotations: [] }).uid;
}

test('what was tagged in one article is suggested in another at once, and no more once that is undone', async () => {
  const { made, first, second } = await createPair();
  made.tag(first, 'actor', zorn.start, zorn.end);
  expect(toLines(list(made, second))).toEqual(['actor: zorn (–) by tagged']);
  undo(made.corpus, made.sara, false);
  expect(list(made, second)).toEqual([]);
});

test('tags of a long write are known once it is published, and no more once it is undone', async () => {
  const { made, first, second } = await createPair();
  await tagHits(made.corpus, made.sara, { hits: [{ article: first, ...zorn }], label: 'actor', query: 'zorn' }, noJob);
  expect(list(made, second)).toHaveLength(1);
  undo(made.corpus, made.sara, false);
  expect(list(made, second)).toEqual([]);
});

test('an alias names its entity, and of one that was merged what it was merged into', async () => {
  const { made, second } = await createPair();
  const one = addEntity(made, 'Zorn Front', { aliases: [{ form: 'zorn' }] });
  expect(toLines(list(made, second))).toEqual(['actor: zorn (Zorn Front) by alias']);
  mergeEntities(made.corpus, made.sara, one, addEntity(made, 'Great Zorn'));
  expect(toLines(list(made, second))).toEqual(['actor: zorn (Great Zorn) by alias']);
});

test('an alias of two entities names none, unless the outlet of the article uses it for one', async () => {
  const { made, second } = await createPair();
  editArticle(made.corpus, made.sara, second, { outlet: 'The Lamp' });
  addEntity(made, 'Zorn Front', { aliases: [{ form: 'zorn' }] });
  const other = addEntity(made, 'Zorn Valley Council', { aliases: [{ form: 'zorn' }] });
  expect(list(made, second).map(({ entity }) => entity)).toEqual([null]);
  addAlias(made.corpus, made.sara, other, { form: 'zorn', outlet: 'The Lamp', neverAlone: false });
  expect(list(made, second).map(({ entity }) => entity)).toEqual(['Zorn Valley Council']);
});

test('an alias that never says by itself who is meant names nobody', async () => {
  const { made, second } = await createPair();
  addEntity(made, 'Zorn Front', { aliases: [{ form: 'zorn', neverAlone: true }] });
  expect(list(made, second).filter(({ entity }) => entity !== null)).toEqual([]);
});

test('a rule that was kept is offered in an article that comes later, and to who tags it blind only where it is their own', async () => {
  const { made, first } = await createPair();
  addPerson(made.corpus, 'Omar');
  const { uid: annotation } = made.tag(first, 'actor', zorn.start, zorn.end);
  const options = PropagationOptions.parse({});
  const asked = { annotation, scope: 'corpus' as const, options, hits: [], keepRule: true };
  await applyPlaces(made.corpus, made.sara, asked, noJob);
  const third = await made.importText('now ZORN is back\n', 'third.txt');
  expect(toLines(list(made, third))).toEqual(['actor: ZORN (–) by propagation']);
  setAssignments(made.corpus, made.sara, { articles: [third], people: ['Omar', 'Sara'], blind: true });
  expect(toLines(list(made, third))).toEqual(['actor: ZORN (–) by propagation']);
  expect(toLines(list(made, third, 'Omar'))).not.toContain('actor: ZORN (–) by propagation');
});

test('a team’s own label with kinds of entities is suggested, one without them or retired is not', async () => {
  const { made, first, second } = await createPair();
  updateLabel(made.corpus, made.sara, 'location', { name: 'place' });
  made.tag(first, 'place', xyzzy.start, xyzzy.end);
  expect(list(made, second).map(({ label }) => label)).toEqual(['place']);
  updateLabel(made.corpus, made.sara, 'place', { entityKinds: [] });
  expect(list(made, second)).toEqual([]);
  updateLabel(made.corpus, made.sara, 'place', { entityKinds: ['town'], retired: true });
  expect(list(made, second)).toEqual([]);
});

test('in an article that is tagged blind nothing rests on another’s tags on it, but for what stands elsewhere too', async () => {
  const { made, first, second } = await createPair();
  addPerson(made.corpus, 'Omar');
  const seen = () => toLines(list(made, first, 'Omar'));
  made.tag(first, 'actor', zorn.start, zorn.end, 'Sara');
  expect(seen()).toEqual(['actor: zorn (–) by tagged']);
  setAssignments(made.corpus, made.sara, { articles: [first], people: ['Omar'], blind: true });
  expect(seen()).toEqual([]);
  made.tag(second, 'actor', 6, 10, 'Sara');
  expect(seen()).toEqual(['actor: zorn (–) by tagged']);
  undo(made.corpus, made.sara, false);
  made.tag(first, 'actor', xyzzy.start, xyzzy.end, 'Omar');
  expect(seen()).toEqual([]);
  expect(toLines(list(made, second, 'Omar'))).toEqual(['actor: zorn (–) by tagged', 'actor: xyzzy (–) by tagged']);
});

test('in an article that is tagged blind no tool is heard, and no name that another has learnt from it', async () => {
  const { made, first, second } = await createPair();
  addPerson(made.corpus, 'Omar');
  const predictions = [NewPrediction.parse({ article: first, label: 'actor', spans: [xyzzy] })];
  await addPredictions(made.corpus, made.sara, { tool: 'a tool', predictions }, noJob);
  const { uid } = made.tag(first, 'actor', zorn.start, zorn.end, 'Sara');
  const alias = { form: 'zorn', outlet: null, neverAlone: false };
  const entity = { label: 'actor', name: 'Zorn Front', aliases: [alias], annotations: [uid] };
  createEntity(made.corpus, made.sara, entity);
  const seen = () => toLines(list(made, first, 'Omar'));
  expect(seen()).toEqual(['actor: zorn (Zorn Front) by alias', 'actor: xyzzy (–) by prediction']);
  setAssignments(made.corpus, made.sara, { articles: [first], people: ['Omar'], blind: true });
  expect(seen()).toEqual([]);
  expect(toLines(list(made, second, 'Omar'))).toEqual(['actor: zorn (Zorn Front) by alias']);
});

test('a name that was tagged in several ways of writing is one, in the way that it stands most often', async () => {
  const made = createTestCorpus();
  const tagged = await made.importText('zorn zorn zórn zorn', 'tagged.txt');
  for (const start of [0, 5, 10]) made.tag(tagged, 'actor', start, start + 4);
  const other = await made.importText('then zorn left\n', 'other.txt');
  expect(list(made, other)).toMatchObject([{ rule: 'tagged', reason: { form: 'zorn', n: 3 } }]);
});

test('who said something is whom the person has tagged there, whatever the name means elsewhere', async () => {
  const made = createTestCorpus();
  const text = 'At least 14 people were killed on the jetty, the Harbour Authority said.\n';
  const start = text.indexOf('Harbour Authority');
  const spans = [{ start, end: start + 'Harbour Authority'.length }];
  const [front, council] = [addEntity(made, 'Zorn Front'), addEntity(made, 'Zorn Valley Council')];
  const articles: string[] = [];
  for (const [n, entity] of [front, council, council].entries()) {
    const article = await made.importText(`${text}${'Again.\n'.repeat(n)}`, `${n}.txt`);
    createAnnotation(made.corpus, made.sara, { article, label: 'actor', spans, entity });
    articles.push(article);
  }
  const speakers = articles.map((article) => list(made, article).find(({ label }) => label === 'claim')?.attributes);
  expect(speakers).toMatchObject(
    ['Zorn Front', 'Zorn Valley Council', 'Zorn Valley Council'].map((name) => ({
      attribution: [{ who: { name } }],
    })),
  );
});
