import type { Database } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verification } from '#shared/domain/corpus';
import { verifyMessages } from '#shared/messages/en/verify';
import { allDerived } from '../../../../electron/corpus/derived/all-derived.ts';
import { removeAnnotations, updateAnnotation } from '../../../../electron/services/annotate.ts';
import { addLabel } from '../../../../electron/services/codebook.ts';
import { editArticle, markArticle } from '../../../../electron/services/edit-article.ts';
import type { Job } from '../../../../electron/services/job.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

/** A corpus with something of every kind in it, over two strands. */
async function createWorked(): Promise<TestCorpus> {
  const made = createTestCorpus();
  const { articles } = await made.import({ 'page.txt': SAMPLE_TEXT }, { options: { outlet: 'The Paper' } });
  const article = articles[0]!.uid;
  const { uid } = made.tag(article, 'actor', 0, 7);
  made.tag(article, 'claim', 8, 15, 'Omar');
  made.reopen();
  updateAnnotation(made.corpus, made.sara, uid, { note: 'seen' });
  markArticle(made.corpus, made.sara, article, 'done');
  addLabel(made.corpus, made.sara, { name: 'weapon', key: null, excludes: 'all' });
  editArticle(made.corpus, made.sara, article, { title: 'Ferry' });
  undo(made.corpus, made.sara, false);
  removeAnnotations(made.corpus, made.sara, [made.tag(article, 'claim', 0, 3).uid]);
  return made;
}

/** Changes the file as a fault or another program would: past triggers and journal. */
function damage({ corpus }: TestCorpus, sql: string): void {
  const db = corpus.writer!.db as Database;
  const triggers = db
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all();
  db.pragma('foreign_keys = OFF');
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const trigger of triggers) db.exec(trigger.sql);
}

test('a corpus that was worked on holds, and says what was looked at', async () => {
  const made = await createWorked();
  const found = await verifyCorpus(made.corpus, noJob);
  expect(found).toMatchObject({
    ok: true,
    problems: [],
    checked: { articles: 1, annotations: 2, quotes: 2, sources: 1, erased: 0, strands: 3 },
  });
  expect(found.notes.filter((note) => !note.includes('has to be made anew'))).toEqual([]);
  expect(found.checked.journal).toBe(made.corpus.read.prepare('SELECT count(*) FROM journal').pluck().get());
});

test('a stop is heard within the tables that take long to be held against the corpus', async () => {
  const made = await createWorked();
  let waits = 0;
  let isAtDerived = false;
  const job: Job = {
    report: ({ what }) => (isAtDerived ||= what === verifyMessages.at.derived),
    isCancelled: () => isAtDerived && (waits += 1) > allDerived.length,
  };
  await expect(verifyCorpus(made.corpus, job)).rejects.toMatchObject({ code: 'cancelled' });
});

