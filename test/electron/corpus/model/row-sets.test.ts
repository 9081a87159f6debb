import { expect, test } from 'vitest';
import { kindNames } from '../../../../electron/corpus/model/kinds.ts';
import { deleteRecords, findRecords, listThere } from '../../../../electron/corpus/model/row-sets.ts';
import { findRecord, iterateUids, listReferrersOf } from '../../../../electron/corpus/model/rows.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';

async function createTagged() {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const claim = made.tag(article, 'claim', 0, 15).uid;
  const [actor, other] = [made.tag(article, 'actor', 0, 7).uid, made.tag(article, 'actor', 8, 15).uid];
  const values = { verb: { start: 80, end: 85 }, words: { article, start: 8, end: 15 } };
  updateAnnotation(made.corpus, made.sara, claim, { attributes: { attribution: [values, values] } });
  const { uid: about } = createRelation(made.corpus, made.sara, { kind: 'about', from: claim, to: actor, note: '' });
  return { db: made.corpus.writer!.db, article, claim, actor, other, about };
}

test('rows that are read together are what each is alone', async () => {
  const { db } = await createTagged();
  for (const kind of kindNames) {
    const uids = [...iterateUids(db, kind, { seen: false })];
    const alone = uids.map((uid) => [uid, findRecord(db, kind, uid)]);
    expect(Object.fromEntries(findRecords(db, kind, [...uids, 'nobody']))).toEqual(Object.fromEntries(alone));
    expect(listThere(db, kind, ['nobody', ...uids])).toEqual(uids);
  }
});

test('rows that are removed together take their lists along; one that is not there, or is named, keeps all', async () => {
  const { db, claim, actor, other, about } = await createTagged();
  expect(() => db.transaction(() => deleteRecords(db, 'annotation', [other, 'nobody']))()).toThrow('Deleted 1 of 2');
  expect(() => db.transaction(() => deleteRecords(db, 'annotation', [other, actor]))()).toThrow('FOREIGN KEY');
  expect(listThere(db, 'annotation', [other, actor])).toEqual([other, actor]);
  deleteRecords(db, 'relation', [about]);
  deleteRecords(db, 'annotation', [claim, actor, other]);
  for (const table of ['annotation', 'annotation_span', 'annotation_value'])
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
});

test('whoever names one of several rows is found once', async () => {
  const { db, article, claim, actor, other, about } = await createTagged();
  expect(Object.fromEntries(listReferrersOf(db, 'annotation', [claim, actor, other]))).toEqual({ relation: [about] });
  const { annotation } = Object.fromEntries(listReferrersOf(db, 'article', [article]));
  expect(annotation!.toSorted()).toEqual([claim, actor, other].toSorted());
});
