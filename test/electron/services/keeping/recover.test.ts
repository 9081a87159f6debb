import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Recovery } from '#shared/domain/backup';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { hashRow } from '../../../../electron/corpus/journal/hash.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { recoverCorpus } from '../../../../electron/services/keeping/recover.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

const PAGE = 4096;
const ARTICLES = 150;
const checkCorpus = (path: string, how: 'copy') => Promise.resolve(inspectCorpus(path, how));

/** A number from 0 up to `below` that follows from those before it. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Overwrites pages with noise. Numbers count from 0. */
function overwrite(path: string, pages: readonly number[], random: (below: number) => number): void {
  const bytes = readFileSync(path);
  for (const page of pages) for (let at = page * PAGE; at < (page + 1) * PAGE; at += 1) bytes[at] = random(256);
  writeFileSync(path, bytes);
}

let made: TestCorpus;
let fingerprint: string;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  const names = Array.from({ length: ARTICLES }, (_, n) => `${n}.txt`);
  const files = Object.fromEntries(
    names.map((name, n) => [name, `${SAMPLE_TEXT}${`Words of ${n}, told again. `.repeat(20 + n)}\n`]),
  );
  const { articles } = await made.import(files, { options: { outlet: 'The Paper', split: 'never' } });
  for (const [n, { uid }] of articles.entries()) {
    if (n % 20 === 0) made.reopen();
    const tag = made.tag(uid, n % 2 ? 'actor' : 'claim', 0, 7);
    if (n % 3 === 0) updateAnnotation(made.corpus, made.sara, tag.uid, { note: `note ${n}` });
    if (n % 7 === 0) undo(made.corpus, made.sara, false);
  }
  fingerprint = computeContentFingerprint(made.corpus.read);
  made.corpus.close();
}, 60_000);
afterAll(() => made.remove());

let copies = 0;
/** Damages a copy of the corpus and recovers it. */
async function recover(pages: number[] | number, seed: number) {
  copies += 1;
  const [damaged, out] = [
    join(made.folder, `damaged ${copies}.galley`),
    join(made.folder, `recovered ${copies}.galley`),
  ];
  copyFileSync(made.path, damaged);
  const random = createRandom(seed);
  const total = readFileSync(made.path).length / PAGE;
  const chosen = typeof pages === 'number' ? Array.from({ length: pages }, () => random(total)) : pages;
  overwrite(damaged, chosen, random);
  const before = readFileSync(damaged);
  const options = { environment: made.environment, checkCorpus, person: 'Sara' };
  const report: Recovery = await recoverCorpus(damaged, out, options, noJob);
  expect(readFileSync(damaged).equals(before)).toBe(true);
  return { damaged, out, report };
}

