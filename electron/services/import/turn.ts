import { performance } from 'node:perf_hooks';
import { megabytesOf } from '#shared/messages/en/import';
import { pause, type Job } from '../job.ts';
import type { SourceFile } from '../read-source-file.ts';

/** So long work goes on before waiting calls are answered. Unit: ms. */
const TURN_MS = 10;

/** Shares a thread between long work and the calls that wait. */
export class Turn {
  readonly #job: Job;
  #since = performance.now();

  constructor(job: Job) {
    this.#job = job;
  }

  isOver(): boolean {
    return performance.now() - this.#since > TURN_MS;
  }

  /** Says how far the reading of a file is and lets calls in. Errors: cancelled. */
  async next({ name, sizeBytes }: SourceFile, bytesRead: number): Promise<void> {
    const [done, total] = [Math.floor(bytesRead / 1e6), Math.ceil(sizeBytes / 1e6)];
    this.#job.report({ done, total, what: megabytesOf(name) });
    await pause(this.#job);
    this.#since = performance.now();
  }
}
