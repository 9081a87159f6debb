import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addAttribute } from '../../../../electron/services/codebook-attributes.ts';
import { addLabel } from '../../../../electron/services/codebook.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { differencesOf, exportTo, notesOf, plan, readAll, take } from '../../../helpers/interchange.ts';

/** A corpus with labels of its own, an entity, values of all sorts, gaps, relations and an event card. */
async function createFull() {
  const made = createTestCorpus();
  const { corpus, sara } = made;
  addLabel(corpus, sara, { name: 'weapon', entityKinds: ['gun'] });
  addAttribute(corpus, sara, {
    label: 'weapon',
    attribute: {
      name: 'calibre',
      type: 'number',
      isList: false,
      isRequired: false,
      guideline: '',
      options: [],
      fields: [],
    },
  });
  const one = await made.importText(SAMPLE_TEXT, 'one.txt');
  const two = await made.importText(`Another. ${SAMPLE_TEXT}`, 'two.txt');
  const actor = made.tag(one, 'actor', 0, 7);
  createEntity(corpus, sara, {
    label: 'actor',
    name: 'Harbour council',
    kind: 'agency',
    aliases: [{ form: 'the council', outlet: null, neverAlone: true }],
    annotations: [actor.uid],
  });
  const claim = made.tag(one, 'claim', 8, 15);
  const far = made.tag(two, 'claim', 9, 16);
  const weapon = made.tag(two, 'weapon', 17, 24, 'Omar');
  updateAnnotation(corpus, made.person('Omar'), weapon.uid, { attributes: { calibre: 7.62 }, note: 'two\nlines' });
  updateAnnotation(corpus, sara, claim.uid, {
    spans: [
      { start: 8, end: 15 },
      { start: 20, end: 22 },
    ],
    attributes: { attribution: [{ who: 'Harbour council', words: { article: two, start: 9, end: 16 } }] },
  });
  createRelation(corpus, sara, { kind: 'contradicts', from: claim.uid, to: far.uid, note: 'why' });
  createCluster(corpus, sara, { title: 'Ferry', claims: [claim.uid, far.uid] });
  return { made, one, two, actor, claim, far, weapon };
}

const check = async (made: ReturnType<typeof createTestCorpus>) =>
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);

test('a JSONL dataset read into an empty corpus holds what was given out, and is written the same again', async () => {
  const { made } = await createFull();
  const folder = await exportTo(made, { format: 'jsonl', filter: { layer: 'own' } });
  const other = createTestCorpus({ seed: 2 });
  const report = await take(other, [folder]);
  expect(report).toMatchObject({ articles: { imported: 2 }, annotations: { added: 4 }, relations: { added: 1 } });
  expect(report.notes).toEqual([]);
  expect(report.made).toMatchObject({ labels: ['weapon'], people: ['Omar'], entities: 1, eventCards: 1 });
  expect(readAll(other)).toEqual(readAll(made));
  await check(other);
  const again = await exportTo(other, { format: 'jsonl', filter: { layer: 'own' } });
  const text = (path: string) => readFileSync(join(path, 'articles.jsonl'), 'utf8').replaceAll('"hand"', '"import"');
  expect(text(again)).toBe(text(folder));
});

test('what was given out and comes back as it was changes nothing', async () => {
  const { made } = await createFull();
  for (const format of ['jsonl', 'brat', 'csv'] as const) {
    const folder = await exportTo(made, { format });
    const before = computeContentFingerprint(made.corpus.read);
    const planned = await plan(made, [folder]);
    expect(differencesOf(made, planned), format).toEqual([]);
    expect(planned, format).toMatchObject({ documents: { here: 2, new: 0 }, annotations: { new: 0, deleted: 0 } });
    expect(await take(made, [folder]), format).toMatchObject({ annotations: { added: 0, changed: 0 } });
    expect(computeContentFingerprint(made.corpus.read), format).toBe(before);
  }
  await check(made);
});

