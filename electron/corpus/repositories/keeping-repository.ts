import { statement, type ReadDb } from '../connection.ts';
import { listHeads, toFingerprint } from '../journal/chain.ts';
import { migrations, readSchemaVersion } from '../migrate.ts';
import { countArticles } from './article-repository.ts';
import { getCorpusRow } from './corpus-repository.ts';

/** What a copy is told by: whose it is, how much is in it, and when the corpus was made. */
export type Extent = { uid: string; steps: number; articles: number; fingerprint: string; firstAt: string };

/** Of a corpus of any of our schemas. */
export function readExtent(db: ReadDb): Extent {
  const { steps, firstAt } = statement<[], { steps: number | null; firstAt: string | null }>(
    db,
    'SELECT max(id) AS steps, (SELECT at FROM step ORDER BY id LIMIT 1) AS firstAt FROM step',
  ).get()!;
  const isCurrent = readSchemaVersion(db) === migrations.length;
  return {
    uid: getCorpusRow(db)?.uid ?? '',
    steps: steps ?? 0,
    articles: isCurrent ? countArticles(db) : statement<[], number>(db, 'SELECT count(*) FROM article').pluck().get()!,
    fingerprint: toFingerprint(listHeads(db)),
    firstAt: firstAt ?? new Date(0).toISOString(),
  };
}
