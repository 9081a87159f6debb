import { execFile } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { lookingFailed } from '#shared/messages/en/notices';
import { findFolders, logBug, readVersion, toCheckLimitMs } from './installation.ts';
import type { WorkerStart } from './messages.ts';
import { toPort } from './thread-port.ts';
import { WorkerClient } from './worker-client.ts';

/** The programs that lie beside this file, whether that is a source or bundled. */
const toProgram = (name: 'worker' | 'check-corpus') => new URL(`./${name}${extname(import.meta.url)}`, import.meta.url);

/** Looks at a corpus in a process with little memory, which is killed when it takes longer than its size explains. */
function checkCorpus(path: string, how: 'quick' | 'whole' | 'copy'): Promise<string | null> {
  const script = fileURLToPath(toProgram('check-corpus'));
  const args = ['--disable-warning=ExperimentalWarning', '--max-old-space-size=512', script, path, how];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      args,
      { timeout: toCheckLimitMs(path), killSignal: 'SIGKILL', maxBuffer: 1 << 20 },
      (error, stdout, stderr) => {
        if (error?.killed) return resolve(lookingFailed.tooLong);
        if (!error) return resolve((JSON.parse(stdout) as { problem: string | null }).problem);
        logBug(`check-corpus: ${stderr || error.message}`);
        resolve(lookingFailed.died);
      },
    );
  });
}

/**
 * Half of what V8 takes by itself: the process of a host that has compared two sides of 50,000 articles is 30 MB smaller, and an import
 * takes no longer.
 */
const YOUNG_MB = 24;

/**
 * Starts the worker as a thread of this process: for the command line and the browser host.
 *
 * `person`: who is at the keyboard where the door knows it; `onDeath` is called when the thread ends unasked.
 */
export function startThread(
  door: string,
  person: string | null,
  onDeath: (error: unknown) => void,
  options: Pick<WorkerStart, 'readsHere'> = {},
): WorkerClient {
  const worker = new Worker(toProgram('worker'), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  worker.on('error', onDeath);
  return new WorkerClient(toPort(worker), {
    start: { door, version: readVersion(), person, folders: findFolders(), ...options },
    checkCorpus,
    logBug,
  });
}