test('an import is taken back and brought back as one, and the same files bring nothing the second time', async () => {
  const { made } = await createFull();
  const folder = await exportTo(made, { format: 'jsonl' });
  const other = createTestCorpus({ seed: 2 });
  other.person('Sara');
  await other.importText('Something else.', 'else.txt');
  await take(other, [folder]);
  const full = computeContentFingerprint(other.corpus.read);
  await check(other);
  undo(other.corpus, other.sara, false);
  expect(readAll(other)).toHaveLength(1);
  await check(other);
  redo(other.corpus, other.sara, false);
  expect(computeContentFingerprint(other.corpus.read)).toBe(full);
  await check(other);
  expect(await take(other, [folder])).toMatchObject({ articles: { imported: 0 }, annotations: { added: 0 } });
  expect(computeContentFingerprint(other.corpus.read)).toBe(full);
  undo(other.corpus, other.sara, false);
  await take(other, [folder]);
  expect(readAll(other)).toHaveLength(3);
  await check(other);
});

test('changed, deleted and new annotations of a file that came back are told apart and taken', async () => {
  const { made, actor, claim, weapon } = await createFull();
  const folder = await exportTo(made, { format: 'jsonl', filter: { layer: 'own' } });
  const path = join(folder, 'articles.jsonl');
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { annotations: Record<string, unknown>[]; relations: unknown[] });
  for (const line of lines) {
    for (const each of line.annotations) {
      if (each['id'] === actor.uid) each['note'] = 'as the other tool has it';
      if (each['id'] === weapon.uid) each['attributes'] = { calibre: 9 };
    }
    const first = line.annotations.find(({ id }) => id === claim.uid);
    if (!first) continue;
    line.annotations = line.annotations.filter(({ id }) => id !== claim.uid);
    line.relations = [];
    const added = { ...first, id: '00000000-0000-7000-8000-000000000001', attributes: {}, label: 'location' };
    line.annotations.push({
      ...added,
      spans: [{ start: 0, end: 7, quote: 'Harbour' }],
      entity: null,
      entity_uid: null,
    });
  }
  writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  const planned = await plan(made, [folder]);
  expect(notesOf(made, planned)).toEqual([]);
  const found = differencesOf(made, planned);
  expect(found.map(({ kind, annotation, isOwn }) => [kind, annotation, isOwn]).sort()).toEqual(
    [
      ['changed', actor.uid, true],
      ['changed', weapon.uid, false],
      ['deleted', claim.uid, true],
      ['new', null, true],
    ].sort(),
  );
  expect(found.find(({ annotation }) => annotation === weapon.uid)!.changes).toEqual([
    { what: 'attributes', before: 'calibre: 7.62', after: 'calibre: 9' },
  ]);
  const before = computeContentFingerprint(made.corpus.read);
  const report = await take(made, [folder]);
  expect(report).toMatchObject({ annotations: { added: 1, changed: 1, corrected: 1, removed: 1, rejected: 0 } });
  await check(made);
  expect(differencesOf(made, await plan(made, [folder])).filter(({ kind }) => kind !== 'changed')).toEqual([]);
  undo(made.corpus, made.sara, false);
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  await check(made);
  const [key] = found.filter(({ kind }) => kind === 'new').map((each) => each.key);
  expect(await take(made, [folder], { take: { keys: [key!] } })).toMatchObject({
    annotations: { added: 1, changed: 0, corrected: 0, removed: 0 },
  });
});

test("what another tagged is rejected where a file that came back does not hold it, and a relation's new note is taken", async () => {
  const { made, two: article, claim } = await createFull();
  const another = made.tag(article, 'actor', 0, 7, 'Omar');
  const folder = await exportTo(made, { format: 'jsonl', filter: { layer: 'own' } });
  const path = join(folder, 'articles.jsonl');
  const lines = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { annotations: { id: string }[]; relations: { note: string }[] });
  for (const line of lines) {
    line.annotations = line.annotations.filter(({ id }) => id !== another.uid);
    for (const relation of line.relations) relation.note = 'said otherwise';
  }
  writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  expect(await take(made, [folder])).toMatchObject({
    annotations: { added: 0, removed: 0, rejected: 1 },
    relations: { added: 0, changed: 1, removed: 0 },
  });
  const [one, two] = readAll(made);
  const all = [...one!.relations, ...two!.relations];
  expect(all.map(({ from, note }) => [from, note])).toEqual([[claim.uid, 'said otherwise']]);
  expect([...one!.annotations, ...two!.annotations].some(({ uid }) => uid === another.uid)).toBe(false);
  await check(made);
});
