import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { toSentence, type Failure } from '#shared/errors';
import type { CallName, GalleyEvent, Input, JobName, Output, Progress, Result } from '#shared/api/contract';
import { runJob, type JobCaller } from '#shared/api/run-job';
import { Handle } from '#shared/domain/ids';
import type { FromWorker, Port, ToWorker, WorkerStart } from './messages.ts';

/** A failure of a call, with the sentence that a person reads. */
export class CallError extends Error {
  override name = 'CallError';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(toSentence(failure));
    this.failure = failure;
  }
}

export type WorkerClientOptions = {
  start: Omit<WorkerStart, 'type'>;
  /** Starts the check of a corpus in a process that can be killed; gives what is wrong, or null. */
  checkCorpus(path: string, how: 'quick' | 'whole' | 'copy'): Promise<string | null>;
  logBug(text: string): void;
};

/** A door's end of the port. */
export class WorkerClient {
  readonly #port: Port;
  readonly #options: WorkerClientOptions;
  readonly #waiting = new Map<number, (result: Result<unknown>) => void>();
  readonly #listeners = new Set<(event: GalleyEvent) => void>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #closed = Promise.withResolvers<void>();
  #next = 1;

  constructor(port: Port, options: WorkerClientOptions) {
    this.#port = port;
    this.#options = options;
    port.receive((message) => this.#receive(message as FromWorker));
    this.#send({ type: 'start', ...options.start });
  }

  #send(message: ToWorker): void {
    this.#port.send(message);
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'ready':
        return this.#ready.resolve();
      case 'answer':
        this.#waiting.get(message.id)?.(message.result);
        this.#waiting.delete(message.id);
        return;
      case 'event':
        for (const listener of this.#listeners) listener(message.event);
        return;
      case 'check':
        void this.#options
          .checkCorpus(message.path, message.how)
          .then((problem) => this.#send({ type: 'checked', id: message.id, problem }));
        return;
      case 'bug':
        return this.#options.logBug(message.text);
      case 'closed':
        return this.#closed.resolve();
    }
  }

  listen(listener: (event: GalleyEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends a call as it comes from a page or the command line; the worker refuses what it does not know. */
  async forward(name: string, input: unknown): Promise<Result<unknown>> {
    await this.#ready.promise;
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ type: 'call', id, name, input });
    });
  }

  /** Errors: `CallError`. */
  async call<C extends CallName>(name: C, input: Input<C>): Promise<Output<C>> {
    const result = await this.forward(name, input);
    if (!result.ok) throw new CallError(result.error);
    return result.value as Output<C>;
  }

  /** Starts a job and waits for its end; an aborted signal cancels it. Errors: `CallError`. */
  async runJob<C extends JobName>(
    name: C,
    input: Input<C>,
    options: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
  ): Promise<Output<C>> {
    const caller: JobCaller = {
      call: (call, given) => this.forward(call, given) as never,
      listen: (listener) => this.listen(listener),
    };
    const result = await runJob(caller, name, input, options);
    if (!result.ok) throw new CallError(result.error);
    return result.value;
  }

  /** Gives out a file or folder that a person chose at this door. */
  grant(path: string, name = basename(path)): Handle {
    const handle = Handle.parse(randomUUID());
    this.grantAs(handle, path, name);
    return handle;
  }

  grantAs(handle: Handle, path: string, name = basename(path)): void {
    this.#send({ type: 'grant', handle, path, name });
  }

  /** Closes the corpus; when this resolves it is one file and free for others. */
  async close(): Promise<void> {
    await this.#ready.promise;
    this.#send({ type: 'close' });
    await this.#closed.promise;
  }
}
