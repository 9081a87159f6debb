import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { Relation } from '#shared/domain/relation';
import { listAnnotations } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { removeAnnotations, updateAnnotation } from '../../../electron/services/annotate.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { listRelations } from '../../../electron/services/list-relations.ts';
import { createRelation, removeRelations, updateRelation } from '../../../electron/services/relations.ts';
import { createReview } from '../../../electron/services/reviews.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { writeStep } from '../../../electron/services/write-step.ts';
import { deriveUid } from '../../../electron/corpus/derive-uid.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

let made: TestCorpus;
let [article, other] = ['', ''];
let tags: Record<'actor' | 'place' | 'claim' | 'elsewhere', Annotation>;
beforeEach(async () => {
  made = createTestCorpus();
  article = await made.importText(SAMPLE_TEXT);
  other = await made.importText(`Second thoughts\n\n${SAMPLE_TEXT}`, 'other.txt');
  tags = {
    actor: made.tag(article, 'actor', 0, 15),
    place: made.tag(article, 'location', 69, 75),
    claim: made.tag(article, 'claim', 16, 45),
    elsewhere: made.tag(other, 'claim', 33, 60),
  };
});

type Names = keyof typeof tags;
const relate = (from: Names, to: Names, kind: string, { by = 'Sara', note = '' } = {}): Relation =>
  createRelation(made.corpus, made.person(by), { from: tags[from].uid, to: tags[to].uid, kind, note });
const list = (wish: { annotation?: string; article?: string; kind?: string } = {}) =>
  listRelations(made.corpus.read, { ...wish, offset: 0, limit: 100 });
const getTag = (name: Names) =>
  listAnnotations(made.corpus.read, {}, { offset: 0, limit: 99 }).annotations.find(
    ({ uid }) => uid === tags[name].uid,
  )!;

/** Makes an entity of that label and links a tag to it. */
function link(name: Names, label: string, entity: string): string {
  const uid = made.environment.newUid();
  writeStep(made.corpus, made.sara, 'add entity', (step) => {
    const unknown = { kind: null, description: '', latitude: null, longitude: null, merged_into: null, batch: null };
    step.insert('entity', uid, { label: deriveUid('label', label), name: entity, ...unknown, refs: [] });
    step.update('annotation', tags[name].uid, { entity: uid, entity_link: 'person' });
  });
  return uid;
}