describe('damage is found, and named:', () => {
  test.each<[string, string, RegExp]>([
    [
      'a flipped letter of a text',
      `UPDATE article_text SET text = replace(text, 'ferry', 'fe2ry')`,
      /^text [0-9a-f]{16}: its words/u,
    ],
    [
      'a letter under a quote',
      `UPDATE article_text SET text = 'X' || substr(text, 2)`,
      /^annotation \S+ in “.*”: at 0–7 there is not/u,
    ],
    [
      'a byte of a source',
      `UPDATE source_chunk SET bytes = CAST('x' || substr(bytes, 2) AS BLOB)`,
      /source “page.txt”: its bytes/u,
    ],
    ['a source that is cut short', 'DELETE FROM source_chunk', /source “page.txt”: its bytes/u],
    ['a quote', `UPDATE annotation_span SET quote = 'x' WHERE n = 0`, /^annotation \S+ in “.*”: at/u],
    ['an offset', 'UPDATE annotation_span SET start_offset = start_offset + 1', /^annotation \S+ in “.*”: at/u],
    [
      'a note',
      `UPDATE annotation SET note = 'no' WHERE note = 'seen'`,
      /^annotation \S+: note differ from what the journal/u,
    ],
    ['a label', 'UPDATE annotation SET label_id = 2', /^annotation \S+: label differ/u],
    [
      'an annotation taken out',
      'DELETE FROM annotation_span; DELETE FROM annotation',
      /^annotation \S+: the journal has it/u,
    ],
    [
      'an annotation put in',
      `INSERT INTO annotation SELECT 99, 'ffffffff-0000-7000-8000-000000000000', article_id, label_id, annotator_id, layer, origin,
         origin_reference, revises_id, codebook_version_id, note, batch_id, NULL, NULL FROM annotation LIMIT 1`,
      /^annotation ffffffff\S+: it is in no journal/u,
    ],
    ['a title', `UPDATE article SET title = 'x'`, /^article \S+: title differ/u],
    ['a block’s kind', `UPDATE block SET kind = 'other' WHERE n = 1`, /^article \S+: blocks differ/u],
    ['a block’s end', 'UPDATE block SET end_offset = end_offset - 5 WHERE n = 1', /article “.*”: text before block 2/u],
    [
      'the last block gone',
      'DELETE FROM block WHERE n = (SELECT max(n) FROM block)',
      /article “.*”: its end is in no block/u,
    ],
    ['blocks that overlap', 'UPDATE block SET start_offset = 0 WHERE n = 1', /article “.*”: block 1 is out of place/u],
    ['an outlet', `UPDATE outlet SET name = 'x'`, /^outlet \S+: name differ/u],
    ['a person’s name', `UPDATE annotator SET name = 'Eve' WHERE name = 'Omar'`, /^annotator \S+: name differ/u],
    ['who did a step', `UPDATE step SET annotator_uid = 'Eve' WHERE act = 'tag'`, /^step \S+: annotator differ/u],
    ['which steps stand', `UPDATE step SET taken_back = 1 WHERE act = 'tag'`, /^step \S+: takenBack differ/u],
    ['what a step takes back', 'DELETE FROM step_takes', /^step \S+: takes differ/u],
    [
      'a journal row’s words',
      `UPDATE journal SET payload = replace(payload, 'seen', 'sEEn')`,
      /^journal row \d+ \(update annotation .*\): what it says/u,
    ],
    [
      'a journal row’s target',
      `UPDATE journal SET target = upper(target) WHERE kind = 'annotation'`,
      /^journal row \d+ .*: it does not follow/u,
    ],
    [
      'a journal row and its hash',
      `UPDATE journal SET payload = '{}', payload_sha256 = unhex('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
       WHERE id = (SELECT min(id) FROM journal WHERE kind = 'annotation')`,
      /^journal row \d+ \(insert annotation .*\): it does not follow/u,
    ],
    [
      'a journal row taken out',
      `DELETE FROM journal WHERE kind = 'article_work'`,
      /^journal row \d+ .*: rows before it are missing/u,
    ],
    [
      'the end of a strand that another stands on',
      'DELETE FROM journal WHERE strand_id = 2 AND number = (SELECT max(number) FROM journal WHERE strand_id = 2)',
      /^journal row \d+ \(insert strand .*\): it stands on row \d+ of strand .*, which is not there/u,
    ],
    [
      'the end of the journal',
      'DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)',
      /^annotation \S+: the journal has it/u,
    ],
    ['a reference to nothing', 'UPDATE annotation SET annotator_id = 999', /annotation row \d+: names a annotator/u],
  ])('%s', async (_, sql, sentence) => {
    const made = await createWorked();
    damage(made, sql);
    const { ok, problems } = await verifyCorpus(made.corpus, noJob);
    expect(ok).toBe(false);
    expect(problems).toContainEqual(expect.stringMatching(sentence));
  });
});

test('what was erased is counted as erased, and its chain holds', async () => {
  const made = await createWorked();
  made.corpus.writer!.db.exec('UPDATE source_chunk SET bytes = NULL');
  made.corpus.writer!.db.exec('UPDATE article_text SET text = NULL');
  expect(await verifyCorpus(made.corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

describe('the two fingerprints', () => {
  let made: TestCorpus;
  let first: Verification;
  beforeAll(async () => {
    made = createTestCorpus({ keep: true });
    await made.importText(SAMPLE_TEXT);
    first = await verifyCorpus(made.corpus, noJob);
  });
  afterAll(() => made.remove());

  test('stay when nothing is done but closing and opening', async () => {
    made.reopen();
    expect(await verifyCorpus(made.corpus, noJob)).toEqual(first);
  });

  test('part: after an undo the contents are as before, the journal is not', async () => {
    const article = made.corpus.read.prepare('SELECT uid FROM article').pluck().get() as string;
    made.tag(article, 'actor', 0, 7);
    undo(made.corpus, made.sara, false);
    const then = await verifyCorpus(made.corpus, noJob);
    expect(then.contentFingerprint).toBe(first.contentFingerprint);
    expect(then.fingerprint).not.toBe(first.fingerprint);
  });
});

test('a person can stop it', async () => {
  const made = await createWorked();
  await expect(verifyCorpus(made.corpus, { report: () => {}, isCancelled: () => true })).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('it can be stopped wherever it is', async () => {
  const made = createTestCorpus();
  const rows = Array.from({ length: 230 }, (_, n) => `T${n},"Words of number ${n} here."`);
  await made.import({ 'table.csv': ['title,text', ...rows].join('\n') });
  let stops = 0;
  for (let isStopped = true; isStopped;) {
    isStopped = false;
    const job = { report: () => (steps += 1), isCancelled: () => (isStopped = steps > stops) };
    let steps = 0;
    await verifyCorpus(made.corpus, job).catch((error: unknown) => expect(error).toMatchObject({ code: 'cancelled' }));
    stops += 1;
  }
  expect(stops).toBeGreaterThan(10);
});
