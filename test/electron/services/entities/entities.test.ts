import { describe, expect, test } from 'vitest';
import type { Entity, NewEntity } from '#shared/domain/entity';
import { getAnnotation } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { getEntityByRef, listEntities } from '../../../../electron/corpus/repositories/entity-repository.ts';
import { suggestEntities } from '../../../../electron/corpus/repositories/entity-suggest.ts';
import { createEntity, removeEntity, updateEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { addAlias, removeAlias, updateAlias } from '../../../../electron/services/entities/entity-aliases.ts';
import { confirmLinks, linkAnnotations, linkForms } from '../../../../electron/services/entities/link-entities.ts';
import { mergeEntities, splitEntity, unmergeEntity } from '../../../../electron/services/entities/merge-entities.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { codeOf } from '../../../helpers/code-of.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const TEXT = `The River Guard and the Guard

The River Guard took the bridge. The Guard said that the Harbour Union fled; the Union denied it.
Al-Nahr guards spoke to the union. The River Guard held.
`;

type Made = TestCorpus & { article: string };
async function createMade(outlet = 'Morrow Post'): Promise<Made> {
  const made = createTestCorpus();
  const { articles } = await made.import({ 'page.txt': TEXT }, { options: { outlet, split: 'never' } });
  return Object.assign(made, { article: articles[0]!.uid });
}

/** Tags the nth place where these words stand. */
function tag(made: Made, words: string, { n = 0, label = 'actor', by = 'Sara' } = {}) {
  let start = -1;
  for (let i = 0; i <= n; i += 1) start = TEXT.indexOf(words, start + 1);
  return made.tag(made.article, label, start, start + words.length, by);
}

const blank: NewEntity & { annotations: string[] } = { label: 'actor', name: '', aliases: [], annotations: [] };
const alias = (form: string, outlet: string | null = null, neverAlone = false) => ({ form, outlet, neverAlone });
const create = ({ corpus, sara }: TestCorpus, name: string, fields: Partial<typeof blank> = {}) =>
  createEntity(corpus, sara, { ...blank, name, ...fields });
const list = ({ corpus }: TestCorpus, filter = {}) =>
  listEntities(corpus.read, filter, { sort: 'count', offset: 0, limit: 100, details: true });
const formsOf = ({ details }: Entity) =>
  details.forms.map(({ form, outlet, count }) => `${form} (${outlet ?? '?'}) ${count}`);

describe('a new mention', () => {
  test('is linked by rule to the one entity that has its folded form as an alias', async () => {
    const made = await createMade();
    const guard = create(made, 'River Guard', { aliases: [alias('the guard')] });
    expect(tag(made, 'The Guard')).toMatchObject({
      entity: 'River Guard',
      entityUid: guard.uid,
      entityLink: 'rule',
    });
    expect(tag(made, 'Harbour Union')).toMatchObject({ entity: null, entityLink: null });
    expect(tag(made, 'River Guard', { label: 'location' })).toMatchObject({ entity: null });
  });

  test('is linked to none where two have the form, or where it says nothing by itself', async () => {
    const made = await createMade();
    create(made, 'River Guard', { aliases: [alias('the Guard', null, true)] });
    create(made, 'Harbour Union', { aliases: [alias('the Union')] });
    create(made, 'Union of Ferrymen', { aliases: [alias('The union')] });
    expect(tag(made, 'The Guard').entity).toBeNull();
    expect(tag(made, 'the Union').entity).toBeNull();
  });

  test('in an article of an outlet goes by the aliases that this outlet uses first', async () => {
    const made = await createMade();
    create(made, 'Harbour Union', { aliases: [alias('the Union')] });
    create(made, 'Union of Ferrymen', { aliases: [alias('the union', 'Morrow Post')] });
    expect(tag(made, 'the Union').entity).toBe('Union of Ferrymen');
  });

  test('of an entity that was merged is linked to what it was merged into', async () => {
    const made = await createMade();
    create(made, 'River Guard');
    create(made, 'Nahr Guards', { aliases: [alias('Al-Nahr guards')] });
    mergeEntities(made.corpus, made.sara, 'Nahr Guards', 'River Guard');
    expect(tag(made, 'Al-Nahr guards').entity).toBe('River Guard');
  });
});

describe('links', () => {
  test('count by form as written and by outlet, and those by rule apart', async () => {
    const made = await createMade();
    create(made, 'River Guard', { aliases: [alias('the Guard')] });
    const first = tag(made, 'River Guard');
    tag(made, 'River Guard', { n: 1 });
    tag(made, 'The Guard');
    confirmLinks(made.corpus, made.sara, { annotations: [first.uid] });
    const guard = getEntityByRef(made.corpus.read, 'the guard');
    expect(formsOf(guard)).toEqual(['River Guard (Morrow Post) 2', 'The Guard (Morrow Post) 1']);
    expect(guard).toMatchObject({ count: 3, byRule: 2, outlets: [{ outlet: 'Morrow Post', count: 3 }] });
  });

  test('are confirmed all of one form at once, and that is one undo', async () => {
    const made = await createMade();
    create(made, 'River Guard', { aliases: [alias('the Guard')] });
    tag(made, 'River Guard');
    tag(made, 'River Guard', { n: 1, by: 'Omar' });
    tag(made, 'The Guard');
    expect(confirmLinks(made.corpus, made.sara, { entity: 'River Guard', form: 'River Guard' })).toBe(2);
    expect(list(made).entities[0]!.byRule).toBe(1);
    undo(made.corpus, made.sara, false);
    expect(list(made).entities[0]!.byRule).toBe(2); // Omar's is of a layer that does not count here
  });

  test('by a person are put and taken for many annotations as one step, of one’s own only', async () => {
    const made = await createMade();
    create(made, 'River Guard');
    const own = [tag(made, 'The Guard'), tag(made, 'Al-Nahr guards')].map(({ uid }) => uid);
    const omars = tag(made, 'the Union', { by: 'Omar' }).uid;
    expect(linkAnnotations(made.corpus, made.sara, own, 'River Guard')).toBe(2);
    expect(list(made).entities[0]).toMatchObject({ count: 2, byRule: 0 });
    expect(codeOf(() => linkAnnotations(made.corpus, made.sara, [omars], 'River Guard'))).toBe('annotation-of-another');
    undo(made.corpus, made.sara, false);
    expect(list(made).entities[0]).toMatchObject({ count: 0 });
  });

  test('to an entity of another label are refused', async () => {
    const made = await createMade();
    create(made, 'Old Bridge', { label: 'location' });
    const { uid } = tag(made, 'The Guard');
    expect(codeOf(() => linkAnnotations(made.corpus, made.sara, [uid], 'Old Bridge'))).toBe('entity-unfit');
  });

  test('of mentions that were there before an alias are made on request only, as one step', async () => {
    const made = await createMade();
    const mention = tag(made, 'The Guard');
    create(made, 'River Guard', { aliases: [alias('the guard')] });
    expect(getAnnotation(made.corpus.read, mention.uid).entity).toBeNull();
    expect(await linkForms(made.corpus, made.sara, { entity: 'River Guard' }, noJob)).toBe(1);
    expect(getAnnotation(made.corpus.read, mention.uid)).toMatchObject({ entity: 'River Guard', entityLink: 'rule' });
    undo(made.corpus, made.sara, false);
    expect(getAnnotation(made.corpus.read, mention.uid).entity).toBeNull();
  });
});

describe('an entity', () => {
  test('is made with a name that is one of its aliases, and links annotations in the same step', async () => {
    const made = await createMade();
    const { uid } = tag(made, 'Harbour Union');
    const union = create(made, 'Harbour Union', {
      kind: 'Party',
      aliases: [alias('the Union')],
      annotations: [uid],
      latitude: 35,
      longitude: 38,
      refs: [{ scheme: 'wikidata', value: 'Q1' }],
    });
    expect(union).toMatchObject({ kind: 'party', aliases: ['Harbour Union', 'the Union'], count: 1, byRule: 0 });
    expect(union.details).toMatchObject({ latitude: 35, refs: [{ scheme: 'wikidata', value: 'Q1' }] });
    undo(made.corpus, made.sara, false);
    expect(list(made)).toEqual({ total: 0, entities: [] });
    redo(made.corpus, made.sara, false);
    expect(getEntityByRef(made.corpus.read, 'Harbour Union')).toEqual(union);
  });

  test.each<[string, Partial<typeof blank>, string]>([
    ['a name that another has', { name: 'river guard' }, 'entity-exists'],
    ['a kind that its label has not', { kind: 'choir' }, 'entity-kind-unknown'],
    ['a label without entities', { label: 'claim' }, 'label-without-entities'],
    ['half a place', { latitude: 3 }, 'coordinates-by-halves'],
    ['an alias of an outlet that is not there', { aliases: [alias('x', 'Nobody')] }, 'outlet-unknown'],
  ])('with %s is refused', async (_, fields, code) => {
    const made = await createMade();
    create(made, 'River Guard');
    expect(codeOf(() => create(made, 'Some Entity', fields))).toBe(code);
  });

  test('keeps its old name as an alias when it is renamed', async () => {
    const made = await createMade();
    create(made, 'River Guard');
    const renamed = updateEntity(made.corpus, made.sara, 'River Guard', { name: 'Guard of the River' });
    expect(renamed.aliases).toEqual(['River Guard', 'Guard of the River']);
    expect(getEntityByRef(made.corpus.read, 'river guard').uid).toBe(renamed.uid);
  });

  test('has aliases that are added, changed and removed one by one; its name stays one', async () => {
    const made = await createMade();
    const { corpus, sara } = made;
    create(made, 'River Guard');
    addAlias(corpus, sara, 'River Guard', alias('الحرس'));
    expect(codeOf(() => addAlias(corpus, sara, 'River Guard', alias('الحرس')))).toBe('alias-exists');
    const changed = updateAlias(corpus, sara, 'River Guard', 'الحرس', { outlet: 'morrow post', neverAlone: true });
    expect(changed.details.aliases[1]).toMatchObject({ script: 'Arab', outlet: 'Morrow Post', neverAlone: true });
    expect(codeOf(() => removeAlias(corpus, sara, 'River Guard', 'River Guard'))).toBe('alias-is-name');
    expect(removeAlias(corpus, sara, 'River Guard', 'الحرس').aliases).toEqual(['River Guard']);
    expect(codeOf(() => removeAlias(corpus, sara, 'River Guard', 'الحرس'))).toBe('alias-unknown');
  });

  test('is removed only where nothing names it', async () => {
    const made = await createMade();
    create(made, 'River Guard', { aliases: [alias('the Guard')] });
    const { uid } = tag(made, 'The Guard');
    expect(codeOf(() => removeEntity(made.corpus, made.sara, 'River Guard'))).toBe('entity-in-use');
    linkAnnotations(made.corpus, made.sara, [uid], null);
    removeEntity(made.corpus, made.sara, 'River Guard');
    expect(codeOf(() => getEntityByRef(made.corpus.read, 'River Guard'))).toBe('entity-unknown');
    undo(made.corpus, made.sara, false);
    expect(getEntityByRef(made.corpus.read, 'the guard').name).toBe('River Guard');
  });
});

describe('merging', () => {
  test('moves no mention, brings counts and aliases together, and is one undo', async () => {
    const made = await createMade();
    const guard = create(made, 'River Guard');
    const nahr = create(made, 'Nahr Guards', { aliases: [alias('Al-Nahr guards')] });
    tag(made, 'River Guard');
    const mention = tag(made, 'Al-Nahr guards');
    const merged = mergeEntities(made.corpus, made.sara, nahr.uid, guard.uid);
    expect(merged).toMatchObject({
      uid: guard.uid,
      aliases: ['River Guard', 'Nahr Guards', 'Al-Nahr guards'],
      count: 2,
      merged: [{ uid: nahr.uid, name: 'Nahr Guards', aliases: 2, count: 1 }],
    });
    expect(getAnnotation(made.corpus.read, mention.uid)).toMatchObject({ entity: 'River Guard', entityUid: guard.uid });
    expect(list(made).entities.map(({ name }) => name)).toEqual(['River Guard']);
    undo(made.corpus, made.sara, false);
    expect(list(made).entities.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'Nahr Guards 1',
      'River Guard 1',
    ]);
  });

  test('of what others were merged into points all at the last one, and each can be parted again', async () => {
    const made = await createMade();
    const [a, b, c] = ['A', 'B', 'C'].map((name) => create(made, name));
    mergeEntities(made.corpus, made.sara, a!.uid, b!.uid);
    const { merged } = mergeEntities(made.corpus, made.sara, b!.uid, c!.uid);
    expect(merged.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(getEntityByRef(made.corpus.read, a!.uid).name).toBe('C');
    unmergeEntity(made.corpus, made.sara, a!.uid);
    expect(getEntityByRef(made.corpus.read, 'A').uid).toBe(a!.uid);
    expect(codeOf(() => unmergeEntity(made.corpus, made.sara, a!.uid))).toBe('entity-not-merged');
  });

  test('of an entity with itself or with one of another label is refused', async () => {
    const made = await createMade();
    create(made, 'River Guard');
    create(made, 'Old Bridge', { label: 'location' });
    const merge = (a: string, b: string) => codeOf(() => mergeEntities(made.corpus, made.sara, a, b));
    expect(merge('River Guard', 'river guard')).toBe('entities-unfit');
    expect(merge('River Guard', 'Old Bridge')).toBe('entities-unfit');
  });
});

describe('splitting', () => {
  test('takes aliases with the mentions in their words, and mentions that are named, to a new entity', async () => {
    const made = await createMade();
    create(made, 'Guards', { aliases: [alias('River Guard'), alias('the Guard'), alias('Al-Nahr guards')] });
    tag(made, 'River Guard');
    tag(made, 'The Guard');
    const named = tag(made, 'Al-Nahr guards');
    const chosen = { entity: 'Guards', name: 'River Guard', aliases: ['River Guard'], annotations: [named.uid] };
    const split = splitEntity(made.corpus, made.sara, chosen);
    expect(formsOf(split)).toEqual(['Al-Nahr guards (Morrow Post) 1', 'River Guard (Morrow Post) 1']);
    expect(split.aliases).toEqual(['River Guard']);
    const guards = getEntityByRef(made.corpus.read, 'Guards');
    expect(guards.aliases).toEqual(['Guards', 'the Guard', 'Al-Nahr guards']);
    expect(formsOf(guards)).toEqual(['The Guard (Morrow Post) 1']);
    undo(made.corpus, made.sara, false);
    expect(list(made).entities).toMatchObject([{ name: 'Guards', count: 3 }]);
  });

  test('needs something to split off, and leaves the entity its name', async () => {
    const made = await createMade();
    create(made, 'Guards');
    const chosen = { entity: 'Guards', name: 'New', aliases: [] as string[], annotations: [] };
    expect(codeOf(() => splitEntity(made.corpus, made.sara, chosen))).toBe('nothing-to-split');
    expect(codeOf(() => splitEntity(made.corpus, made.sara, { ...chosen, aliases: ['Guards'] }))).toBe('alias-is-name');
  });
});

test('two people’s edits to one entity are undone by each in turn, without the other’s', async () => {
  const made = await createMade();
  const { corpus, sara } = made;
  const omar = made.person('Omar');
  const { uid } = create(made, 'River Guard');
  const get = () => getEntityByRef(corpus.read, uid);
  updateEntity(corpus, sara, uid, { name: 'Guard of the River' });
  updateEntity(corpus, omar, uid, { description: 'A militia', kind: 'armed group' });
  addAlias(corpus, sara, uid, alias('the Guard'));
  addAlias(corpus, omar, uid, alias('guardsmen', null, true));
  undo(corpus, sara, false);
  expect(get().aliases).toEqual(['River Guard', 'Guard of the River', 'guardsmen']);
  undo(corpus, sara, false);
  expect(get()).toMatchObject({ name: 'River Guard', kind: 'armed group', aliases: ['River Guard', 'guardsmen'] });
  undo(corpus, omar, false);
  undo(corpus, omar, false);
  expect(get()).toMatchObject({ name: 'River Guard', kind: null, aliases: ['River Guard'] });
  expect(get().details.description).toBe('');
  redo(corpus, sara, false);
  redo(corpus, omar, false);
  expect(get()).toMatchObject({ name: 'Guard of the River', kind: 'armed group' });
});

describe('the list', () => {
  test('has the most frequent first, is filtered by words, label, kind and outlet, and goes by pages', async () => {
    const made = await createMade();
    create(made, 'Harbour Union', { kind: 'party', aliases: [alias('the Union')] });
    create(made, 'River Guard', { aliases: [alias('the Guard')] });
    create(made, 'Old Bridge', { label: 'location' });
    tag(made, 'The Guard');
    const names = (filter: object) => list(made, filter).entities.map(({ name }) => name);
    expect(names({})).toEqual(['River Guard', 'Harbour Union', 'Old Bridge']);
    expect(names({ query: 'UNION' })).toEqual(['Harbour Union']);
    expect(names({ labels: ['Location'] })).toEqual(['Old Bridge']);
    expect(names({ kinds: ['party'] })).toEqual(['Harbour Union']);
    expect(names({ outlets: ['morrow post'] })).toEqual(['River Guard']);
    expect(names({ outlets: ['Nobody'] })).toEqual([]);
    const page = listEntities(made.corpus.read, {}, { sort: 'name', offset: 1, limit: 1, details: false });
    expect(page).toMatchObject({ total: 3, entities: [{ name: 'Old Bridge' }] });
  });
});

describe('type-ahead', () => {
  test('finds what begins so before what has it within, in any folded form, the frequent first', async () => {
    const made = await createMade();
    create(made, 'Guard of Honour');
    create(made, 'River Guard', { aliases: [alias('the Guard')] });
    create(made, 'Guard Bridge', { label: 'location' });
    const suggest = (query: string, label?: string) =>
      suggestEntities(made.corpus.read, { query, label, limit: 5 }).map(({ name, form }) => `${name}: ${form}`);
    expect(suggest('GUARD', 'actor')).toEqual(['Guard of Honour: Guard of Honour', 'River Guard: the Guard']);
    expect(suggest('guard b')).toEqual(['Guard Bridge: Guard Bridge']);
    expect(suggest('the')).toEqual(['River Guard: the Guard']);
    expect(suggest('zebra')).toEqual([]);
  });
});
