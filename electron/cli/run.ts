import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { JobName, Input, Output } from '#shared/api/contract';
import { cliMessages } from '#shared/messages/en/command-line';
import { startThread } from '../worker/start-thread.ts';
import { CallError, type WorkerClient } from '../worker/worker-client.ts';
import { endProgress, printError, showProgress } from './print.ts';

/** A wrong use of the command line: exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** `annotator` is true where `--annotator` stands alone: then it is the name in the settings, else the system's. */
/** `asOf`: reading commands answer of the corpus as it was after that step. */
export type CommonOptions = { asOf?: string; corpus?: string; json?: boolean; annotator?: string | true };

const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());

/** Who is working, where the command line says so; else the settings' name counts. */
export const getPerson = ({ annotator = process.env['GALLEY_ANNOTATOR'] ?? '' }: CommonOptions): string | null =>
  annotator === true ? null : annotator.trim() || null;

/** Runs work with a worker of its own and closes it whatever happens. */
export async function withWorker<T>(options: CommonOptions, work: (client: WorkerClient) => Promise<T>): Promise<T> {
  const die = (error: unknown) => {
    printError(String(error));
    process.exit(1);
  };
  const client = startThread('the command line', getPerson(options), die, { readsHere: true });
  client.listen((event) => {
    if (event.type === 'notice') printError(event.text);
  });
  try {
    if (options.annotator !== true) return await work(client);
    const { name, suggestedName } = await client.call('settings:get', {});
    if (name !== null) return await work(client);
    options = { ...options, annotator: suggestedName };
  } finally {
    await client.close();
  }
  return withWorker(options, work);
}

export function getCorpusPath({ corpus }: CommonOptions): string {
  if (corpus === undefined) throw new UsageError(cliMessages.needCorpus);
  return resolve(corpus);
}

/** Runs work on the corpus that `--corpus` names. */
export async function withCorpus<T>(
  options: CommonOptions,
  access: 'read' | 'write',
  work: (client: WorkerClient) => Promise<T>,
): Promise<T> {
  const path = getCorpusPath(options);
  if (options.asOf !== undefined && access === 'write') throw new UsageError(cliMessages.asOfReads);
  return withWorker(options, async (client) => {
    await client.call('corpus:open', { handle: client.grant(path), write: access === 'write' });
    if (options.asOf !== undefined) await showAsOf(client, options.asOf);
    return work(client);
  });
}

async function showAsOf(client: WorkerClient, step: string): Promise<void> {
  const { handle, problems } = await runJob(client, 'keeping:as-of', { step: step });
  for (const problem of problems) printError(problem);
  await client.call('keeping:show-as-of', { handle });
}

/** Makes the corpus that `--corpus` names, or opens it. */
export async function openOrCreate(client: WorkerClient, path: string): Promise<void> {
  const handle = client.grant(path);
  if (existsSync(path)) await client.call('corpus:open', { handle });
  else await client.call('corpus:create', { handle });
}

/** A job with its progress on the terminal; Ctrl+C cancels it. */
export async function runJob<C extends JobName>(client: WorkerClient, name: C, input: Input<C>): Promise<Output<C>> {
  try {
    return await client.runJob(name, input, { onProgress: showProgress, signal: stopped.signal });
  } finally {
    endProgress();
  }
}

/** Exit status: 2 for a wrong use, 1 for what failed. */
export function toExitStatus(error: unknown): number {
  if (error instanceof UsageError) return 2;
  if (error instanceof CallError && ['bad-input', 'no-annotator'].includes(error.failure.code)) return 2;
  return 1;
}
