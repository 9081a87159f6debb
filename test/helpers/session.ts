import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { GalleyEvent, Input, JobName, Output, Result } from '#shared/api/contract';
import { type Handle } from '#shared/domain/ids';
import { createAnswer, type Handlers } from '../../electron/api/answer.ts';
import { allHandlers } from '../../electron/api/handlers/all-handlers.ts';
import { Session, type SessionOptions } from '../../electron/api/session.ts';
import { inspectCorpus } from '../../electron/services/inspect-corpus.ts';
import { createEnvironment, createTestFolder } from './corpus.ts';

/** A worker's session and its answers, without a worker: what a door would send and hear. */
export type TestSession = {
  folder: string;
  session: Session;
  events: GalleyEvent[];
  bugs: string[];
  /** Sends whatever it is given. */
  answer: (name: string, input: unknown) => Promise<Result<unknown>>;
  call: (name: string, input?: unknown) => Promise<Result<unknown>>;
  /** The output of a call that must not fail. */
  get: <T = unknown>(name: string, input?: unknown) => Promise<T>;
  run: <C extends JobName>(name: C, input: Input<C>) => Promise<Result<Output<C>>>;
  grant: (path: string) => Handle;
};

export function createTestSession({
  folder = createTestFolder(),
  seed = 1,
  handlers = allHandlers,
  ...options
}: { folder?: string; seed?: number; handlers?: Handlers } & Partial<SessionOptions> = {}): TestSession {
  const events: GalleyEvent[] = [];
  const bugs: string[] = [];
  const waiting = new Map<string, (result: Result<unknown>) => void>();
  const session = new Session({
    environment: createEnvironment(seed),
    person: 'Sara',
    folders: { settings: join(folder, 'settings'), documents: folder, home: folder, sample: join(folder, 'sample') },
    checkCorpus: (path, how) => Promise.resolve(inspectCorpus(path, how)),
    ...options,
    emit: (event) => {
      events.push(event);
      if (event.type === 'job-ended') waiting.get(event.job)?.(event.result);
    },
  });
  onTestFinished(() => session.close());
  const answer = createAnswer(session, handlers, (name, error) => bugs.push(`${name}: ${String(error)}`));
  const call = (name: string, input: unknown = {}) => answer(name, input);
  return {
    folder,
    session,
    events,
    bugs,
    answer,
    call,
    async get<T>(name: string, input: unknown = {}) {
      const result = await call(name, input);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return result.value as T;
    },
    async run(name, input) {
      const started = await call(name, input);
      if (!started.ok) return started;
      const ended = events.find((event) => event.type === 'job-ended' && event.job === started.value);
      if (ended?.type === 'job-ended') return ended.result as never;
      return new Promise((resolve) => waiting.set(started.value as string, resolve as never));
    },
    grant: (path) => session.grants.grant(path),
  };
}
