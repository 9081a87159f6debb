import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { v7 } from 'uuid';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { findAnnotatorByName } from '../../electron/corpus/repositories/annotator-repository.ts';
import { listArticles } from '../../electron/corpus/repositories/article-repository.ts';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { createCorpus } from '../../electron/services/create-corpus.ts';
import { importArticles } from '../../electron/services/import-articles.ts';
import { ReadOptions } from '#shared/domain/import';
import { Handle } from '#shared/domain/ids';
import { writeFileSync } from 'node:fs';
import { toQuantile, toRow, type Row } from './row.ts';

const TAGS = 2000;
const environment = { now: () => new Date(), newUid: () => v7(), door: 'bench', version: '0' };

/** A commit of one small row, as durable as ours, on the same disk. Unit: ms. */
function measureBareCommits(folder: string): number[] {
  const db = new BetterSqlite3(join(folder, 'bare.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, quote TEXT)');
  const insert = db.prepare('INSERT INTO t (a, b, quote) VALUES (?, ?, ?)');
  const times: number[] = [];
  for (let n = 0; n < TAGS; n += 1) {
    const from = performance.now();
    insert.run(n, n + 5, 'quote');
    times.push(performance.now() - from);
  }
  db.close();
  return times;
}

async function measureTags(folder: string): Promise<number[]> {
  const path = join(folder, 'tag.galley');
  const page = join(folder, 'page.txt');
  writeFileSync(page, `A title of its own\n\n${'Words that stand here to be tagged one by one. '.repeat(500)}\n`);
  createCorpus(path, 'Bench', environment);
  const corpus = openCorpus(path, 'write', environment);
  try {
    const annotator = findAnnotatorByName(corpus.read, 'Bench')!.uid;
    const request = { path: page, name: 'page.txt', choice: { handle: Handle.parse('page') } };
    await importArticles(corpus, annotator, [request], ReadOptions.parse({}), {
      report: () => {},
      isCancelled: () => false,
    });
    const article = listArticles(corpus.read, {}, { offset: 0, limit: 1 }).articles[0]!.uid;
    const times: number[] = [];
    for (let n = 0; n < TAGS; n += 1) {
      const from = performance.now();
      createAnnotation(corpus, annotator, { article, label: 'actor', spans: [{ start: 20 + n, end: 25 + n }] });
      times.push(performance.now() - from);
    }
    return times;
  } finally {
    corpus.close();
  }
}

/** One tag: from the call to committed, with its journal row, against a bare commit of the same disk. */
export async function runTagBench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-bench-'));
  try {
    const bare = measureBareCommits(folder);
    const tags = await measureTags(folder);
    return [0.5, 0.99].map((p) =>
      toRow({
        name: `tag: call to committed, p${p * 100}`,
        size: `${TAGS} tags`,
        value: toQuantile(tags, p),
        unit: 'ms',
        reference: toQuantile(bare, p),
        reach: 2,
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
