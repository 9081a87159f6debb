import { describe, expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { deriveUid } from '../../../electron/corpus/derive-uid.ts';
import { findRecord } from '../../../electron/corpus/model/rows.ts';
import { listAnnotations } from '../../../electron/corpus/repositories/annotation-repository.ts';
import { getCodebook } from '../../../electron/corpus/repositories/codebook-repository.ts';
import { resolveStep } from '../../../electron/corpus/repositories/resolve-uid.ts';
import { removeAnnotations, updateAnnotation } from '../../../electron/services/annotate.ts';
import { addLabel } from '../../../electron/services/codebook.ts';
import { computeContentFingerprint } from '../../../electron/services/content-fingerprint.ts';
import { editArticle } from '../../../electron/services/edit-article.ts';
import { getUndoState, goTo, redo, undo } from '../../../electron/services/undo.ts';
import { createRelation } from '../../../electron/services/relations.ts';
import { continueStep, openStep } from '../../../electron/services/write-step.ts';
import { verifyCorpus } from '../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

const fingerprint = ({ corpus }: TestCorpus) => computeContentFingerprint(corpus.read);
const way = { together: false, report: () => {} };
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'done';
  } catch (error) {
    if (error instanceof ExpectedError) return error.code;
    throw error;
  }
};

/** An article that Sara and Omar both work on. */
async function createShared() {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const [sara, omar] = [made.sara, made.person('Omar')];
  const read = () => findRecord(made.corpus.read, 'article', article)!;
  return {
    made,
    article,
    sara,
    omar,
    title: () => read().title,
    byline: () => read().byline,
    edit: (who: string, changes: Parameters<typeof editArticle>[3]) => editArticle(made.corpus, who, article, changes),
    undo: (who: string, together = false) => codeOf(() => undo(made.corpus, who, together)),
    redo: (who: string, together = false) => codeOf(() => redo(made.corpus, who, together)),
  };
}

describe('two people’s changes of one row', () => {
  test('of different fields are each taken back alone, in either order', async () => {
    const { edit, undo: back, title, byline, sara, omar } = await createShared();
    const before = [title(), byline()];
    edit(sara, { title: 'Sara’s' });
    edit(omar, { byline: 'Omar’s' });
    expect(back(sara)).toBe('done');
    expect([title(), byline()]).toEqual([before[0], 'Omar’s']);
    edit(sara, { title: 'Again' });
    expect(back(omar)).toBe('done');
    expect([title(), byline()]).toEqual(['Again', before[1]]);
  });

  test('of one field stand on each other', async () => {
    const { edit, undo: back, title, sara, omar } = await createShared();
    const before = title();
    edit(sara, { title: 'Sara’s' });
    edit(omar, { title: 'Omar’s' });
    expect(back(sara)).toBe('undo-takes-others');
    expect([back(omar), title()]).toEqual(['done', 'Sara’s']);
    expect([back(sara), title()]).toEqual(['done', before]);
  });

  test('of one field, undone by each in turn, come back only where nothing else was put there meanwhile', async () => {
    const { edit, undo: back, redo: again, title, sara, omar } = await createShared();
    const before = title();
    edit(sara, { title: 'Sara’s' });
    edit(omar, { title: 'Omar’s' });
    expect([back(omar), back(sara), title()]).toEqual(['done', 'done', before]);
    expect([again(omar), title()]).toEqual(['done', 'Omar’s']);
    // Omar's stands on what was there without Sara's: hers cannot slip in under it
    expect([again(sara), title()]).toEqual(['undo-takes-others', 'Omar’s']);
    expect([back(omar), title()]).toEqual(['done', before]);
    expect([again(sara), title()]).toEqual(['done', 'Sara’s']);
  });

  test('a change of a removed row waits for the removal', async () => {
    const { made, article, sara, omar, undo: back } = await createShared();
    const { uid } = made.tag(article, 'actor', 0, 7);
    updateAnnotation(made.corpus, sara, uid, { note: 'seen' });
    continueStep(made.corpus, openStep(made.corpus, omar, 'remove tag'), (step) => step.remove('annotation', uid));
    expect(back(sara)).toBe('undo-takes-others');
    expect([back(omar), back(sara)]).toEqual(['done', 'done']);
  });
});

describe('what was done again together', () => {
  test('is taken back together', async () => {
    const { made, article, sara } = await createShared();
    const start = fingerprint(made);
    const first = resolveStep(made.corpus.read, getUndoState(made.corpus.read, sara).undo!.uid);
    for (const [from, to] of [
      [0, 7],
      [8, 15],
      [16, 21],
    ] as const)
      made.tag(article, 'actor', from, to);
    const end = fingerprint(made);
    goTo(made.corpus, sara, first, way);
    expect(fingerprint(made)).toBe(start);
    redo(made.corpus, sara, false);
    expect(fingerprint(made)).toBe(end);
    expect(undo(made.corpus, sara, false).taken).toHaveLength(3);
    expect(fingerprint(made)).toBe(start);
  });
});