describe('a relation', () => {
  test('is shown at both of its ends, across articles, with where they stand', () => {
    const made1 = relate('claim', 'elsewhere', 'Contradicts', { note: 'votes, not plans' });
    expect(made1).toMatchObject({
      kind: 'contradicts',
      isSymmetric: true,
      from: { annotation: tags.claim.uid, article, label: 'claim', quote: tags.claim.spans[0]!.quote, outlet: null },
      to: { annotation: tags.elsewhere.uid, article: other },
      note: 'votes, not plans',
      annotator: 'Sara',
      layer: 'own',
      state: 'unchecked',
      isComputed: false,
    });
    for (const wish of [{ annotation: tags.claim.uid }, { annotation: tags.elsewhere.uid }, { article: other }, {}])
      expect(list(wish)).toEqual({ total: 1, relations: [made1] });
    expect(list({ annotation: tags.actor.uid }).total).toBe(0);
    expect(list({ kind: 'about' }).total).toBe(0);
  });

  test.each<[string, () => unknown, string]>([
    ['with itself', () => relate('claim', 'claim', 'contradicts'), 'relation-with-itself'],
    ['of an unknown kind', () => relate('claim', 'elsewhere', 'likes'), 'relation-kind-unknown'],
    ['whose ends do not fit', () => relate('actor', 'place', 'contradicts'), 'relation-ends-unfit'],
    ['whose ends fit the other way only', () => relate('actor', 'claim', 'about'), 'relation-ends-unfit'],
    ['to a place that has no entity', () => relate('claim', 'place', 'located at'), 'place-without-entity'],
    [
      'that sets what another said',
      () => relate('claim', 'actor', 'attributed to', { by: 'Omar' }),
      'annotation-of-another',
    ],
    [
      'with a note where there is no place for one',
      () => relate('claim', 'actor', 'attributed to', { note: 'n' }),
      'relation-kind-computed',
    ],
  ])('%s is refused and leaves nothing', (_, act, code) => {
    const before = computeContentFingerprint(made.corpus.read);
    expect(codeOf(act)).toBe(code);
    expect([list().total, computeContentFingerprint(made.corpus.read)]).toEqual([0, before]);
  });

  test('says what ends it may have where these do not fit', () => {
    expect(() => relate('actor', 'claim', 'about')).toThrow(/from claim to actor or location/u);
  });

  test('is made once by each person, a symmetric one in one direction', () => {
    relate('claim', 'elsewhere', 'contradicts');
    expect(codeOf(() => relate('elsewhere', 'claim', 'contradicts'))).toBe('relation-exists');
    relate('claim', 'elsewhere', 'contradicts', { by: 'Omar' });
    relate('claim', 'elsewhere', 'corroborates');
    expect(list().relations.map(({ annotator, kind }) => [annotator, kind])).toEqual([
      ['Sara', 'contradicts'],
      ['Omar', 'contradicts'],
      ['Sara', 'corroborates'],
    ]);
  });

  test('is changed and removed by who made it alone', () => {
    const { uid } = relate('claim', 'elsewhere', 'contradicts');
    const omar = made.person('Omar');
    expect(codeOf(() => updateRelation(made.corpus, omar, uid, { note: 'x' }))).toBe('relation-of-another');
    expect(codeOf(() => removeRelations(made.corpus, omar, [uid], false))).toBe('relation-of-another');
    expect(updateRelation(made.corpus, made.sara, uid.slice(0, 8), { kind: 'corroborates', note: 'x' })).toMatchObject({
      kind: 'corroborates',
      note: 'x',
    });
    expect(codeOf(() => updateRelation(made.corpus, made.sara, uid, { kind: 'about' }))).toBe('relation-ends-unfit');
    expect(removeRelations(made.corpus, made.sara, [uid, uid], false)).toBe(1);
    expect(list().total).toBe(0);
  });

  test('of a kind that sets an attribute is one of its own where it does not lead from a claim', () => {
    expect(relate('actor', 'place', 'located at')).toMatchObject({ isComputed: false, kind: 'located at' });
  });
});

describe('attributed to', () => {
  test('sets who says so and in which words, and is shown at both ends', () => {
    link('actor', 'actor', 'Council of Morrow');
    const shown = relate('claim', 'actor', 'attributed to');
    expect(getTag('claim').attributes).toEqual({
      attribution: [
        {
          who: { entity: expect.any(String) as string, name: 'Council of Morrow' },
          words: { article, start: 0, end: 15, quote: 'Harbour council' },
        },
      ],
    });
    expect(shown).toMatchObject({
      kind: 'attributed to',
      isComputed: true,
      from: { annotation: tags.claim.uid },
      to: { annotation: tags.actor.uid, entity: 'Council of Morrow' },
    });
    expect(list({ annotation: tags.claim.uid }).relations).toEqual([shown]);
    expect(list({ annotation: tags.actor.uid, kind: 'attributed to' }).relations).toEqual([shown]);
    expect(list({ annotation: tags.place.uid }).relations).toEqual([]);
    expect(codeOf(() => relate('claim', 'actor', 'attributed to'))).toBe('relation-exists');
  });

  test('gives its words to a speaker who is named already and has none, and counts as one source', () => {
    const entity = link('actor', 'actor', 'Council of Morrow');
    updateAnnotation(made.corpus, made.sara, tags.claim.uid, { attributes: { attribution: [{ who: { entity } }] } });
    relate('claim', 'actor', 'attributed to');
    expect(getTag('claim').attributes).toEqual({
      attribution: [
        {
          who: { entity, name: 'Council of Morrow' },
          words: { article, start: 0, end: 15, quote: 'Harbour council' },
        },
      ],
    });
  });

  test('leads to the words themselves where nobody tagged them', () => {
    const words = { start: 50, end: 61 };
    updateAnnotation(made.corpus, made.sara, tags.claim.uid, { attributes: { attribution: [{ words }] } });
    expect(list({ article }).relations).toMatchObject([
      { kind: 'attributed to', to: { annotation: null, article, label: null, entity: null } },
    ]);
  });

  test('puts further ones behind the nearest', () => {
    tags.place = made.tag(article, 'actor', 50, 61);
    relate('claim', 'actor', 'attributed to');
    relate('claim', 'place', 'attributed to');
    expect(list({ annotation: tags.claim.uid }).relations.map(({ to }) => to.annotation)).toEqual([
      tags.actor.uid,
      tags.place.uid,
    ]);
  });
});

