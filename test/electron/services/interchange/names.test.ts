import { expect, test } from 'vitest';
import { MOST_LABELS } from '#shared/domain/codebook';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { differencesOf, notesOf, plan, readAll, take, writeFiles } from '../../../helpers/interchange.ts';

type Tag = [start: number, end: number, label: string];
const toLine = (text: string, ...label: Tag[]) => `${JSON.stringify({ text, label })}\n`;
const doccano = (...label: Tag[]) => writeFiles({ 'a.jsonl': toLine('Harbour shut', ...label) });

test('a label that the codebook has no room for says so, beside one that can be no name', async () => {
  const made = createTestCorpus();
  const many = Array.from({ length: MOST_LABELS }, (_, n): Tag => [0, 7, `L${n}`]);
  const planned = await plan(made, [doccano(...many, [0, 7, 'A\0B'])], { format: 'doccano' });
  const left = planned.names.filter(({ ours }) => ours === null).map(({ theirs, by }) => [theirs, by]);
  expect(left).toEqual([
    ['A\0B', 'left'],
    ['L7', 'no-room'],
    ['L8', 'no-room'],
    ['L9', 'no-room'],
  ]);
  expect(notesOf(made, planned).find(({ what }) => what.includes('L9'))?.what).toMatch(/no room for more than 50/u);
});

test('a control character in a name is shown as a sign for it', async () => {
  const made = createTestCorpus();
  const planned = await plan(made, [doccano([0, 7, 'A\0\u001B[2J\u007F'])], { format: 'doccano' });
  expect(notesOf(made, planned).map(({ what }) => what)).toEqual(['The label “A␀␛[2J␡” is left out.']);
});

test('a name as long as its file goes by its beginning, can be said to be a label, and is told from others', async () => {
  const made = createTestCorpus();
  const long = 'x'.repeat(1 << 16);
  const folder = doccano([0, 7, `${long}1`], [8, 12, `${long}2`]);
  const { names } = await plan(made, [folder], { format: 'doccano' });
  expect(names).toHaveLength(2);
  for (const { theirs } of names) expect(theirs.length).toBeLessThan(600);
  const mapping = names.map(({ sort, theirs }, n) => ({ sort, theirs, ours: ['actor', 'claim'][n]! }));
  await take(made, [folder], { format: 'doccano', mapping });
  const labels = readAll(made).flatMap(({ annotations }) => annotations.map(({ label }) => label));
  expect(labels.sort()).toEqual(['actor', 'claim']);
  // and is known the next time
  const again = await plan(made, [folder], { format: 'doccano' });
  expect(again.names.map(({ by }) => by)).toEqual(['remembered', 'remembered']);
});

test('a difference says in which file it stands', async () => {
  const made = createTestCorpus();
  const folder = writeFiles({
    'a.jsonl': toLine('Harbour shut', [0, 7, 'actor']),
    'b.jsonl': toLine('Harbour open', [0, 7, 'actor']),
  });
  const planned = await plan(made, [folder], { format: 'doccano' });
  const places = differencesOf(made, planned).map(({ place }) => place);
  expect(places).toEqual([
    expect.stringMatching(/^(.*\/)?a\.jsonl, line 1/u),
    expect.stringMatching(/^(.*\/)?b\.jsonl, line 1/u),
  ]);
});

test('an import that made a label is taken back and brought back with all that hangs on it, saying how far it is', async () => {
  const made = createTestCorpus();
  const before = computeContentFingerprint(made.corpus.read);
  const text = 'x '.repeat(1200);
  const tags = Array.from({ length: 1200 }, (_, n): Tag => [n * 2, n * 2 + 1, 'thing']);
  await take(made, [writeFiles({ 'a.jsonl': toLine(text, ...tags) })], { format: 'doccano' });
  const after = computeContentFingerprint(made.corpus.read);
  const said: { done: number; total: number | null }[] = [];
  undo(made.corpus, made.sara, false, (progress) => said.push(progress));
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  expect(said).toMatchObject([{ what: 'undo' }]);
  expect(said[0]!.done).toBeGreaterThan(999);
  expect(said[0]!.total).toBeGreaterThan(1199);
  redo(made.corpus, made.sara, false);
  expect(computeContentFingerprint(made.corpus.read)).toBe(after);
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
});

test('taking back an import that made no label writes one row, however much it brought', async () => {
  const made = createTestCorpus();
  const tags = Array.from({ length: 300 }, (_, n): Tag => [n * 2, n * 2 + 1, 'actor']);
  const folder = writeFiles({ 'a.jsonl': toLine('x '.repeat(300), ...tags) });
  await take(made, [folder], { format: 'doccano' });
  const { step } = undo(made.corpus, made.sara, false);
  const rows = made.corpus.read
    .prepare<[string], string>(
      `SELECT j.op || ' ' || j.kind FROM journal j JOIN step s ON s.id = j.step_id WHERE s.uid = ? AND j.kind <> 'step'`,
    )
    .pluck()
    .all(step);
  expect(rows).toEqual(['update batch']);
});
