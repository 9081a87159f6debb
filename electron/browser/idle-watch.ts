import { isChannel, isJob, type JobId, type Result } from '#shared/api/contract';

const MOST_ENDED = 100;

/** `stop` is called when no page has been open for so long, one was before, and no job runs. */
export type IdleOptions = { afterMs: number; stop(): void };

/** Stops an app window's host once its last page has been closed for a while and no job runs. */
export class IdleWatch {
  readonly #options: IdleOptions;
  readonly #countPages: () => number;
  readonly #running = new Set<JobId>();
  /** A short job can end before its answer is here. */
  #ended: JobId[] = [];
  #wasOpen = false;
  #isOver = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: IdleOptions, countPages: () => number) {
    this.#options = options;
    this.#countPages = countPages;
  }

  /** Looks whether it is time to begin to wait, or to stop waiting. */
  look(): void {
    clearTimeout(this.#timer);
    if (this.#countPages() > 0) this.#wasOpen = true;
    else if (!this.#isOver && this.#wasOpen && this.#running.size === 0)
      this.#timer = setTimeout(() => this.#options.stop(), this.#options.afterMs);
  }

  answered(name: string, result: Result<unknown>): void {
    if (!result.ok || !isChannel(name) || !isJob(name)) return;
    const job = result.value as JobId;
    if (!this.#ended.includes(job)) this.#running.add(job);
    this.look();
  }

  jobEnded(job: JobId): void {
    this.#ended = [...this.#ended, job].slice(-MOST_ENDED);
    this.#running.delete(job);
    this.look();
  }

  /** Ends the watch: streams that close with the host do not count any more. */
  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }
}
