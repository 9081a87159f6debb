import { beforeEach, expect, test } from 'vitest';
import { listRelationKinds } from '../../../electron/corpus/repositories/relation-kind-repository.ts';
import { getCodebook } from '../../../electron/corpus/repositories/codebook-repository.ts';
import { addRelationKind, updateRelationKind } from '../../../electron/services/relation-kinds.ts';
import { createRelation } from '../../../electron/services/relations.ts';
import { listRelations } from '../../../electron/services/list-relations.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

let made: TestCorpus;
beforeEach(() => {
  made = createTestCorpus();
});
const names = () => listRelationKinds(made.corpus.read).map(({ name }) => name);
const add = (name: string, rest: { from?: string[]; to?: string[]; isSymmetric?: boolean } = {}) =>
  addRelationKind(made.corpus, made.sara, { name, guideline: '', ...rest });

test('a corpus comes with five kinds, of which two are kept in the claim', () => {
  expect(listRelationKinds(made.corpus.read)).toMatchObject([
    { name: 'attributed to', from: ['claim'], to: ['actor'], sets: 'attribution' },
    { name: 'about', sets: null },
    { name: 'located at', to: ['location'], sets: 'place' },
    { name: 'contradicts', isSymmetric: true },
    { name: 'corroborates', isSymmetric: true },
  ]);
});

test('a kind of one’s own says which labels stand at its ends, and is part of the codebook’s version', async () => {
  const { version } = getCodebook(made.corpus.read);
  expect(add('supplies', { from: ['Actor'], to: ['actor'] }).at(-1)).toMatchObject({
    name: 'supplies',
    from: ['actor'],
    to: ['actor'],
    isSymmetric: false,
    retired: false,
    sets: null,
  });
  expect(getCodebook(made.corpus.read).version).not.toBe(version);
  undo(made.corpus, made.sara, false);
  expect([names().length, getCodebook(made.corpus.read).version]).toEqual([5, version]);
  redo(made.corpus, made.sara, false);
  expect(names()).toContain('supplies');
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test.each<[string, () => unknown, string]>([
  ['a name that is taken', () => add('About'), 'relation-kind-exists'],
  ['a label that is not there', () => add('arms', { from: ['weapon'] }), 'label-unknown'],
  [
    'other ends for a kind that sets an attribute',
    () => updateRelationKind(made.corpus, made.sara, 'attributed to', { to: [] }),
    'relation-kind-fixed',
  ],
  ['a change of no kind', () => updateRelationKind(made.corpus, made.sara, 'arms', {}), 'relation-kind-unknown'],
  [
    'renaming to a name that is taken',
    () => updateRelationKind(made.corpus, made.sara, 'about', { name: 'contradicts' }),
    'relation-kind-exists',
  ],
])('%s is refused', (_, act, code) => {
  expect(codeOf(act)).toBe(code);
  expect(names()).toHaveLength(5);
});

test('a retired kind stays where it is and is not given anew; ends that no longer fit stay too', async () => {
  const article = await made.importText(SAMPLE_TEXT);
  const [from, to] = [made.tag(article, 'actor', 0, 15).uid, made.tag(article, 'actor', 16, 21).uid];
  add('supplies');
  createRelation(made.corpus, made.sara, { from, to, kind: 'supplies', note: '' });
  updateRelationKind(made.corpus, made.sara, 'supplies', { name: 'arms', retired: true, from: ['claim'] });
  expect(listRelations(made.corpus.read, { article, offset: 0, limit: 9 }).relations).toMatchObject([{ kind: 'arms' }]);
  const again = () => createRelation(made.corpus, made.sara, { from: to, to: from, kind: 'arms', note: '' });
  expect(codeOf(again)).toBe('relation-kind-retired');
});
