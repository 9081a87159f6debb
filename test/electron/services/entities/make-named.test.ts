import { beforeEach, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import { listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { suggestEntities } from '../../../../electron/corpus/repositories/entity-suggest.ts';
import { setAssignments } from '../../../../electron/services/assignments.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { addPerson } from '../../../../electron/services/people.ts';
import { addMissing, createReview, updateReview } from '../../../../electron/services/reviews.ts';
import { listSuggestions } from '../../../../electron/services/suggestions/list-suggestions.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { codeOf } from '../../../helpers/code-of.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

let made: TestCorpus;
let article: string;
let tag: Annotation;
let omar: string;
beforeEach(async () => {
  made = createTestCorpus();
  article = await made.importText(SAMPLE_TEXT);
  tag = made.tag(article, 'actor', 0, 7);
  addPerson(made.corpus, 'Omar'); // whoever is new is entered with their first change, which no undo takes back
  omar = made.person('Omar');
});

const said = { reason: 'wrong entity', comment: '' };
const newEntity = { name: 'Harbour Council', kind: 'agency' };
const correct = (correction: object = { newEntity }) =>
  createReview(made.corpus, omar, { annotation: tag.uid, decision: 'corrected', ...said, correction });
const miss = (more: object = {}) =>
  addMissing(made.corpus, omar, {
    article,
    label: 'actor',
    spans: [{ start: 8, end: 15 }],
    note: '',
    ...said,
    newEntity,
    ...more,
  });
const settled = () =>
  listAnnotations(made.corpus.read, { layer: 'settled' }, { offset: 0, limit: 9 }).annotations.map(
    ({ label, entity }) => [label, entity],
  );
const named = (label = 'actor') =>
  suggestEntities(made.corpus.read, { query: newEntity.name, label, limit: 5 }).map(({ name, kind }) => [name, kind]);
const fingerprint = () => computeContentFingerprint(made.corpus.read);

test.each([
  ['a correction', () => correct()],
  ['what a checker found missing', () => miss()],
])('%s may mean an entity that is made in the same step; one undo takes both back', async (_, act) => {
  const before = fingerprint();
  act();
  const after = fingerprint();
  expect([settled(), named()]).toEqual([[['actor', 'Harbour Council']], [['Harbour Council', 'agency']]]);
  undo(made.corpus, omar, false);
  expect([settled(), named(), fingerprint()]).toEqual([[], [], before]);
  redo(made.corpus, omar, false);
  expect(fingerprint()).toBe(after);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('it is made under the label that the correction gives, and instead of an entity that is named too', () => {
  correct({ label: 'location', entity: 'nobody of that name', newEntity: { name: 'Harbour Council' } });
  expect([settled(), named(), named('location')]).toEqual([
    [['location', 'Harbour Council']],
    [],
    [['Harbour Council', null]],
  ]);
});

test('a correction that was made before is given one', () => {
  const { uid } = correct({ spans: [{ start: 0, end: 15 }] });
  updateReview(made.corpus, omar, uid, { correction: { newEntity } });
  expect(settled()).toEqual([['actor', 'Harbour Council']]);
  undo(made.corpus, omar, false);
  expect([settled(), named()]).toEqual([[['actor', null]], []]);
});

test.each<[string, () => unknown, string]>([
  ['of a label without entities', () => correct({ label: 'claim', newEntity }), 'label-without-entities'],
  ['of a kind that is not known', () => miss({ newEntity: { ...newEntity, kind: 'fleet' } }), 'entity-kind-unknown'],
  ['beside words past the end', () => correct({ newEntity, spans: [{ start: 0, end: 9999 }] }), 'span-past-end'],
])('one %s is refused, and nothing of it is left', (_, act, code) => {
  const before = fingerprint();
  expect(codeOf(act)).toBe(code);
  expect([settled(), named(), fingerprint()]).toEqual([[], [], before]);
});

test('one that is known by that name is not made again', () => {
  correct();
  expect(codeOf(() => miss())).toBe('entity-exists');
  expect([settled(), named()]).toEqual([[['actor', 'Harbour Council']], [['Harbour Council', 'agency']]]);
});

test('whoever tags the article blind can neither make one so, nor is suggested what another made there', () => {
  const { uid } = correct({ spans: [{ start: 0, end: 15 }] });
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'], blind: true });
  expect(codeOf(() => correct())).toBe('still-blind');
  expect(codeOf(() => miss())).toBe('still-blind');
  expect(codeOf(() => updateReview(made.corpus, omar, uid, { correction: { newEntity } }))).toBe('still-blind');
  expect(named()).toEqual([]);

  const suggested = (person: string) =>
    listSuggestions(made.corpus.read, article, person).filter(({ entity }) => entity === 'council');
  createReview(made.corpus, made.person('Lina'), {
    annotation: tag.uid,
    decision: 'corrected',
    ...said,
    correction: { newEntity: { name: 'council' } },
  });
  expect(suggested('Omar')).toEqual([]);
  setAssignments(made.corpus, made.sara, { articles: [article], people: ['Omar'], blind: false });
  expect(suggested('Omar')).not.toEqual([]);
});