describe('going to a step', () => {
  async function createSteps() {
    const shared = await createShared();
    const { made, article, sara } = shared;
    const steps: string[] = [];
    const states: string[] = [];
    for (const start of [0, 8, 16, 22]) {
      made.tag(article, 'actor', start, start + 3);
      steps.push(getUndoState(made.corpus.read, sara).undo!.uid);
      states.push(fingerprint(made));
    }
    const go = (n: number, together = false) =>
      goTo(made.corpus, sara, resolveStep(made.corpus.read, steps[n]!), { ...way, together });
    return { ...shared, steps, states, go };
  }

  test('takes back what came after it as one step, and brings it back as one', async () => {
    const { made, go, states, sara } = await createSteps();
    expect(go(1).taken).toHaveLength(2);
    expect(fingerprint(made)).toBe(states[1]);
    redo(made.corpus, sara, false);
    expect(fingerprint(made)).toBe(states[3]);
  });

  test('goes back and forth in any order', async () => {
    const { made, go, states } = await createSteps();
    for (const n of [0, 3, 1, 2, 0, 2, 3, 1]) {
      go(n);
      expect(fingerprint(made)).toBe(states[n]);
    }
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  });

  test('does nothing where it is the newest that stands', async () => {
    const { go } = await createSteps();
    expect(go(3)).toEqual({ taken: [], step: null });
  });

  test('names others’ work that stands on it, and takes it along when that was said', async () => {
    const { made, article, go, states, edit, omar } = await createSteps();
    const { uid } = made.tag(article, 'claim', 30, 36);
    continueStep(made.corpus, openStep(made.corpus, omar, 'change tag'), (step) =>
      step.update('annotation', uid, { note: 'Omar’s' }),
    );
    expect(codeOf(() => go(2))).toBe('undo-takes-others');
    expect(go(2, true).taken).toHaveLength(3);
    expect(fingerprint(made)).not.toBe(states[3]);
    edit(omar, { byline: 'Omar’s' });
    expect(codeOf(() => go(1))).toBe('done'); // it stands on nothing of Sara's
  });

  test('cannot bring back what was taken back before something new was done', async () => {
    const { made, article, go } = await createSteps();
    go(1);
    made.tag(article, 'claim', 30, 36);
    expect(codeOf(() => go(2))).toBe('step-not-reachable');
  });

  test('of another person takes back what one did after it', async () => {
    const { made, sara, omar, edit, go } = await createSteps();
    edit(omar, { byline: 'Omar’s' });
    undo(made.corpus, omar, false);
    const before = fingerprint(made);
    redo(made.corpus, omar, false);
    const other = resolveStep(made.corpus.read, getUndoState(made.corpus.read, omar).undo!.uid);
    edit(sara, { title: 'Sara’s' });
    expect(goTo(made.corpus, sara, other, way).taken.map(({ act }) => act)).toEqual(['edit article']);
    undo(made.corpus, omar, false);
    expect(fingerprint(made)).toBe(before);
    expect(go(3)).toEqual({ taken: [], step: null });
  });

  test('survives a restart', async () => {
    const { made, go, states, sara } = await createSteps();
    go(0);
    made.reopen();
    expect(getUndoState(made.corpus.read, sara)).toMatchObject({ undo: { act: 'tag' }, redo: { act: 'tag' } });
    go(2);
    expect(fingerprint(made)).toBe(states[2]);
  });
});

