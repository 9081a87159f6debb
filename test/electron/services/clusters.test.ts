import { beforeEach, describe, expect, test } from 'vitest';
import type { Annotation } from '#shared/domain/annotation';
import type { ValuesInput } from '#shared/domain/attribute';
import { deriveUid } from '../../../electron/corpus/derive-uid.ts';
import { getCluster, listClusters } from '../../../electron/corpus/repositories/cluster-repository.ts';
import { createAnnotation, removeAnnotations } from '../../../electron/services/annotate.ts';
import {
  addClaims,
  createCluster,
  removeClaims,
  removeCluster,
  updateCluster,
} from '../../../electron/services/clusters.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { editArticle } from '../../../electron/services/edit-article.ts';
import { redo, undo } from '../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { writeStep } from '../../../electron/services/write-step.ts';
import { codeOf } from '../../helpers/code-of.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

let made: TestCorpus;
let post: string;
let news: string;
beforeEach(async () => {
  made = createTestCorpus();
  post = await made.importText(SAMPLE_TEXT);
  news = await made.importText(`The news\n\n${SAMPLE_TEXT}`, 'news.txt');
  editArticle(made.corpus, made.sara, post, { outlet: 'Harbour Post', date: '2019-01-17' });
  editArticle(made.corpus, made.sara, news, { outlet: 'Marfa News', date: '2019-01-16' });
});

const claim = (article: string, attributes: ValuesInput = {}): Annotation =>
  createAnnotation(made.corpus, made.sara, { article, label: 'claim', spans: [{ start: 16, end: 45 }], attributes });
const list = (filter: Parameters<typeof listClusters>[1] = {}) =>
  listClusters(made.corpus.read, filter, { offset: 0, limit: 99 });
const create = (title: string, claims: string[] = []) =>
  createCluster(made.corpus, made.sara, { title, date: '2019-01-16', note: '', claims });

test('a card shows its claims with outlet, speaker and figures, and the range of each kind of figure', () => {
  const first = claim(post, {
    attribution: [{ who: 'unnamed', words: { start: 0, end: 7 } }, { who: 'the outlet' }],
    figures: [
      { what: 'soldiers', unit: 'killed', min: 2, max: 2, 'of whom': 'US' },
      { what: 'soldiers', unit: 'wounded', min: 5 },
    ],
  });
  const second = claim(news, { figures: [{ what: 'Soldiers', unit: 'killed', min: 4, max: 5 }] });
  const { uid } = create('Blast at the harbour', [first.uid, second.uid.slice(0, 12), first.uid]);
  const card = getCluster(made.corpus.read, uid);
  expect(card).toMatchObject({ title: 'Blast at the harbour', date: '2019-01-16', place: null, note: '', claims: 2 });
  expect(card.members.map(({ outlet, date, speakers }) => [outlet, date, speakers])).toEqual([
    ['Marfa News', '2019-01-16', []],
    ['Harbour Post', '2019-01-17', ['Harbour', 'the outlet']],
  ]);
  expect(card.members[1]!.figures[0]).toEqual({ what: 'soldiers', unit: 'killed', ofWhom: 'US', min: 2, max: 2 });
  expect(card.slots).toEqual([
    {
      what: 'Soldiers',
      unit: 'killed',
      low: 2,
      high: 5,
      meet: false,
      claims: [
        { annotation: second.uid, ofWhom: '', min: 4, max: 5 },
        { annotation: first.uid, ofWhom: 'US', min: 2, max: 2 },
      ],
    },
    {
      what: 'soldiers',
      unit: 'wounded',
      low: 5,
      high: 5,
      meet: true,
      claims: [{ annotation: first.uid, ofWhom: '', min: 5, max: null }],
    },
  ]);
});

test('cards are found by words, claim, article and date, the newest event first', () => {
  const { uid } = claim(post);
  const blast = create('Blast', [uid]);
  const undated = createCluster(made.corpus, made.sara, { title: '100 % _of_ it', note: 'a strike', claims: [] });
  const later = createCluster(made.corpus, made.sara, { title: 'Vote', date: '2020', note: '', claims: [] });
  const find = (filter: Parameters<typeof listClusters>[1]) => list(filter).clusters.map(({ title }) => title);
  expect(find({})).toEqual(['Vote', 'Blast', '100 % _of_ it']);
  expect(find({ query: 'STRIKE' })).toEqual([undated.title]);
  expect(find({ query: '%' })).toEqual([undated.title]);
  expect(find({ annotation: uid })).toEqual([blast.title]);
  expect(find({ article: news })).toEqual([]);
  expect(find({ article: post })).toEqual([blast.title]);
  expect(find({ from: '2020-01' })).toEqual([]);
  expect(find({ from: '2020' })).toEqual([later.title]);
  expect(find({ to: '2019-01' })).toEqual([blast.title]);
  expect(listClusters(made.corpus.read, {}, { offset: 1, limit: 1 })).toMatchObject({
    total: 3,
    clusters: [{ title: 'Blast' }],
  });
});

