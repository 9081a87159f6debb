import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allDerived } from '../../../electron/corpus/derived/all-derived.ts';
import { sha256Hex } from '../../../electron/corpus/journal/hash.ts';
import { openMemoryCorpus } from '../../../electron/corpus/open-memory.ts';
import { buildCorpus } from './build-corpus.ts';

/** Raised when a corpus is made otherwise, so that those which lie there are not used any more. */
const VERSION = 3;

/** What the tables are like and how derived ones are made: a corpus of others is no use either. */
function toSchemaKey(): string {
  const db = openMemoryCorpus();
  const schema = db
    .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name')
    .pluck()
    .all();
  db.close();
  return sha256Hex(JSON.stringify([schema, allDerived.map(({ name, version }) => [name, version])])).slice(0, 8);
}
const folder = join(tmpdir(), 'galley-bench');

/** How many articles the large corpus has; fewer for a quick look. */
export const LARGE = Number(process.env['GALLEY_BENCH_ARTICLES'] ?? 100_000);
export const SMALL = Math.min(1000, LARGE);

/** The corpus of so many articles, made where it does not lie in the system's folder for temporary files yet. */
export function findCorpus(articles: number): string {
  const path = join(folder, `${articles}-v${VERSION}-${toSchemaKey()}.galley`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `draft-${process.pid}.galley`);
  try {
    buildCorpus(draft, articles, (done) => {
      if (done % 5000 === 0) process.stderr.write(`  making the corpus: ${done} of ${articles}\n`);
    });
    renameSync(draft, path);
  } finally {
    for (const part of ['', '-wal', '-shm', '-lock']) rmSync(draft + part, { force: true });
  }
  return path;
}

/** A copy of it, to be written to and removed. */
export function copyCorpus(articles: number, into: string): string {
  const copy = join(into, `${articles}.galley`);
  copyFileSync(findCorpus(articles), copy);
  return copy;
}
