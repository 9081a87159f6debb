import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { isJob, type HandledName, type JobId, type Result } from '#shared/api/contract';
import { internalFailure, toLogText } from '#shared/api/failed-call';
import type { Beside } from '../api/answer.ts';
import type { Session } from '../api/session.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import type { WorkerStart } from './messages.ts';
import { toPort } from './thread-port.ts';
import { WorkerClient } from './worker-client.ts';

const cancelled: Result<never> = { ok: false, error: { code: 'cancelled', values: undefined } };
const interrupted: Result<never> = { ok: false, error: { code: 'reading-interrupted', values: undefined } };
const noCorpus: Result<never> = { ok: false, error: { code: 'no-corpus-open', values: undefined } };

/** The worker's own program, which lies beside this file whether that is a source or bundled. */
const program = new URL(`./worker${extname(import.meta.url)}`, import.meta.url);

type Call = { name: HandledName; input: unknown; resolve: (result: Result<unknown>) => void };

/**
 * With these V8 clears away sooner what long reads leave behind: without them the process of a host that has compared two sides of 50,000
 * articles is 150 MB larger, and no quicker. What is kept for that is a hundred.
 */
const [YOUNG_MB, OLD_MB] = [12, 1024];

/** One thread that reads one corpus, with what it was asked and has not answered. */
type Thread = {
  corpus: Corpus;
  /** Who is at the keyboard, by name. */
  person: string | null;
  worker: Worker;
  client: WorkerClient;
  ended: Promise<unknown>;
  calls: Set<Call>;
  jobs: Set<JobId>;
  /** How many of the files that were given out it knows. */
  grants: number;
};

export type ReaderOptions = {
  session: Session;
  start: Omit<WorkerStart, 'type' | 'beside'>;
  logBug(text: string): void;
  /** How long a job may take to hear that it is to stop, and the reader to close, before its thread is ended. */
  patienceMs: number;
};

/**
 * The second worker, in a thread of its own: it is started with the first long read of a corpus and ended before that closes.
 *
 * Where it dies, what it was doing fails, and the next read starts another. A job that does not hear that it is to stop is
 * ended with its thread; what else that was asked is then asked of a new one.
 */
export class Reader implements Beside {
  readonly #options: ReaderOptions;
  #thread: Thread | null = null;
  /** Threads that were given up and may still be in the middle of a query. */
  readonly #ending = new Set<Promise<unknown>>();

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  call(name: HandledName, input: unknown): Promise<Result<unknown>> {
    return new Promise((resolve) => this.#ask({ name, input, resolve }));
  }

  #ask(call: Call): void {
    const { session } = this.#options;
    // the corpus as it was at a moment may be on show in place of the open one, or no more; or somebody else sat down
    const isOther = this.#thread?.corpus !== session.getCorpus() || this.#thread.person !== session.person;
    if (this.#thread && isOther) void this.leave();
    const thread = (this.#thread ??= this.#start());
    for (const { handle, path, name } of session.grants.list().slice(thread.grants)) {
      thread.client.grantAs(handle, path, name);
      thread.grants += 1;
    }
    thread.calls.add(call);
    void thread.client.forward(call.name, call.input).then((result) => {
      if (!thread.calls.delete(call)) return; // it was given up
      if (result.ok && isJob(call.name)) thread.jobs.add(result.value as JobId);
      call.resolve(result);
    });
  }

  #start(): Thread {
    const { session, start, logBug } = this.#options;
    const corpus = session.getCorpus();
    const { path, place, mode, holder } = corpus;
    const worker = new Worker(program, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, maxOldGenerationSizeMb: OLD_MB },
    });
    const client = new WorkerClient(toPort(worker), {
      start: { ...start, person: session.person, beside: { path, place, mode, holder } },
      checkCorpus: () => Promise.reject(new Error('A reader opens nothing')),
      logBug,
    });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    const thread: Thread = {
      corpus,
      person: session.person,
      worker,
      client,
      ended,
      calls: new Set(),
      jobs: new Set(),
      grants: 0,
    };
    client.listen((event) => {
      if (event.type === 'job-ended') thread.jobs.delete(event.job);
      if (event.type === 'job-progress' || event.type === 'job-ended') session.options.emit(event);
    });
    worker.on('error', (error) => logBug(`the reader: ${toLogText(error)}`));
    void ended.then(() => this.#onEnd(thread));
    return thread;
  }

  cancel(job: JobId): void {
    const thread = this.#thread;
    if (!thread?.jobs.has(job)) return;
    void thread.client.forward('jobs:cancel', { job });
    setTimeout(() => {
      if (thread === this.#thread && thread.jobs.has(job)) this.#replace(thread, job);
    }, this.#options.patienceMs).unref();
  }

  /** Ends a thread that is deaf; what else it was asked is asked again, and what else it worked on has to be. */
  #replace(thread: Thread, job: JobId): void {
    this.#thread = null;
    thread.jobs.delete(job);
    this.#end(job, cancelled);
    const calls = [...thread.calls];
    this.#giveUp(thread, interrupted);
    for (const call of calls) this.#ask(call);
  }

  /** A thread in the middle of a query ends when that does; it holds nobody up but whoever closes the corpus. */
  #giveUp(thread: Thread, failure: Result<never>): void {
    for (const job of thread.jobs) this.#end(job, failure);
    thread.jobs.clear();
    thread.calls.clear();
    const ending = thread.worker.terminate().finally(() => this.#ending.delete(ending));
    this.#ending.add(ending);
  }

  #end(job: JobId, result: Result<unknown>): void {
    this.#options.session.options.emit({ type: 'job-ended', job, result });
  }

  #onEnd(thread: Thread): void {
    if (thread !== this.#thread) return;
    this.#thread = null;
    this.#options.logBug('the reader ended unasked');
    for (const { resolve } of thread.calls) resolve(internalFailure);
    this.#giveUp(thread, internalFailure);
  }

  async leave(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    if (thread) {
      const limit = Promise.withResolvers<void>();
      const timer = setTimeout(limit.resolve, this.#options.patienceMs);
      await Promise.race([thread.client.close(), thread.ended, limit.promise]);
      clearTimeout(timer);
      for (const { resolve } of thread.calls) resolve(noCorpus);
      this.#giveUp(thread, cancelled);
    }
    await Promise.all(this.#ending);
  }
}