test('located at sets the place of the claim, and another one takes its place', () => {
  link('place', 'location', 'Morrow');
  expect(relate('claim', 'place', 'located at')).toMatchObject({
    isComputed: true,
    to: { annotation: tags.place.uid, entity: 'Morrow' },
  });
  expect(getTag('claim').attributes).toMatchObject({ place: { name: 'Morrow' } });
  expect(list({ annotation: tags.place.uid }).total).toBe(1);
  tags.place = made.tag(article, 'location', 64, 75);
  link('place', 'location', 'Harbour');
  relate('claim', 'place', 'located at');
  expect(list({ article }).relations.map(({ to }) => to.entity)).toEqual(['Harbour']);
});

describe('removing a tag', () => {
  test('takes one’s own relations of it along in the same step, and undo brings all back', async () => {
    relate('claim', 'elsewhere', 'contradicts');
    relate('claim', 'actor', 'about');
    const before = computeContentFingerprint(made.corpus.read);
    removeAnnotations(made.corpus, made.sara, [tags.claim.uid]);
    expect(list().total).toBe(0);
    undo(made.corpus, made.sara, false);
    expect([list().total, computeContentFingerprint(made.corpus.read)]).toEqual([2, before]);
    redo(made.corpus, made.sara, false);
    expect(list().total).toBe(0);
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  });

  test('is refused where others’ work stands on it, by name, unless it is to go too', () => {
    const { uid } = relate('claim', 'elsewhere', 'contradicts', { by: 'Omar' });
    const opinion = { decision: 'rejected', reason: 'no', comment: '' } as const;
    createReview(made.corpus, made.person('Lina'), { relation: uid, ...opinion });
    createReview(made.corpus, made.person('Lina'), { annotation: tags.claim.uid, ...opinion });
    const remove = (together: boolean) => removeAnnotations(made.corpus, made.sara, [tags.claim.uid], together);
    expect(() => remove(false)).toThrow(/a relation by Omar/u);
    expect(() => remove(false)).toThrow(/a review by Lina/u);
    expect(list().total).toBe(1);
    remove(true);
    expect(list().total).toBe(0);
    undo(made.corpus, made.sara, false);
    expect(list().relations).toMatchObject([{ annotator: 'Omar', state: 'rejected' }]);
  });
});

test('each act on relations is undone and done again, and the journal replays', async () => {
  const { uid } = relate('claim', 'elsewhere', 'contradicts');
  updateRelation(made.corpus, made.sara, uid, { note: 'n' });
  link('actor', 'actor', 'Council');
  relate('claim', 'actor', 'attributed to');
  const after = computeContentFingerprint(made.corpus.read);
  for (let n = 0; n < 4; n += 1) undo(made.corpus, made.sara, false);
  expect(list().total).toBe(0);
  for (let n = 0; n < 4; n += 1) redo(made.corpus, made.sara, false);
  expect(computeContentFingerprint(made.corpus.read)).toBe(after);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});