test('a label goes together with what a long write that was taken back had tagged with it, and comes back with it', async () => {
  const { made, article, sara } = await createShared();
  addLabel(made.corpus, sara, { name: 'weapon', key: null, excludes: [] });
  const { uid } = made.tag(article, 'weapon', 0, 7);
  const record = findRecord(made.corpus.read, 'annotation', uid)!;
  removeAnnotations(made.corpus, sara, [uid]);
  const end = () => fingerprint(made);
  const step = openStep(made.corpus, sara, 'tag many');
  const [batch, from, to] = [1, 2, 3].map(() => made.environment.newUid()) as [string, string, string];
  continueStep(made.corpus, step, (writer) => {
    writer.insert('batch', batch, { step: step.uid, state: 'open' });
    for (const each of [from, to]) writer.insert('annotation', each, { ...record, batch });
    const { annotator, layer, origin, origin_reference, revises, codebook_version, note } = record;
    const relation_kind = deriveUid('relation_kind', 'contradicts');
    writer.insert('relation', made.environment.newUid(), {
      ...{ relation_kind, from_annotation: from, to_annotation: to, annotator, layer, origin, origin_reference },
      ...{ revises, codebook_version, note, batch },
    });
  });
  continueStep(made.corpus, step, (writer) => writer.update('batch', batch, { state: 'published' }));
  const full = end();
  for (let times = 0; times < 4; times += 1) undo(made.corpus, sara, false);
  for (let times = 0; times < 4; times += 1) redo(made.corpus, sara, false);
  expect(end()).toBe(full);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('hundreds of hidden tags go with two labels of theirs that exclude each other, told by the thousand, and come back', async () => {
  const { made, article, sara } = await createShared();
  const { uid } = made.tag(article, 'actor', 0, 7);
  const record = findRecord(made.corpus.read, 'annotation', uid)!;
  const actor = findRecord(made.corpus.read, 'label', record.label)!;
  const step = openStep(made.corpus, sara, 'import annotations');
  const [batch, first, second] = [1, 2, 3].map(() => made.environment.newUid()) as [string, string, string];
  continueStep(made.corpus, step, (writer) => {
    writer.insert('batch', batch, { step: step.uid, state: 'open' });
    writer.insert('label', first, { ...actor, name: 'ship', key: null, excludes: [] });
    writer.insert('label', second, { ...actor, name: 'boat', key: null, excludes: [{ excluded: first }] });
    for (let n = 0; n < 1200; n += 1)
      writer.insert('annotation', made.environment.newUid(), { ...record, label: n % 2 ? first : second, batch });
  });
  continueStep(made.corpus, step, (writer) => {
    writer.update('label', first, { excludes: [{ excluded: second }] });
    writer.update('batch', batch, { state: 'published' });
  });
  const full = fingerprint(made);
  const told: { done: number; total: number }[] = [];
  undo(made.corpus, sara, false, ({ done, total }) => void told.push({ done, total }));
  expect(told.filter(({ done }) => done > 0)).toEqual([{ done: 1002, total: 1204 }]);
  expect(made.corpus.read.prepare('SELECT count(*) FROM annotation').pluck().get()).toBe(1);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  redo(made.corpus, sara, false);
  expect(fingerprint(made)).toBe(full);
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

describe('a codebook version is nobody’s to stand on', () => {
  const labelNames = (made: TestCorpus) => getCodebook(made.corpus.read).labels.map(({ name }) => name);

  test('a label goes alone where somebody has tagged with another one since', async () => {
    const { made, article, sara, omar, undo: back, redo: again } = await createShared();
    const before = labelNames(made);
    addLabel(made.corpus, omar, { name: 'weapon', key: null, excludes: [] });
    const tagged = made.tag(article, 'actor', 0, 7);
    const full = fingerprint(made);
    expect([back(omar), labelNames(made)]).toEqual(['done', before]);
    expect(listAnnotations(made.corpus.read, {}, { offset: 0, limit: 9 }).annotations).toEqual([tagged]);
    expect([again(omar), fingerprint(made)]).toEqual(['done', full]);
    expect([back(sara), back(omar), labelNames(made)]).toEqual(['done', 'done', before]);
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  });

  test('its row goes with the last that names it, and comes back with what does again', async () => {
    const { made, article, sara, omar, edit, undo: back, redo: again } = await createShared();
    edit(omar, { byline: 'Omar’s' });
    const start = fingerprint(made);
    addLabel(made.corpus, omar, { name: 'weapon', key: null, excludes: [] });
    const { uid } = made.tag(article, 'actor', 0, 7);
    expect(back(omar)).toBe('done');
    updateAnnotation(made.corpus, sara, uid, { label: 'claim' });
    const moved = fingerprint(made);
    expect([back(sara), back(sara), fingerprint(made)]).toEqual(['done', 'done', start]);
    expect([again(sara), again(sara), fingerprint(made)]).toEqual(['done', 'done', moved]);
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  });

  test('its row stays where a relation alone names it, and the label that it came with goes', async () => {
    const { made, article, sara, omar, undo: back, redo: again } = await createShared();
    const [from, to] = [made.tag(article, 'claim', 0, 7).uid, made.tag(article, 'claim', 8, 15).uid];
    addLabel(made.corpus, omar, { name: 'weapon', key: null, excludes: [] });
    createRelation(made.corpus, sara, { from, to, kind: 'contradicts', note: '' });
    const full = fingerprint(made);
    expect([back(omar), again(omar), fingerprint(made)]).toEqual(['done', 'done', full]);
    expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  });
});