test('only claims stand on a card, and each once', () => {
  const { uid } = create('Blast', [claim(post).uid]);
  const actor = made.tag(post, 'actor', 0, 7);
  expect(codeOf(() => addClaims(made.corpus, made.sara, uid, [claim(news).uid, actor.uid]))).toBe('not-a-claim');
  expect(codeOf(() => addClaims(made.corpus, made.sara, 'ffffffff', [actor.uid]))).toBe('cluster-unknown');
  expect(getCluster(made.corpus.read, uid).claims).toBe(1);
  const [member] = getCluster(made.corpus.read, uid).members;
  expect(addClaims(made.corpus, made.sara, uid, [member!.annotation]).claims).toBe(1);
});

test('a card has a place, which is an entity, and can be without one again', () => {
  const { uid } = create('Blast');
  expect(codeOf(() => updateCluster(made.corpus, made.sara, uid, { place: 'Morrow' }))).toBe('entity-unknown');
  writeStep(made.corpus, made.sara, 'add entity', (step) => {
    const unknown = { kind: null, description: '', latitude: null, longitude: null, merged_into: null, batch: null };
    const record = { label: deriveUid('label', 'location'), name: 'Morrow', ...unknown, refs: [] };
    step.insert('entity', made.environment.newUid(), record);
  });
  expect(updateCluster(made.corpus, made.sara, uid, { place: 'morrow', date: null })).toMatchObject({
    place: 'Morrow',
    date: null,
  });
  expect(updateCluster(made.corpus, made.sara, uid, { place: null }).place).toBeNull();
});

test('a claim that is removed leaves its cards in the same step, and comes back to them', () => {
  const { uid: tag } = claim(post);
  const { uid } = create('Blast', [tag]);
  removeAnnotations(made.corpus, made.sara, [tag]);
  expect(getCluster(made.corpus.read, uid)).toMatchObject({ claims: 0, members: [] });
  undo(made.corpus, made.sara, false);
  expect(getCluster(made.corpus.read, uid).claims).toBe(1);
});

test('each act on a card is one step that undo takes back, and the journal replays', async () => {
  const [first, second] = [claim(post).uid, claim(news).uid];
  const states = [computeContentFingerprint(made.corpus.read)];
  const act = (what: () => unknown) => {
    what();
    states.push(computeContentFingerprint(made.corpus.read));
  };
  let uid = '';
  act(() => ({ uid } = create('Blast', [first, second])));
  act(() => updateCluster(made.corpus, made.sara, uid, { title: 'Explosion', note: 'n' }));
  act(() => removeClaims(made.corpus, made.sara, uid, [first, first]));
  act(() => addClaims(made.corpus, made.sara, uid, [first]));
  act(() => removeCluster(made.corpus, made.sara, uid));
  expect(list().total).toBe(0);
  for (const state of states.toReversed().slice(1)) {
    undo(made.corpus, made.sara, false);
    expect(computeContentFingerprint(made.corpus.read)).toBe(state);
  }
  for (const state of states.slice(1)) {
    redo(made.corpus, made.sara, false);
    expect(computeContentFingerprint(made.corpus.read)).toBe(state);
  }
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

describe('undo across people', () => {
  test('of a claim names what another did with it, also where that is gone again, and takes it back together', () => {
    const { uid: tag } = claim(post);
    const omar = made.person('Omar');
    const { uid } = createCluster(made.corpus, omar, { title: 'Blast', claims: [tag] });
    removeCluster(made.corpus, omar, uid);
    expect(codeOf(() => undo(made.corpus, made.sara, false))).toBe('undo-takes-others');
    expect(undo(made.corpus, made.sara, true).taken.map(({ act, annotator }) => `${act} by ${annotator}`)).toEqual([
      'change cluster by Omar',
      'change cluster by Omar',
      'tag by Sara',
    ]);
    expect(codeOf(() => undo(made.corpus, omar, false))).toBe('nothing-to-undo');
    redo(made.corpus, made.sara, true);
    expect(list().total).toBe(0);
    expect(codeOf(() => redo(made.corpus, made.sara, true))).toBe('nothing-to-redo');
  });

  test('of a removal brings back, together, what another removed later and it needs', () => {
    const { uid: tag } = claim(post);
    const { uid } = create('Blast', [tag]);
    removeAnnotations(made.corpus, made.sara, [tag]);
    removeCluster(made.corpus, made.person('Omar'), uid);
    expect(codeOf(() => undo(made.corpus, made.sara, false))).toBe('undo-takes-others');
    undo(made.corpus, made.sara, true);
    expect(getCluster(made.corpus.read, uid).members.map(({ annotation }) => annotation)).toEqual([tag]);
  });
});
