import type { Input, JobName, Output } from '#shared/api/contract';
import { useAskedJob, type Asked } from '../../api/use-asked-job.ts';

export type { Asked } from '../../api/use-asked-job.ts';

/** The jobs that a view of a comparison is made by. */
export type CompareJob = Extract<JobName, `compare:${string}`>;

/** What a job of a comparison says. */
export const useComparison = <C extends CompareJob>(channel: C, input: Input<C>, isOff = false): Asked<Output<C>> =>
  useAskedJob('compare', channel, input, isOff);
