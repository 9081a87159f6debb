import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { copyCorpus, LARGE } from './corpus/find-corpus.ts';
import { toQuantile, toRow, type Row } from './row.ts';
import { withFolder } from './with-copy.ts';

type Measured = { openedMs: number; sizeMb: number; times: number[] };

const measure = (): Promise<Measured> =>
  withFolder(async (folder) => {
    const script = fileURLToPath(new URL('./open-child.ts', import.meta.url));
    const env = { ...process.env, GALLEY_CONFIG_FOLDER: folder };
    const { stdout } = await promisify(execFile)(process.execPath, [script, copyCorpus(LARGE, folder)], { env });
    return JSON.parse(stdout) as Measured;
  });

/** A worker as the browser host has it: opening, its size, and tags while the reader beside it reads. */
export async function runOpenBench(): Promise<Row[]> {
  const { openedMs, sizeMb, times } = await measure();
  const size = `${LARGE} articles`;
  return [
    toRow({ name: 'open to first list', size, value: openedMs, unit: 'ms', reach: 1000 }),
    toRow({ name: 'process, with the first list', size, value: sizeMb, unit: 'MB', reach: 300 }),
    toRow({
      name: 'tag while all claims are listed: call to answer, p99',
      size,
      value: toQuantile(times, 0.99),
      unit: 'ms',
      reach: 50,
    }),
  ];
}
