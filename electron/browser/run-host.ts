import { fileURLToPath } from 'node:url';
import { ExpectedError } from '#shared/errors';
import { hostMessages } from '#shared/messages/en/browser-host';
import { readPageFiles, type PageFile } from '../page/read-page-files.ts';
import { logBug } from '../worker/installation.ts';
import { startThread } from '../worker/start-thread.ts';
import { startBrowserHost, type BrowserHost } from './browser-host.ts';
import { openAtStart } from './open-at-start.ts';

const pageFolder = fileURLToPath(new URL('../../out/renderer', import.meta.url));
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type RunOptions = {
  /** Else the one that was open last. */
  corpus: string | undefined;
  /** Who is working, where the command line says so; else the settings' name. */
  person: string | null;
  port: number;
  /** What a person should read, on standard error. */
  tell(text: string): void;
  onLetIn?(): void;
  /** Stops when no page has been open for so long. Unit: milliseconds. */
  stopWhenIdleMs?: number;
};

/** `ended` gives the exit status: 0 when it was stopped or idle, 1 when the worker died. */
export type RunningHost = { host: BrowserHost; stop(): void; ended: Promise<0 | 1> };

/**
 * Runs the worker and the host until a signal, idleness or the worker's death; the corpus is closed before it ends.
 *
 * Errors: page-missing, port-taken, `CallError` where the corpus that was asked for cannot be opened.
 */
export async function runHost(options: RunOptions): Promise<RunningHost> {
  const { tell, stopWhenIdleMs } = options;
  const page = readPage();
  const end = Promise.withResolvers<0 | 1>();
  const stop = () => end.resolve(0);
  const client = startThread('the browser host', options.person, (error) => {
    logBug(`worker: ${error instanceof Error ? error.stack : String(error)}`);
    tell(hostMessages.died(error instanceof Error ? error.message : String(error)));
    end.resolve(1);
  });
  let host: BrowserHost | undefined;
  const close = async (status: 0 | 1) => {
    await host?.close();
    if (status === 0) await client.close();
    for (const signal of signals) process.off(signal, stop);
    return status;
  };
  for (const signal of signals) process.on(signal, stop);
  try {
    host = await startBrowserHost({
      client,
      page,
      port: options.port,
      logBug,
      ...(options.onLetIn && { onLetIn: options.onLetIn }),
      ...(stopWhenIdleMs !== undefined && { idle: { afterMs: stopWhenIdleMs, stop } }),
    });
    // a worker that dies answers nothing
    await Promise.race([openAtStart(client, options.corpus, tell), end.promise]);
  } catch (error) {
    await close(0);
    throw error;
  }
  return { host, stop, ended: end.promise.then(close) };
}

/** Errors: page-missing. */
function readPage(): Map<string, PageFile> {
  try {
    const page = readPageFiles(pageFolder);
    if (page.has('index.html')) return page;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  throw new ExpectedError('page-missing');
}
