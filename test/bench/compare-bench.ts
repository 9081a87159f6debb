import { copyFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Compared } from '#shared/domain/comparison';
import { tokenise } from '#shared/text/tokens';
import { openForReading } from '../../electron/corpus/open-connection.ts';
import { openCorpus, type Corpus } from '../../electron/corpus/open-corpus.ts';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { findClaimedCorpus } from './compare-corpus.ts';
import { look, views } from './compare-look.ts';
import { compareSeeds } from './compare-seeds.ts';
import { environment } from './corpus/build-corpus.ts';
import { LARGE } from './corpus/find-corpus.ts';
import { toRow, type Row } from './row.ts';
import { withFolder } from './with-copy.ts';

const [FIRST_MS, BACK_MS, AFTER_TAG_MS, HEARD_MS, HOST_MB] = [2000, 100, 1000, 50, 600];
/** Of how many articles the words are counted plainly. */
const SAMPLE = 2000;
/** By Zipf's law that its articles follow so many of the outlets have half of them. */
const OUTLETS_OF_A = 3;

type TwoSides = Pick<Compared, 'a' | 'b'>;

/** Two halves of the corpus, by outlet: of the same days, as what is compared mostly is. */
function divide({ read }: Corpus): TwoSides {
  const outlets = read.prepare<[], string>('SELECT name FROM outlet ORDER BY id').pluck().all();
  return { a: { outlets: outlets.slice(0, OUTLETS_OF_A) }, b: { outlets: outlets.slice(OUTLETS_OF_A) } };
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
async function measureHost(path: string, sides: TwoSides, folder: string): Promise<number> {
  const script = fileURLToPath(new URL('./compare-child.ts', import.meta.url));
  const env = { ...process.env, GALLEY_CONFIG_FOLDER: folder };
  const { stdout } = await promisify(execFile)(process.execPath, [script, path, JSON.stringify(sides)], { env });
  return (JSON.parse(stdout) as { mostMb: number }).mostMb;
}

/** Every view of two sides of half the corpus: the first time after opening, set back, and after a tag. */
async function compareHalves(corpus: Corpus, sides: TwoSides, size: string): Promise<Row[]> {
  const rows: Row[] = [];
  const plain = countPlainly(corpus);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  for (const view of views) {
    const read = openForReading(corpus.path);
    delay.enable();
    const add = (what: string, value: number, reach: number, reference?: number) =>
      rows.push(
        toRow({ name: `${view.name}: ${what}`, size, value, unit: 'ms', reach, ...(reference && { reference }) }),
      );
    add('first time', await look(read, view, sides), FIRST_MS, plain);
    await turn(); // what a view does last is heard of too, and not together with what comes after it
    add('set back', await look(read, view, sides), BACK_MS);
    await turn();
    delay.disable();
    tag(corpus);
    delay.enable();
    add('after a tag', await look(read, view, sides), AFTER_TAG_MS);
    await turn();
    delay.disable();
    add('longest until a stop is heard', delay.max / 1e6, HEARD_MS);
    delay.reset();
    read.close();
  }
  return rows;
}

/** Every view on the twelve seed articles, and on two sides of half the corpus, which has claims and event cards. */
export const runCompareBench = (): Promise<Row[]> =>
  withFolder(async (folder) => {
    const rows = await compareSeeds();
    const size = `2 × ${LARGE / 2} articles`;
    const path = join(folder, 'claimed.galley');
    copyFileSync(findClaimedCorpus(LARGE), path);
    const corpus = openCorpus(path, 'write', environment);
    const sides = divide(corpus);
    try {
      rows.push(...(await compareHalves(corpus, sides, size)));
    } finally {
      corpus.close();
    }
    const value = await measureHost(path, sides, folder);
    rows.push(toRow({ name: 'compare: memory of the host', size, value, unit: 'MB', reach: HOST_MB }));
    return rows;
  });
