import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addRelationKind } from '../../../../electron/services/relation-kinds.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { differencesOf, exportTo, plan, readAll, take } from '../../../helpers/interchange.ts';

/** Three claims with two relations, given out; `edit` is what another tool does to the first of these. */
async function giveOut(edit: (relation: Record<string, unknown>) => Record<string, unknown>[]) {
  const made = createTestCorpus();
  const { corpus, sara } = made;
  const article = await made.importText(SAMPLE_TEXT, 'one.txt');
  const [from, to, other] = [0, 8, 16].map((start) => made.tag(article, 'claim', start, start + 5).uid);
  const { uid } = createRelation(corpus, sara, { kind: 'contradicts', from: from!, to: to!, note: 'why' });
  createRelation(corpus, sara, { kind: 'contradicts', from: to!, to: other!, note: 'stays' });
  addRelationKind(corpus, sara, { name: 'doubts', from: [], to: [], isSymmetric: false });
  const folder = await exportTo(made, { format: 'jsonl' });
  const path = join(folder, 'articles.jsonl');
  const line = JSON.parse(readFileSync(path, 'utf8')) as { relations: Record<string, unknown>[] };
  line.relations = line.relations.flatMap((each) => (each['id'] === uid ? edit(each) : [each]));
  writeFileSync(path, `${JSON.stringify(line)}\n`);
  const before = computeContentFingerprint(made.corpus.read);
  const differences = differencesOf(made, await plan(made, [folder]));
  const relations = () => readAll(made).flatMap((each) => each.relations.map(({ kind, note }) => [kind, note]));
  /** All is as it was, and a corpus that holds. */
  const takeBack = async () => {
    expect((await verifyCorpus(corpus, noJob)).problems).toEqual([]);
    undo(corpus, sara, false);
    expect(computeContentFingerprint(corpus.read)).toBe(before);
  };
  return { made, folder, differences, relations, takeBack };
}

test('a relation that a file does not hold any more is deleted where that is taken, and by nothing else', async () => {
  const { made, folder, differences, relations, takeBack } = await giveOut(() => []);
  expect(differences.map(({ kind, of }) => [kind, of])).toEqual([['deleted', 'relation']]);
  const kept = await take(made, [folder], { take: { kinds: ['new', 'changed'] } });
  expect(kept.relations).toMatchObject({ removed: 0 });
  expect(relations()).toHaveLength(2);
  const taken = await take(made, [folder], { take: { keys: [differences[0]!.key] } });
  expect(taken).toMatchObject({ annotations: { removed: 0 }, relations: { removed: 1, changed: 0, added: 0 } });
  expect(relations()).toEqual([['contradicts', 'stays']]);
  await takeBack();
});

test('a relation that came back as of another kind is changed, and stays the same relation', async () => {
  const { made, folder, differences, relations, takeBack } = await giveOut((relation) => [
    { ...relation, kind: 'doubts', symmetric: false },
  ]);
  expect(differences.map(({ kind, of, changes }) => [kind, of, changes])).toEqual([
    ['changed', 'relation', [{ what: 'label', before: 'contradicts', after: 'doubts' }]],
  ]);
  const taken = await take(made, [folder], { take: { keys: [differences[0]!.key] } });
  expect(taken.relations).toMatchObject({ changed: 1, added: 0, removed: 0 });
  expect(relations().toSorted()).toEqual([
    ['contradicts', 'stays'],
    ['doubts', 'why'],
  ]);
  expect(differencesOf(made, await plan(made, [folder]))).toEqual([]);
  await takeBack();
});
