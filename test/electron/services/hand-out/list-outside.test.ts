import { join } from 'node:path';
import { copyFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { ArticleRef } from '#shared/domain/ids';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { findRecord } from '../../../../electron/corpus/model/rows.ts';
import { getAnnotation, listAnnotations } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { getCluster } from '../../../../electron/corpus/repositories/cluster-repository.ts';
import { listOutside } from '../../../../electron/corpus/repositories/outside-repository.ts';
import { findPackage } from '../../../../electron/corpus/repositories/package-repository.ts';
import { updateAnnotation, removeAnnotations } from '../../../../electron/services/annotate.ts';
import { createCluster, removeCluster, updateCluster } from '../../../../electron/services/clusters.ts';
import { cutPackage } from '../../../../electron/services/hand-out/cut-package.ts';
import { listOutsideOf, listOutsideOfAnnotations } from '../../../../electron/services/hand-out/list-outside.ts';
import { listRelations } from '../../../../electron/services/list-relations.ts';
import { createRelation } from '../../../../electron/services/relations.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { createEnvironment, createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { listPlans } from '../../../helpers/list-plans.ts';
import { contentsOf, merge, problemsOf } from '../../../helpers/merge.ts';

const all = { offset: 0, limit: 100 };

/** Two articles; what is tagged in the first has to do with the second in every way that there is. */
async function makeCorpus() {
  const made = createTestCorpus();
  const first = await made.importText(SAMPLE_TEXT);
  const second = await made.importText(`${SAMPLE_TEXT}Again.\n`, 'second.txt');
  const claim = made.tag(first, 'claim', 0, 15, 'Omar').uid;
  const actor = made.tag(first, 'actor', 0, 7).uid;
  const other = made.tag(second, 'claim', 0, 15, 'Omar').uid;
  const entity = addTestEntity(made, 'actor', 'Harbour council');
  for (const uid of [actor, made.tag(second, 'actor', 0, 7).uid, made.tag(second, 'actor', 51, 58).uid])
    updateAnnotation(made.corpus, made.sara, uid, { entity });
  const omar = made.person('Omar');
  const values = { verb: { start: 80, end: 85 }, words: { article: second, start: 51, end: 58 } };
  updateAnnotation(made.corpus, omar, claim, { attributes: { attribution: [values] } });
  const own = createRelation(made.corpus, omar, { kind: 'corroborates', from: claim, to: other, note: '' });
  createReview(made.corpus, made.sara, { relation: own.uid, decision: 'accepted', reason: '', comment: '' });
  createRelation(made.corpus, made.sara, { kind: 'about', from: other, to: actor, note: '' });
  const card = createCluster(made.corpus, made.sara, { title: 'Vote', claims: [claim, other] }).uid;
  return { made, first, second, claim, actor, other, entity, card, omar, path: join(made.folder, 'for-omar.galley') };
}

async function cut(made: TestCorpus, article: string, path: string, isBlind = false) {
  const choice = { for: 'Omar', filter: { articles: [ArticleRef.parse(article)] }, isBlind };
  const report = await cutPackage(made.corpus, made.sara, choice, path, noJob);
  const corpus = openCorpus(path, 'write', createEnvironment(9));
  onTestFinished(() => corpus.close());
  return { report, corpus };
}

test('each thing of a package says what of it is not in the package', async () => {
  const { made, first, claim, actor, other, entity, card, path } = await makeCorpus();
  const { report, corpus } = await cut(made, first, path);
  expect(report).toMatchObject({ annotations: 2, outside: 4 });
  const none = { relations: 0, claims: 0, mentions: 0, values: [] };
  expect(listOutsideOf(corpus.read, [claim, actor, card, entity, other, first])).toEqual([
    { ...none, uid: claim, relations: 1, values: [{ attribute: 'attribution: words', quote: 'council' }] },
    { ...none, uid: actor, relations: 1 },
    { ...none, uid: card, claims: 1 },
    { ...none, uid: entity, mentions: 2 },
  ]);
  expect(findPackage(corpus.read)).toEqual({ for: 'Omar', articles: 1, others: 1, isBlind: false });
  expect(listOutsideOf(made.corpus.read, [claim])).toEqual([]);
});

test('a blind package says only of one’s own what is not in it, and counts nobody’s mentions', async () => {
  const { made, first, claim, actor, entity, card, path } = await makeCorpus();
  const { corpus } = await cut(made, first, path, true);
  expect(listOutsideOf(corpus.read, [claim, actor, entity, card])).toEqual([
    expect.objectContaining({ uid: claim, relations: 1, claims: 0, mentions: 0 }),
  ]);
});

test('annotations with something outside come in pages, of an article too, as long as it is outside', async () => {
  const { made, first, second, claim, actor, omar, path } = await makeCorpus();
  const third = await made.importText(`${SAMPLE_TEXT}Once more.\n`, 'third.txt');
  const beside = made.tag(third, 'claim', 0, 15, 'Omar').uid;
  const values = { attribution: [{ words: { article: second, start: 51, end: 58 } }] };
  for (const uid of [claim, beside]) updateAnnotation(made.corpus, omar, uid, { attributes: values });
  const refs = [first, third].map((uid) => ArticleRef.parse(uid));
  const choice = { for: 'Omar', filter: { articles: refs }, isBlind: false };
  await cutPackage(made.corpus, made.sara, choice, path, noJob);
  const handed = openCorpus(path, 'write', createEnvironment(9));
  onTestFinished(() => handed.close());
  const list = (wish: { annotation?: string; article?: string; offset?: number; limit?: number } = {}) =>
    listOutsideOfAnnotations(handed.read, { ...all, ...wish }).map(({ uid }) => uid);
  expect(list()).toEqual([claim, actor, beside].toSorted());
  expect([0, 1, 2, 3].flatMap((offset) => list({ offset, limit: 1 }))).toEqual(list());
  expect(list({ article: third })).toEqual([beside]);
  expect(list({ annotation: claim })).toEqual([claim]);

  // the other article comes in with another package: what pointed there points to what is here
  const { corpus: other } = await cut(made, second, join(made.folder, 'second.galley'));
  other.close();
  await merge({ ...made, corpus: handed, sara: omar } as TestCorpus, { path: join(made.folder, 'second.galley') });
  expect(list()).not.toContain(beside);
  expect(list({ limit: 2 })).toHaveLength(2);
});

test('what a package could not hold is there as it was once it is merged, whatever was changed beside it', async () => {
  const { made, first, claim, actor, other, card, omar, path } = await makeCorpus();
  const { corpus: handed } = await cut(made, first, path);
  const before = getAnnotation(made.corpus.read, claim).attributes['attribution'];
  const listRelated = () =>
    listRelations(made.corpus.read, { article: first, ...all }).relations.map(({ state: _, ...relation }) => relation);
  const related = listRelated();
  updateAnnotation(handed, omar, claim, { attributes: { voice: 'quoted' } });
  updateCluster(handed, omar, card, { title: 'Vote on the ferry' });
  handed.close();
  await merge(made, { path });
  expect(getAnnotation(made.corpus.read, claim).attributes).toEqual({ attribution: before, voice: 'quoted' });
  expect(listRelated()).toEqual(related);
  const { title, members } = getCluster(made.corpus.read, card);
  expect([title, ...members.map(({ annotation }) => annotation).sort()]).toEqual([
    'Vote on the ferry',
    ...[claim, other].sort(),
  ]);
  expect(made.corpus.read.prepare('SELECT count(*) FROM review').pluck().get()).toBe(1);
  expect(findRecord(made.corpus.read, 'annotation', actor)).toBeDefined();
  expect(await problemsOf(made)).toEqual([]);
});

test('what was put in the place of a value that a package could not hold stands beside it', async () => {
  const { made, first, second, claim, omar, path } = await makeCorpus();
  const { corpus: handed } = await cut(made, first, path);
  updateAnnotation(handed, omar, claim, { attributes: { attribution: [{ words: { start: 0, end: 7 } }] } });
  updateAnnotation(handed, omar, claim, { attributes: { voice: 'quoted' } });
  undo(handed, omar, false);
  handed.close();
  await merge(made, { path });
  const { attribution, voice } = getAnnotation(made.corpus.read, claim).attributes;
  expect(attribution).toMatchObject([
    { words: { article: first, quote: 'Harbour' } },
    { words: { article: second, quote: 'council' } },
  ]);
  expect(voice).toBeUndefined();
  expect((await merge(made, { path })).same).toBe(true);
  expect(await problemsOf(made)).toEqual([]);
});

test('what was removed in a package stays where something outside stands on it', async () => {
  const { made, first, claim, card, omar, path } = await makeCorpus();
  const { corpus: handed } = await cut(made, first, path);
  removeCluster(handed, omar, card);
  removeAnnotations(handed, omar, [claim], true);
  expect(listAnnotations(handed.read, {}, all).annotations).toHaveLength(1);
  handed.close();
  await merge(made, { path });
  expect(getCluster(made.corpus.read, card).title).toBe('Vote');
  expect(findRecord(made.corpus.read, 'annotation', claim)).toBeDefined();
  expect(await problemsOf(made)).toEqual([]);
});

test('a package that takes over what it was cut from lacks nothing, and both hold the same', async () => {
  const { made, first, claim, entity, omar, path } = await makeCorpus();
  const { corpus: handed } = await cut(made, first, path);
  updateAnnotation(handed, omar, claim, { attributes: { voice: 'quoted' } });
  made.corpus.close();
  const copy = join(made.folder, 'copy.galley');
  copyFileSync(made.path, copy);
  made.reopen();
  await merge({ ...made, corpus: handed, sara: made.sara } as TestCorpus, { path: copy });
  expect(findPackage(handed.read)).toBeUndefined();
  expect(listOutsideOf(handed.read, [claim, entity])).toEqual([]);
  handed.close();
  await merge(made, { path });
  const again = openCorpus(path, 'read', createEnvironment(10));
  onTestFinished(() => again.close());
  expect(contentsOf(made)).toBe(contentsOf({ corpus: again } as TestCorpus));
  expect(await problemsOf({ corpus: again } as TestCorpus)).toEqual([]);
});

test('a value that came into a package by a merge, and was taken away there, is taken away here too', async () => {
  const { made, first, claim, omar, path } = await makeCorpus();
  const { corpus: handed } = await cut(made, first, path);
  made.corpus.close();
  const copy = join(made.folder, 'copy.galley');
  copyFileSync(made.path, copy);
  made.reopen();
  await merge({ ...made, corpus: handed, sara: omar } as TestCorpus, { path: copy });
  expect(getAnnotation(handed.read, claim).attributes['attribution']).toHaveLength(1);
  updateAnnotation(handed, omar, claim, { attributes: { attribution: [] } });
  handed.close();
  await merge(made, { path });
  expect(getAnnotation(made.corpus.read, claim).attributes['attribution']).toBeUndefined();
});

test('what stays outside is found by indexes', async () => {
  const { made, first } = await makeCorpus();
  const plans = await listPlans(made.corpus.writer!.db, (db) => listOutside(db, [first], null));
  expect(plans.length).toBeGreaterThan(10);
  const tables = /^SCAN (?:[amnox]|article|annotation|relation|cluster_member)\b(?!.*VIRTUAL TABLE)/u;
  expect(plans.filter((plan) => tables.test(plan))).toEqual([]);
});
