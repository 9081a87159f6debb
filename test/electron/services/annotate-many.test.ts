import { expect, test } from 'vitest';
import type { Progress } from '#shared/api/contract';
import { listAnnotations } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { removeAnnotations, updateAnnotation } from '../../../electron/services/annotate.ts';
import { updateAnnotations, type ManyChanges } from '../../../electron/services/annotate-many.ts';
import { addLabel } from '../../../electron/services/codebook.ts';
import { createEntity } from '../../../electron/services/entities/edit-entity.ts';
import { undo } from '../../../electron/services/undo.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

const quietly = () => undefined;
const change = ({ corpus, sara }: TestCorpus, uids: string[], changes: ManyChanges, report = quietly as never) =>
  updateAnnotations(corpus, sara, uids, changes, report);
const list = ({ corpus }: TestCorpus) => listAnnotations(corpus.read, {}, { offset: 0, limit: 20_000 }).annotations;

/** A corpus with three annotations of Sara's, two of which are actors, and an actor of Omar's. */
async function createTagged() {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const uids = [
    made.tag(article, 'actor', 0, 7),
    made.tag(article, 'actor', 8, 15),
    made.tag(article, 'claim', 16, 45),
    made.tag(article, 'actor', 0, 15, 'Omar'),
  ].map(({ uid }): string => uid);
  return { made, uids };
}

test('many are relabelled as one step, which is taken back at once, and another’s is left', async () => {
  const { made, uids } = await createTagged();
  expect(change(made, uids, { label: 'location' })).toEqual({ changed: 3, ofOthers: 1, unfit: 0 });
  expect(list(made).map(({ label, annotator }) => [label, annotator])).toEqual([
    ['actor', 'Omar'],
    ['location', 'Sara'],
    ['location', 'Sara'],
    ['location', 'Sara'],
  ]);
  undo(made.corpus, made.sara, false);
  expect(list(made).filter(({ label }) => label === 'location')).toEqual([]);
});

test('those that are relabelled remember the codebook of then, those that are linked the one they were made by', async () => {
  const { made, uids } = await createTagged();
  const versions = () =>
    made.corpus.read
      .prepare<[], string>('SELECT DISTINCT codebook_version_id FROM annotation WHERE annotator_id = 1')
      .pluck()
      .all();
  addLabel(made.corpus, made.sara, { name: 'weapon', key: null, excludes: [] });
  const { uid: entity } = createEntity(made.corpus, made.sara, {
    ...{ label: 'actor', name: 'The council', aliases: [], annotations: [] },
  });
  change(made, uids, { entity });
  expect(versions()).toEqual([1]);
  change(made, uids, { label: 'weapon' });
  expect(versions()).toEqual([2]);
});

test('values that the new label has too are kept as its own, the others unseen', async () => {
  const { made, uids } = await createTagged();
  updateAnnotation(made.corpus, made.sara, uids[0]!, { attributes: { 'loaded term': true } });
  change(made, uids.slice(0, 1), { label: 'claim' });
  const { attributes, kept } = list(made).find(({ uid }) => uid === uids[0])!;
  expect({ ...attributes, ...kept }).not.toEqual({});
  change(made, uids.slice(0, 1), { label: 'actor' });
  expect(list(made).find(({ uid }) => uid === uids[0])!.attributes).toEqual({ 'loaded term': true });
});

test('many are linked to an entity and parted from it, but for those of another label', async () => {
  const { made, uids } = await createTagged();
  const { uid: entity } = createEntity(made.corpus, made.sara, {
    label: 'actor',
    name: 'The council',
    aliases: [],
    annotations: [],
  });
  expect(change(made, uids, { entity })).toEqual({ changed: 2, ofOthers: 1, unfit: 1 });
  expect(list(made).filter(({ entityUid }) => entityUid === entity)).toHaveLength(2);
  expect(change(made, uids, { entity })).toEqual({ changed: 0, ofOthers: 1, unfit: 1 });
  expect(change(made, uids, { entity: null })).toMatchObject({ changed: 2 });
  expect(change(made, uids.slice(2, 3), { label: 'actor', entity })).toMatchObject({ changed: 1 });
  expect(() => change(made, uids, { label: 'claim', entity })).toThrowError(
    expect.objectContaining({ code: 'entity-unfit' }) as Error,
  );
});

test('thousands are changed with word of how far it is, and removed as one step', async () => {
  const made = createTestCorpus();
  const article = await made.importText(Array.from({ length: 500 }, (_, n) => `Word ${n}.`).join('\n'));
  const writer = made.corpus.writer!.db;
  const first = made.tag(article, 'actor', 0, 4).uid;
  // rows as a tag makes them, beside the journal: their steps would take the test seconds
  const count = 2000;
  writer.exec(`
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
    INSERT INTO annotation (uid, article_id, label_id, annotator_id, layer, origin, codebook_version_id, note)
      SELECT printf('%08x-9999-7000-8000-000000000000', i), article_id, label_id, annotator_id, layer, origin,
        codebook_version_id, '' FROM n, annotation a WHERE a.uid = '${first}';
    INSERT INTO annotation_span (annotation_id, n, start_offset, end_offset, quote)
      SELECT id, 0, 0, 4, 'Word' FROM annotation WHERE uid <> '${first}'`);
  const uids = list(made).map(({ uid }): string => uid);
  const reports: Progress[] = [];
  const report = (progress: Progress) => void reports.push(progress);
  expect(change(made, uids, { label: 'location' }, report as never)).toMatchObject({ changed: count + 1 });
  expect(reports.at(-1)).toMatchObject({ done: count, total: count + 1 });
  expect(removeAnnotations(made.corpus, made.sara, uids)).toBe(count + 1);
});
