import type { Answer, GalleyEvent, Input, JobId, JobName, Output, Progress, Result } from './contract.ts';

/** What a job is run over: a door's bridge, or its end of the worker's port. */
export type JobCaller = {
  call<C extends JobName | 'jobs:cancel'>(name: C, input: Input<C>): Promise<Answer<C>>;
  listen(listener: (event: GalleyEvent) => void): () => void;
};

/** What of an `AbortSignal` is used; this folder knows no web platform. */
type Stop = {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
};

/** Starts a job and waits for its end; an aborted signal cancels it, and the job then ends with `cancelled`. */
export async function runJob<C extends JobName>(
  caller: JobCaller,
  name: C,
  input: Input<C>,
  { onProgress, signal }: { onProgress?: (progress: Progress) => void; signal?: Stop } = {},
): Promise<Result<Output<C>>> {
  const ended = Promise.withResolvers<Result<unknown>>();
  const early = new Map<JobId, Result<unknown>>(); // a short job can end before its id arrives
  let job: JobId | undefined;
  const stop = caller.listen((event) => {
    if (event.type === 'job-progress' && event.job === job) onProgress?.(event.progress);
    if (event.type !== 'job-ended') return;
    if (event.job === job) ended.resolve(event.result);
    else if (job === undefined) early.set(event.job, event.result);
  });
  const cancel = () => {
    if (job !== undefined) void caller.call('jobs:cancel', { job });
  };
  try {
    const started = (await caller.call(name, input)) as Result<JobId>;
    if (!started.ok) return started;
    job = started.value;
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    return (early.get(job) ?? (await ended.promise)) as Result<Output<C>>;
  } finally {
    signal?.removeEventListener('abort', cancel);
    stop();
  }
}
