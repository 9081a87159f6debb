import { randomUUID } from 'node:crypto';
import { ExpectedError, type Failure } from '#shared/errors';
import {
  contract,
  isChannel,
  isDeclared,
  isDoorCall,
  isJob,
  JobId,
  type ChannelName,
  type HandledName,
  type Output,
  type ParsedInput,
  type Result,
} from '#shared/api/contract';
import { toDiskError } from '../corpus/disk-error.ts';
import type { Job } from '../services/job.ts';
import type { Session } from './session.ts';

type Context = { session: Session; job: Job };
export type Handlers = {
  [C in HandledName]: (input: ParsedInput<C>, context: Context) => Output<C> | Promise<Output<C>>;
};
export type LogBug = (channel: string, error: unknown) => void;

/** Calls that are no jobs have nobody to stop them. */
const noJob: Job = { report: () => {}, isCancelled: () => false };

/**
 * Answers calls for a session: parses the input, runs the handler, and turns every failure into a value.
 *
 * A job's answer is its id; what it reports and how it ends are emitted as events.
 */
export function createAnswer(session: Session, handlers: Handlers, logBug: LogBug) {
  const running = new Map<string, { isCancelled: boolean; ended: Promise<unknown> }>();
  session.beforeClose = async () => {
    for (const state of running.values()) state.isCancelled = true;
    await Promise.all([...running.values()].map(({ ended }) => ended));
  };

  const run = async (name: HandledName, input: unknown, job: Job): Promise<Result<unknown>> => {
    try {
      const { access } = contract[name];
      if (access !== 'none') session.getCorpus();
      if (access === 'write') await session.whenWritable();
      const handler = handlers[name] as (input: unknown, context: Context) => unknown;
      return { ok: true, value: await handler(input, { session, job }) };
    } catch (error) {
      return { ok: false, error: toFailure(name, error, session, logBug) };
    }
  };

  const start = (name: HandledName, input: unknown): JobId => {
    const job = JobId.parse(randomUUID());
    const state: { isCancelled: boolean; ended: Promise<unknown> } = { isCancelled: false, ended: Promise.resolve() };
    running.set(job, state);
    const report: Job['report'] = (progress) => session.options.emit({ type: 'job-progress', job, progress });
    const ended = run(name, input, { report, isCancelled: () => state.isCancelled });
    state.ended = ended.then((result) => {
      running.delete(job);
      session.options.emit({ type: 'job-ended', job, result });
    });
    return job;
  };

  return async (name: string, input: unknown): Promise<Result<unknown>> => {
    if (!isChannel(name) || isDoorCall(name)) return badInput(`there is no call “${name}”`);
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success)
      return badInput(
        parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': ')).join('; '),
      );
    if (name === 'jobs:cancel') {
      const state = running.get((parsed.data as { job: string }).job);
      if (state) state.isCancelled = true;
      return { ok: true, value: {} };
    }
    if (isJob(name)) return { ok: true, value: start(name, parsed.data) };
    return run(name, parsed.data, noJob);
  };
}

const badInput = (detail: string): Result<never> => ({ ok: false, error: { code: 'bad-input', values: { detail } } });

const isExpected = (error: unknown): error is ExpectedError => error instanceof ExpectedError;

function toFailure(name: ChannelName, thrown: unknown, session: Session, logBug: LogBug): Failure {
  // a disk fails while reading too
  const error = (session.corpus && toDiskError(thrown, session.corpus.path)) ?? thrown;
  if (isExpected(error) && isDeclared(name, error.code)) return error.toFailure();
  logBug(name, error);
  return { code: 'internal', values: undefined } as unknown as Failure;
}
