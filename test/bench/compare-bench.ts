import { monitorEventLoopDelay } from 'node:perf_hooks';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { contract } from '#shared/api/contract';
import { tokenise } from '#shared/text/tokens';
import { comparisonHandlers } from '../../electron/api/handlers/comparison-handlers.ts';
import type { Session } from '../../electron/api/session.ts';
import type { ReadDb } from '../../electron/corpus/connection.ts';
import { openForReading } from '../../electron/corpus/open-connection.ts';
import type { Corpus } from '../../electron/corpus/open-corpus.ts';
import { createAnnotation } from '../../electron/services/annotate.ts';
import type { Job } from '../../electron/services/job.ts';
import { copyCorpus, LARGE } from './corpus/find-corpus.ts';
import { toRow, type Row } from './row.ts';
import { withCopy, withFolder } from './with-copy.ts';

type View = keyof typeof comparisonHandlers;

/** Two halves of the corpus, by date. */
const compared = { a: { to: '2014-12-31' }, b: { from: '2015-01-01' } };
const [FIRST_MS, BACK_MS, AFTER_TAG_MS, HEARD_MS, HOST_MB] = [2000, 100, 1000, 50, 600];
/** Of how many articles the words are counted plainly. */
const SAMPLE = 2000;

const noJob: Job = { report: () => {}, isCancelled: () => false };
/** What can be asked of two sides alone, but for all of it in one. */
const views = (Object.keys(comparisonHandlers) as View[]).filter(
  (name) => name !== 'compare:whole' && contract[name].input.safeParse(compared).success,
);

async function look(name: View, read: ReadDb): Promise<number> {
  const input = contract[name].input.parse(compared);
  const session = { getCorpus: () => ({ read }) } as unknown as Session; // all that a reading handler asks of it
  const show = comparisonHandlers[name] as (
    input: unknown,
    context: { session: Session; job: Job },
  ) => Promise<unknown>;
  const from = performance.now();
  await show(input, { session, job: noJob });
  return performance.now() - from;
}

/** Cutting the texts of the corpus into words and counting these. Unit: ms. */
function countPlainly({ read }: Corpus): number {
  const texts = read.prepare<[number], string>('SELECT text FROM article_text LIMIT ?').pluck();
  const counts = new Map<string, number>();
  const from = performance.now();
  const sample = texts.all(SAMPLE);
  for (const text of sample) for (const { token } of tokenise(text)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return ((performance.now() - from) * LARGE) / sample.length;
}

/** A tag in the middle of the corpus. */
function tag(corpus: Corpus): void {
  const { uid, start, end } = corpus.read
    .prepare<[number], { uid: string; start: number; end: number }>(
      `SELECT a.uid, s.start_offset AS start, s.end_offset AS end FROM article a JOIN annotation n ON n.article_id = a.id
         JOIN annotation_span s ON s.annotation_id = n.id WHERE a.id = ?`,
    )
    .get(Math.round(LARGE / 2))!;
  const sara = corpus.read.prepare<[], string>('SELECT uid FROM annotator LIMIT 1').pluck().get()!;
  createAnnotation(corpus, sara, { article: uid, label: 'actor', spans: [{ start, end }] });
}

/** How large a host gets that shows every view in turn: a process of its own, as other benches have left their marks on this one. */
const measureHost = (): Promise<number> =>
  withFolder(async (folder) => {
    const script = fileURLToPath(new URL('./compare-child.ts', import.meta.url));
    const env = { ...process.env, GALLEY_CONFIG_FOLDER: folder };
    const args = [script, copyCorpus(LARGE, folder), ...views];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return (JSON.parse(stdout) as { mostMb: number }).mostMb;
  });

/** Every view of two sides of half the corpus: the first time after opening, set back, and after a tag. */
export const runCompareBench = (): Promise<Row[]> =>
  withCopy(LARGE, async (corpus) => {
    const rows: Row[] = [];
    const size = `2 × ${LARGE / 2} articles`;
    const plain = countPlainly(corpus);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    for (const name of views) {
      const read = openForReading(corpus.path);
      delay.enable();
      const add = (what: string, value: number, reach: number, reference?: number) =>
        rows.push(toRow({ name: `${name}: ${what}`, size, value, unit: 'ms', reach, ...(reference && { reference }) }));
      add('first time', await look(name, read), FIRST_MS, plain);
      add('set back', await look(name, read), BACK_MS);
      tag(corpus);
      add('after a tag', await look(name, read), AFTER_TAG_MS);
      delay.disable();
      add('longest until a stop is heard', delay.max / 1e6, HEARD_MS);
      delay.reset();
      read.close();
    }
    rows.push(
      toRow({ name: 'compare: memory of the host', size, value: await measureHost(), unit: 'MB', reach: HOST_MB }),
    );
    return rows;
  });
