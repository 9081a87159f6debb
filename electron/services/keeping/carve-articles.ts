import type { Carved, CarvedArticle, CarvedBlock } from '../../corpus/carve/carve-corpus.ts';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { findRecord } from '../../corpus/model/rows.ts';

/**
 * The articles that stand in a damaged file's table of articles, as records, for those whose journal row is gone.
 *
 * Only those whose text is in the new corpus already, and which were seen: of an import that was finished and not undone.
 */
export function* carveArticles(
  carved: Carved,
  built: ReadDb,
): Generator<{ uid: string; record: Record<string, unknown> }> {
  for (const article of carved.articles) {
    const text = carved.texts.get(article.textId)?.sha256.toString('hex');
    const source = carved.sources.get(article.sourceId)?.sha256.toString('hex');
    const stored = text === undefined ? undefined : findText(built, text);
    const batch = article.batchId === null ? undefined : carved.batches.get(article.batchId);
    if (text === undefined || source === undefined || stored === undefined) continue;
    if (batch && batch.state !== 'published') continue;
    const blocks = toBlocks(carved.blocks.get(article.id) ?? [], stored);
    const isBatchThere = batch !== undefined && findRecord(built, 'batch', batch.uid) !== undefined;
    const record = {
      ...article.fields,
      text,
      source,
      outlet: findOutlet(carved, built, article),
      version_of: null,
      batch: isBatchThere ? batch.uid : null,
      meta: [],
      blocks,
    };
    yield { uid: article.uid, record };
  }
}

const findText = (db: ReadDb, hash: string): string | undefined =>
  statement<[string], { text: string | null }>(db, 'SELECT text FROM article_text WHERE sha256 = unhex(?)').get(hash)
    ?.text ?? undefined;

/** The outlet, where it is in the new corpus. */
function findOutlet({ outlets }: Carved, built: ReadDb, { outletId }: CarvedArticle): string | null {
  const uid = outletId === null ? undefined : outlets.get(outletId)?.uid;
  return uid !== undefined && findRecord(built, 'outlet', uid) ? uid : null;
}

/** Blocks that cover the text, else one of it all. */
function toBlocks(found: CarvedBlock[], text: string) {
  const blocks = found.toSorted((a, b) => a.n - b.n);
  let covered = 0;
  const isWhole = blocks.every(({ n, start, end }, at) => {
    const fits = n === at && start >= covered && end <= text.length && !/\S/u.test(text.slice(covered, start));
    covered = end;
    return fits;
  });
  const whole = { n: 0, kind: 'other', start: 0, end: text.length, repeatOf: null, foundBy: 'recovery' };
  const used = blocks.length > 0 && isWhole && !/\S/u.test(text.slice(covered)) ? blocks : [whole];
  return used.map(({ kind, start, end, repeatOf, foundBy }) => ({
    kind,
    start_offset: start,
    end_offset: end,
    repeat_of: repeatOf,
    found_by: foundBy,
  }));
}
