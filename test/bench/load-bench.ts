import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { stringify } from 'csv-stringify/sync';
import { Handle } from '#shared/domain/ids';
import { ReadOptions } from '#shared/domain/import';
import { openCorpus } from '../../electron/corpus/open-corpus.ts';
import { createCorpus } from '../../electron/services/create-corpus.ts';
import { importArticles } from '../../electron/services/import-articles.ts';
import { environment } from './corpus/build-corpus.ts';
import { LARGE } from './corpus/find-corpus.ts';
import { makeArticle, makeEntities, makeOutlets } from './corpus/make-article.ts';
import { createRandom } from './corpus/random.ts';
import { makeVocabulary } from './corpus/vocabulary.ts';
import { toRow, type Row } from './row.ts';
import { withFolder } from './with-copy.ts';

const ARTICLES = Math.max(100, LARGE / 10);
const quiet = { report: () => {}, isCancelled: () => false };

type Loaded = { title: string; text: string; outlet: string; date: string };

function makeRows(): Loaded[] {
  const random = createRandom(5);
  const [vocabulary, entities, outlets] = [makeVocabulary(random), makeEntities(random, 1000), makeOutlets(random)];
  return Array.from({ length: ARTICLES }, () => {
    const { title, text, outlet, date } = makeArticle(random, vocabulary, entities, outlets);
    const parts = [date.month, date.day].map((part) => String(part).padStart(2, '0'));
    return { title, text, outlet: outlets[outlet]!.name, date: `${date.year}-${parts.join('-')}` };
  });
}

async function measureOurs(folder: string, file: string): Promise<number> {
  const path = join(folder, 'loaded.galley');
  createCorpus(path, 'Ada', environment);
  const corpus = openCorpus(path, 'write', environment);
  try {
    const annotator = corpus.read.prepare<[], string>('SELECT uid FROM annotator').pluck().get()!;
    const request = { path: file, name: 'articles.csv', choice: { handle: Handle.parse('articles') } };
    const from = performance.now();
    await importArticles(corpus, annotator, [request], ReadOptions.parse({}), quiet, { isListed: false });
    return performance.now() - from;
  } finally {
    corpus.close();
  }
}

const INDEX = `
  CREATE VIRTUAL TABLE found USING fts5(title, text, content = 'articles', prefix = '2 3 4');
  INSERT INTO found (found) VALUES ('rebuild');`;

/** SQLite's own program, which is not ours and may not be there. */
const program = 'sqlite3';

/** The same rows by `sqlite3 .import` where it is installed, else by a bare connection; and an index of their words. */
function measureReference(folder: string, file: string, rows: Loaded[]): number {
  const path = join(folder, 'reference.sqlite');
  const from = performance.now();
  if (spawnSync(program, ['--version']).status === 0) {
    execFileSync(program, [path, '.mode csv', `.import "${file}" articles`, INDEX]);
  } else {
    const db = new BetterSqlite3(path);
    db.exec('CREATE TABLE articles (title, text, outlet, date)');
    const insert = db.prepare('INSERT INTO articles VALUES (@title, @text, @outlet, @date)');
    db.transaction(() => rows.forEach((row) => insert.run(row)))();
    db.exec(INDEX);
    db.close();
  }
  return performance.now() - from;
}

/** Articles of a table, with sources, journal and search index, for as long as SQLite takes for the rows and an index alone. */
export const runLoadBench = (): Promise<Row[]> =>
  withFolder(async (folder) => {
    const rows = makeRows();
    const file = join(folder, 'articles.csv');
    writeFileSync(file, stringify(rows, { header: true }));
    const reference = measureReference(folder, file, rows) / ARTICLES;
    const value = (await measureOurs(folder, file)) / ARTICLES;
    const size = `${ARTICLES} articles`;
    return [
      toRow({ name: 'load from a table, each article', size, value, unit: 'ms', reference, reach: 2 * reference }),
    ];
  });
