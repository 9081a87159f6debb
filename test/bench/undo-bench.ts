import type { Corpus } from '../../electron/corpus/open-corpus.ts';
import { tagHits } from '../../electron/services/search/tag-hits.ts';
import { redo, undo } from '../../electron/services/undo.ts';
import { LARGE } from './corpus/find-corpus.ts';
import { toRow, type Row } from './row.ts';
import { withCopy } from './with-copy.ts';

const TAGS = Math.min(10_000, LARGE);
const quiet = { report: () => {}, isCancelled: () => false };

async function measure(corpus: Corpus): Promise<number[]> {
  const hits = corpus.read
    .prepare<[number], { article: string; start: 0; end: number }>(
      'SELECT uid AS article, 0 AS start, length(title) AS "end" FROM article LIMIT ?',
    )
    .all(TAGS);
  const annotator = corpus.read.prepare<[], string>('SELECT uid FROM annotator LIMIT 1').pluck().get()!;
  const took = async (act: () => unknown) => {
    const from = performance.now();
    await act();
    return performance.now() - from;
  };
  const tagged = await took(() => tagHits(corpus, annotator, { hits, label: 'claim', query: 'bench' }, quiet));
  return [tagged, await took(() => undo(corpus, annotator, false)), await took(() => redo(corpus, annotator, false))];
}

/** Ten thousand tags as one step, put on in short transactions, taken back and brought back. */
export async function runUndoBench(): Promise<Row[]> {
  const [tagged, undone, redone] = await withCopy(LARGE, measure);
  const size = `${TAGS} tags, ${LARGE} articles`;
  return [
    toRow({ name: 'batch: tagged', size, value: tagged!, unit: 'ms' }),
    toRow({ name: 'batch: undone', size, value: undone!, unit: 'ms', reach: 2000 }),
    toRow({ name: 'batch: redone', size, value: redone!, unit: 'ms', reach: 2000 }),
  ];
}
