import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Corpus } from '../../electron/corpus/open-corpus.ts';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { LARGE, SMALL } from './corpus/find-corpus.ts';
import { createRandom } from './corpus/random.ts';
import { toQuantile, toRow, type Row } from './row.ts';
import { timeEach } from './time.ts';
import { withCopy, withFolder } from './with-copy.ts';

const TAGS = 2000;

/** A commit of one small row, as durable as ours, on the same disk. Unit: ms. */
export const measureBareCommits = (): Promise<number[]> =>
  withFolder((folder) => {
    const db = new BetterSqlite3(join(folder, 'bare.sqlite'));
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, quote TEXT)');
    const insert = db.prepare('INSERT INTO t (a, b, quote) VALUES (?, ?, ?)');
    const times = timeEach(
      Array.from({ length: TAGS }, (_, n) => n),
      (n) => insert.run(n, n + 5, 'quote'),
    );
    db.close();
    return times;
  });

/** The title of one article after the other is tagged, here and there in the corpus. Unit: ms. */
function measureTags({ read, ...corpus }: Corpus): number[] {
  const random = createRandom(11);
  const titles = read
    .prepare<[], { article: string; end: number }>('SELECT uid AS article, length(title) AS end FROM article')
    .all();
  const annotator = read.prepare<[], string>('SELECT uid FROM annotator LIMIT 1').pluck().get()!;
  const chosen = Array.from({ length: TAGS }, () => random.pick(titles));
  return timeEach(chosen, ({ article, end }) =>
    createAnnotation({ read, ...corpus }, annotator, { article, label: 'claim', spans: [{ start: 0, end }] }),
  );
}

/** One tag: from the call to committed, with its journal row, against a bare commit of the same disk. */
export async function runTagBench(): Promise<Row[]> {
  const bare = await measureBareCommits();
  const small = await withCopy(SMALL, measureTags);
  const large = await withCopy(LARGE, measureTags);
  return [
    ...[0.5, 0.99].map((p) =>
      toRow({
        name: `tag: call to committed, p${p * 100}`,
        size: `${LARGE} articles`,
        value: toQuantile(large, p),
        unit: 'ms',
        reference: toQuantile(bare, p),
        reach: 2,
      }),
    ),
    toRow({
      name: 'growth of tag, p99, times',
      size: `${SMALL} to ${LARGE} articles`,
      value: toQuantile(large, 0.99) / toQuantile(small, 0.99),
      unit: '×',
      reach: 3,
    }),
  ];
}