/** Each row of a table that SQLite reads of a damaged file, looked up one by one. */
function* readRows(db: BetterSqlite3.Database, table: string): Generator<Record<string, unknown>> {
  for (let id = 1; id < 5000; id += 1) {
    try {
      const row = db.prepare<[number], Record<string, unknown>>(`SELECT * FROM ${table} WHERE id = ?`).get(id);
      if (row) yield row;
    } catch {
      // its page is damaged
    }
  }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest();

/** What holds in a damaged file, by SQLite alone: uids of articles whose text and source hold, hashes of rows whose chain holds. */
function readWhatHolds(path: string) {
  const holds = { articles: [] as string[], rows: [] as string[] };
  let db: BetterSqlite3.Database;
  try {
    db = new BetterSqlite3(path, { readonly: true });
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch {
    return holds; // its first page is damaged
  }
  const by = (table: string) => new Map([...readRows(db, table)].map((row) => [row['id'], row]));
  const [texts, sources, strands, steps] = [by('article_text'), by('source'), by('strand'), by('step')];
  for (const { uid, text_id, source_id } of readRows(db, 'article')) {
    const text = texts.get(text_id);
    if (!sources.has(source_id)) continue; // it can only come back by its journal row
    if (text && hashOf(text['text'] as string).equals(text['sha256'] as Buffer)) holds.articles.push(uid as string);
  }
  const rows = [...readRows(db, 'journal')];
  const at = new Map(rows.map((row) => [`${row['strand_id'] as number} ${row['number'] as number}`, row]));
  for (const row of rows) {
    const previous = at.get(`${row['strand_id'] as number} ${(row['number'] as number) - 1}`);
    const [strand, step] = [strands.get(row['strand_id']), steps.get(row['step_id'])];
    if (!strand || (row['step_id'] !== null && !step) || (row['number'] !== 0 && !previous)) continue;
    const { number, lamport, op, kind, target, article_uid: article } = row as never;
    const header = {
      strand: strand['uid'] as string,
      number,
      lamport,
      step: (step?.['uid'] as string) ?? null,
      op,
      kind,
      target,
      article,
    };
    const payload = hashOf(row['payload'] as string);
    if (
      payload.equals(row['payload_sha256'] as Buffer) &&
      hashRow(header, payload, (previous?.['hash'] as Buffer) ?? null).equals(row['hash'] as Buffer)
    )
      holds.rows.push((row['hash'] as Buffer).toString('hex'));
  }
  db.close();
  return holds;
}

async function expectAllThere(damaged: string, out: string, report: Recovery) {
  const holds = readWhatHolds(damaged);
  const corpus = openCorpus(out, 'read', made.environment);
  const articles = new Set(corpus.read.prepare('SELECT uid FROM article').pluck().all());
  const rows = new Set(corpus.read.prepare('SELECT lower(hex(hash)) FROM journal').pluck().all());
  expect(holds.articles.filter((uid) => !articles.has(uid))).toEqual([]);
  expect(holds.rows.filter((hash) => !rows.has(hash))).toEqual([]);
  for (const { sha256, text } of corpus.read
    .prepare<[], { sha256: Buffer; text: string }>('SELECT sha256, text FROM article_text')
    .all())
    expect(hashOf(text).equals(sha256)).toBe(true);
  expect(report.recovered).toMatchObject({ articles: articles.size, journal: rows.size });
  const missing = ARTICLES - articles.size;
  expect(report.lost.filter((each) => each.startsWith('article “')).length).toBeGreaterThanOrEqual(
    Math.min(missing, 1),
  );
  expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
  corpus.close();
}

describe('from a damaged file', () => {
  test.each([1, 2, 3])(
    'with 50 pages overwritten at random (%i) all that holds comes back, and the rest is named',
    async (seed) => {
      const { damaged, out, report } = await recover(50, seed);
      await expectAllThere(damaged, out, report);
      expect(report.recovered.articles).toBeGreaterThan(ARTICLES / 2);
      expect(report.lostCount).toBeGreaterThan(0);
    },
  );

  test('whose first page is gone, which SQLite does not open, all comes back', async () => {
    const { out, report } = await recover([0], 4);
    expect(report.recovered.articles).toBe(ARTICLES);
    const corpus = openCorpus(out, 'write', made.environment);
    expect(computeContentFingerprint(corpus.read)).toBe(fingerprint);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
    corpus.close();
  });

  test('of which nothing is damaged all comes back as it was', async () => {
    const { out, report } = await recover([], 5);
    expect(report).toMatchObject({ lost: [], lostCount: 0 });
    const corpus = openCorpus(out, 'read', made.environment);
    expect(computeContentFingerprint(corpus.read)).toBe(fingerprint);
    corpus.close();
  });

  test('work goes on: the new corpus is written, undone and verified like any other', async () => {
    const { out } = await recover(50, 6);
    const corpus = openCorpus(out, 'write', made.environment);
    const sara = corpus.read.prepare<[], string>(`SELECT uid FROM annotator WHERE name = 'Sara'`).pluck().get()!;
    const before = computeContentFingerprint(corpus.read);
    const [uid] = corpus.read.prepare<[], string>('SELECT uid FROM annotation LIMIT 1').pluck().all();
    updateAnnotation(corpus, sara, uid!, { note: 'after' });
    undo(corpus, sara, false);
    expect(computeContentFingerprint(corpus.read)).toBe(before);
    expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
    corpus.close();
  });

  test('an import stays finished whose last journal row is gone', async () => {
    const bytes = readFileSync(made.path);
    const pages = new Set<number>();
    for (let at = bytes.indexOf('"state":"published"'); at !== -1; at = bytes.indexOf('"state":"published"', at + 1))
      pages.add(Math.floor(at / PAGE));
    expect(pages.size).toBeGreaterThan(0);
    const { damaged, out, report } = await recover([...pages], 7);
    expect(report.recovered.articles).toBe(ARTICLES);
    await expectAllThere(damaged, out, report);
  });

  test('that is no corpus nothing comes, and no file is made', async () => {
    const path = join(made.folder, 'noise.galley');
    writeFileSync(path, Buffer.alloc(40_000, 7));
    const options = { environment: made.environment, checkCorpus, person: null };
    await expect(recoverCorpus(path, join(made.folder, 'none.galley'), options, noJob)).rejects.toMatchObject({
      code: 'nothing-to-recover',
    });
  });
});
