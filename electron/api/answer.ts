import { randomUUID } from 'node:crypto';
import {
  contract,
  isChannel,
  isDoorCall,
  isJob,
  isLong,
  JobId,
  type HandledName,
  type Output,
  type ParsedInput,
  type Result,
} from '#shared/api/contract';
import { parseInput, toBadInput, toFailedCall } from '#shared/api/failed-call';
import { toDiskError } from '../corpus/disk-error.ts';
import type { Job } from '../services/job.ts';
import type { Session } from './session.ts';

type Context = { session: Session; job: Job };
export type Handlers = {
  [C in HandledName]: (input: ParsedInput<C>, context: Context) => Output<C> | Promise<Output<C>>;
};
export type LogBug = (channel: string, error: unknown) => void;

/** A second worker, which only reads. */
export type Beside = {
  /** Answers a call on the corpus that is open here; a job's answer is its id. */
  call(name: HandledName, input: unknown): Promise<Result<unknown>>;
  /** Stops a job of its own, also one that does not listen; does nothing about others. */
  cancel(job: JobId): void;
  /** Stops its jobs and gives up the corpus. */
  leave(): Promise<void>;
};

/** Calls that are no jobs have nobody to stop them. */
const noJob: Job = { report: () => {}, isCancelled: () => false };

/**
 * Answers calls for a session: parses the input, runs the handler, and turns every failure into a value.
 *
 * A job's answer is its id; what it reports and how it ends are emitted as events. Long reads are answered `beside`, where
 * there is another worker.
 */
export function createAnswer(session: Session, handlers: Handlers, logBug: LogBug, beside: Beside | null = null) {
  const running = new Map<string, { isCancelled: boolean; ended: Promise<unknown> }>();
  session.beforeClose = async () => {
    // again, for what was begun while others came to their end
    do {
      for (const state of running.values()) state.isCancelled = true;
      await Promise.all([beside?.leave(), ...[...running.values()].map(({ ended }) => ended)]);
    } while (running.size > 0);
  };

  const run = async (name: HandledName, input: unknown, job: Job): Promise<Result<unknown>> => {
    try {
      const { access } = contract[name];
      if (access !== 'none') session.getCorpus();
      if (access === 'write') await session.whenWritable();
      const handler = handlers[name] as (input: unknown, context: Context) => unknown;
      return { ok: true, value: await handler(input, { session, job }) };
    } catch (error) {
      return toFailedCall(name, withDiskErrors(error, session), (bug) => logBug(name, bug));
    }
  };

  const start = (name: HandledName, input: unknown): JobId => {
    const job = JobId.parse(randomUUID());
    const state: { isCancelled: boolean; ended: Promise<unknown> } = { isCancelled: false, ended: Promise.resolve() };
    running.set(job, state);
    const report: Job['report'] = (progress) => session.options.emit({ type: 'job-progress', job, progress });
    // not before its id is known to whoever asked, who could not stop it otherwise
    const started = new Promise<void>((resolve) => setImmediate(resolve));
    const ended = started.then(() => run(name, input, { report, isCancelled: () => state.isCancelled }));
    state.ended = ended.then((result) => {
      running.delete(job);
      session.options.emit({ type: 'job-ended', job, result });
    });
    return job;
  };

  return async (name: string, input: unknown): Promise<Result<unknown>> => {
    if (!isChannel(name) || isDoorCall(name)) return toBadInput(`there is no call “${name}”`);
    const parsed = parseInput(name, input);
    if (!parsed.ok) return parsed;
    if (name === 'jobs:cancel') {
      const { job } = parsed.value as ParsedInput<'jobs:cancel'>;
      const state = running.get(job);
      if (state) state.isCancelled = true;
      else beside?.cancel(job);
      return { ok: true, value: {} };
    }
    if (beside && session.corpus && isLong(name, parsed.value)) return beside.call(name, input);
    if (isJob(name)) return { ok: true, value: start(name, parsed.value) };
    return run(name, parsed.value, noJob);
  };
}

/** A disk fails while reading too: SQLite's words for it, as an error that a person can act on. */
const withDiskErrors = (error: unknown, { corpus }: Session): unknown =>
  (corpus && toDiskError(error, corpus.path)) ?? error;
