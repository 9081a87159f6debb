import { basename, join } from 'node:path';
import { isChannel, isJob, type ChannelName, type GalleyEvent, type JobId, type Result } from '#shared/api/contract';
import { internalFailure } from '#shared/api/failed-call';
import type { CorpusStatus, RecentCorpus } from '#shared/domain/corpus';
import type { Handle } from '#shared/domain/ids';
import { toSentence } from '#shared/errors';
import { workerGone, workerRestarted, workerRestartedWithout } from '#shared/messages/en/desktop';
import type { WorkerClient } from '../worker/worker-client.ts';

/** A worker's process and the door's end of its port. `exited` gives its exit status, whatever ended it. */
export type RunningWorker = { client: WorkerClient; exited: Promise<number>; kill: () => void };

export type LastingWorkerOptions = {
  start(): RunningWorker;
  emit(event: GalleyEvent): void;
  logBug(text: string): void;
  now(): number;
  /** How long a worker may take to close its corpus before it is ended. */
  closeLimitMs: number;
};

/** Calls whose answer says which corpus is open. */
const statusCalls: ReadonlySet<string> = new Set<ChannelName>([
  'corpus:status',
  'corpus:open',
  'corpus:new',
  'corpus:create',
  'corpus:open-sample',
  'corpus:write-anyway',
]);

type OpenCorpus = { path: string; write: boolean };

const MOST_DEATHS = 3;
const DEATHS_WITHIN_MS = 60_000;

/**
 * The worker of the desktop: where its process dies it is started again, with the files that were given out and the
 * corpus that was open, and the page is told. It is given up when it dies too often.
 */
export class LastingWorker {
  readonly #options: LastingWorkerOptions;
  readonly #granted = new Map<Handle, { path: string; name: string }>();
  readonly #waiting = new Set<(result: Result<never>) => void>();
  readonly #jobs = new Set<JobId>();
  #running: RunningWorker;
  /** Ends when calls may be sent: the corpus that the worker begins with is open, or was refused. */
  #usable: Promise<void>;
  #open: OpenCorpus | null = null;
  #deaths: number[] = [];
  #state: 'lasting' | 'closing' | 'gone' = 'lasting';

  /** `corpus`: the path of what is opened before any call is answered; null for the one that was open last. */
  constructor(corpus: string | null, options: LastingWorkerOptions) {
    this.#options = options;
    this.#running = this.#start();
    this.#usable = corpus === null ? this.#openLast() : this.open(corpus);
  }

  #start(): RunningWorker {
    const running = this.#options.start();
    for (const [handle, { path, name }] of this.#granted) running.client.grantAs(handle, path, name);
    running.client.listen((event) => this.#hear(event));
    void running.exited.then((status) => this.#onDeath(status));
    return running;
  }

  #hear(event: GalleyEvent): void {
    if (event.type === 'job-ended') this.#jobs.delete(event.job);
    if (event.type === 'corpus') void this.#ask('corpus:status', {}); // its mode may have changed
    this.#options.emit(event);
  }

  #note(status: CorpusStatus | null): void {
    // once its file was replaced, what lies at its path is another corpus
    this.#open =
      status === null || status.mode === 'replaced'
        ? null
        : { path: join(status.folder, status.file), write: status.mode === 'write' || status.mode === 'checking' };
  }

  /** Sends a call to the process that runs; it fails when that dies before it has answered. */
  #ask(name: string, input: unknown): Promise<Result<unknown>> {
    if (this.#state === 'gone') return Promise.resolve(internalFailure);
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      void this.#running.client.forward(name, input).then((result) => {
        this.#waiting.delete(resolve);
        if (result.ok && statusCalls.has(name)) this.#note(result.value as CorpusStatus | null);
        resolve(result);
      });
    });
  }

  #onDeath(status: number): void {
    if (this.#state === 'closing') return;
    this.#options.logBug(`the worker's process ended with status ${status}`);
    this.#failWhatRan();
    const now = this.#options.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < DEATHS_WITHIN_MS), now];
    const reopen = this.#open;
    this.#open = null; // so that a corpus that kills the worker is not opened again and again
    if (this.#deaths.length > MOST_DEATHS) {
      this.#state = 'gone';
      this.#options.emit({ type: 'notice', text: workerGone() });
    } else {
      this.#running = this.#start();
      this.#usable = this.#restore(reopen);
    }
  }

  #failWhatRan(): void {
    for (const resolve of this.#waiting) resolve(internalFailure);
    this.#waiting.clear();
    for (const job of this.#jobs) this.#options.emit({ type: 'job-ended', job, result: internalFailure });
    this.#jobs.clear();
  }

  async #restore(corpus: OpenCorpus | null): Promise<void> {
    const result = corpus && (await this.#ask('corpus:open', { handle: this.grant(corpus.path), write: corpus.write }));
    if (corpus && !result?.ok) {
      this.#options.emit({ type: 'notice', text: workerRestartedWithout(basename(corpus.path)) });
      this.#options.emit({ type: 'corpus' });
    } else this.#options.emit({ type: 'notice', text: workerRestarted() });
  }

  /** Answers a call as it comes from the page; the worker refuses what it does not know. */
  async forward(name: string, input: unknown): Promise<Result<unknown>> {
    for (let usable; usable !== this.#usable;) await (usable = this.#usable);
    const result = await this.#ask(name, input);
    if (result.ok && isChannel(name) && isJob(name)) this.#jobs.add(result.value as JobId);
    return result;
  }

  /** Opens a corpus that a person named outside of the page, which is told why where it cannot be. */
  async open(path: string): Promise<void> {
    await this.#openHandle(this.grant(path));
  }

  async #openLast(): Promise<void> {
    const recent = await this.#ask('corpus:recent', {});
    const [last] = recent.ok ? (recent.value as RecentCorpus[]) : [];
    if (last) await this.#openHandle(last.handle);
  }

  async #openHandle(handle: Handle): Promise<void> {
    const result = await this.#ask('corpus:open', { handle });
    if (!result.ok) this.#options.emit({ type: 'notice', text: toSentence(result.error) });
  }

  /** Gives out a file or folder that a person chose; its handle outlives the worker's process. */
  grant(path: string): Handle {
    const name = basename(path);
    const handle = this.#running.client.grant(path, name);
    this.#granted.set(handle, { path, name });
    return handle;
  }

  /** Closes the corpus and waits for the process to end; it is ended where that takes too long. */
  async close(): Promise<void> {
    if (this.#state === 'gone') return;
    this.#state = 'closing';
    const { client, exited, kill } = this.#running;
    const limit = Promise.withResolvers<void>();
    const timer = setTimeout(limit.resolve, this.#options.closeLimitMs);
    await Promise.race([client.close(), exited, limit.promise]);
    clearTimeout(timer);
    kill();
  }
}
