import { execFile } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import envPaths from 'env-paths';
import { WorkerClient } from './worker-client.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const LOG_LIMIT = 5_000_000;

export const readVersion = () =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;

/** Where settings and log lie: the system's folder for them, or `GALLEY_CONFIG_FOLDER`. */
export const findSettingsFolder = () =>
  process.env['GALLEY_CONFIG_FOLDER'] ?? envPaths('galley', { suffix: '' }).config;

/** Writes to the log, which starts anew when it has grown large; a log that cannot be written stops nothing. */
export function logBug(text: string): void {
  const folder = findSettingsFolder();
  const path = join(folder, 'galley.log');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const flag = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT ? 'w' : 'a';
    appendFileSync(path, `${new Date().toISOString()} ${text}\n`, { mode: 0o600, flag });
  } catch {
    process.stderr.write(`${text}\n`);
  }
}

/** Looks at a corpus in a process with little memory, which is killed when it takes longer than its size explains. */
function checkCorpus(path: string, how: 'whole' | 'quick'): Promise<string | null> {
  const script = fileURLToPath(new URL('./check-corpus.ts', import.meta.url));
  const sizeMb = (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 1e6;
  const timeout = Math.ceil(20_000 + sizeMb * 200);
  const args = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=512', script, path, how];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { timeout, killSignal: 'SIGKILL', maxBuffer: 1 << 20 }, (error, stdout) => {
      if (error?.killed) return resolve('looking at it took too long');
      if (error) return resolve('looking at it failed');
      resolve((JSON.parse(stdout) as { problem: string | null }).problem);
    });
  });
}

/**
 * Starts the worker as a thread of this process: for the command line and the browser host.
 *
 * `person`: who is at the keyboard where the door knows it; `onDeath` is called when the thread ends unasked.
 */
export function startThread(door: string, person: string | null, onDeath: (error: unknown) => void): WorkerClient {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  worker.on('error', onDeath);
  const port = {
    send: (message: unknown) => worker.postMessage(message),
    receive: (listener: (message: unknown) => void) => worker.on('message', listener),
    close: () => void worker.terminate(),
  };
  const folders = {
    settings: findSettingsFolder(),
    documents: join(homedir(), 'Documents'),
    home: homedir(),
    sample: join(root, 'out', 'sample', 'sample.galley'),
  };
  return new WorkerClient(port, { start: { door, version: readVersion(), person, folders }, checkCorpus, logBug });
}
