import { z } from 'zod';
import type { ErrorCode, Failure } from '../errors.ts';
import { adjudicationCalls } from './adjudication-calls.ts';
import { agreementCalls } from './agreement-calls.ts';
import { annotationCalls } from './annotation-calls.ts';
import { articleCalls } from './article-calls.ts';
import type { Channel } from './channel.ts';
import { codebookCalls } from './codebook-calls.ts';
import { comparisonCalls } from './comparison-calls.ts';
import { consistencyCalls } from './consistency-calls.ts';
import { corpusCalls } from './corpus-calls.ts';
import { datasetCalls } from './dataset-calls.ts';
import { decisionCalls } from './decision-calls.ts';
import { doorCalls } from './door-calls.ts';
import { entityCalls } from './entity-calls.ts';
import { filterCalls } from './filter-calls.ts';
import { gazetteerCalls } from './gazetteer-calls.ts';
import { handOutCalls } from './hand-out-calls.ts';
import { historyCalls } from './history-calls.ts';
import { interchangeCalls } from './interchange-calls.ts';
import { keepingCalls } from './keeping-calls.ts';
import { mergeCalls } from './merge-calls.ts';
import { propagationCalls } from './propagation-calls.ts';
import { relationCalls } from './relation-calls.ts';
import { reviewCalls } from './review-calls.ts';
import { searchCalls } from './search-calls.ts';
import { suggestionCalls } from './suggestion-calls.ts';
import { workCalls } from './work-calls.ts';

export const JobId = z.string().min(1).max(60).brand<'JobId'>();
export type JobId = z.infer<typeof JobId>;

/** Every call that may be made: of the worker, or (`door:…`) of the door itself. A channel is named `noun:verb`. */
export const contract = {
  ...corpusCalls,
  ...articleCalls,
  ...annotationCalls,
  ...codebookCalls,
  ...entityCalls,
  ...relationCalls,
  ...reviewCalls,
  ...workCalls,
  ...adjudicationCalls,
  ...consistencyCalls,
  ...decisionCalls,
  ...handOutCalls,
  ...historyCalls,
  ...searchCalls,
  ...suggestionCalls,
  ...propagationCalls,
  ...gazetteerCalls,
  ...keepingCalls,
  ...mergeCalls,
  ...comparisonCalls,
  ...filterCalls,
  ...agreementCalls,
  ...datasetCalls,
  ...interchangeCalls,
  ...doorCalls,
  /** Stops a job; what it had written is taken back before it ends. */
  'jobs:cancel': { input: z.object({ job: JobId }), output: z.object({}), errors: [], access: 'none' },
} as const satisfies Record<string, Channel>;

type Contract = typeof contract;
export type ChannelName = keyof Contract;
export type JobName = { [C in ChannelName]: Contract[C] extends { job: true } ? C : never }[ChannelName];
export type CallName = Exclude<ChannelName, JobName>;
export type DoorName = keyof typeof doorCalls;
/** What the worker has a handler for. */
export type HandledName = Exclude<ChannelName, DoorName | 'jobs:cancel'>;

/** What a caller writes, and what a handler gets once defaults are filled in. */
export type Input<C extends ChannelName> = z.input<Contract[C]['input']>;
export type ParsedInput<C extends ChannelName> = z.output<Contract[C]['input']>;
export type Output<C extends ChannelName> = z.output<Contract[C]['output']>;

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };
/** What comes back at once: the output, or the id of the job that works on it. */
export type Answer<C extends ChannelName> = Result<C extends JobName ? JobId : Output<C>>;

export type Progress = { done: number; total: number; what: string };

/** What the worker tells every door. */
export type GalleyEvent =
  /**
   * Something was written; `kinds` and `articles` (by uid) say what a page has to ask for again. `annotations`: those that were
   * written, reviewed or revised, by uid; null where they are too many to name.
   */
  | { type: 'changed'; kinds: string[]; articles: string[]; annotations: string[] | null; fingerprint: string }
  /** Another corpus was opened, or the mode of the open one changed. */
  | { type: 'corpus' }
  | { type: 'settings' }
  | { type: 'job-progress'; job: JobId; progress: Progress }
  | { type: 'job-ended'; job: JobId; result: Result<unknown> }
  /** How far a call is that is no job: an undo of a large step, a restore. */
  | { type: 'progress'; progress: Progress }
  /** Something that a person should read although nobody asked. */
  | { type: 'notice'; text: string }
  /** Something was chosen in the desktop's menu. */
  | { type: 'command'; name: 'open' | 'new' | 'import' | 'export' | 'undo' | 'redo' | 'shortcuts' };

/** What preload, or the browser host's page, puts on `window.galley`. A dropped file becomes a handle. */
export type Bridge = {
  call<C extends ChannelName>(channel: C, input: Input<C>): Promise<Answer<C>>;
  listen(listener: (event: GalleyEvent) => void): () => void;
  offer(file: unknown): Promise<Result<{ handle: string; name: string }>>;
};

export const isChannel = (name: string): name is ChannelName => Object.hasOwn(contract, name);
export const isDoorCall = (name: ChannelName): name is DoorName => contract[name].access === 'door';
export const isJob = (name: ChannelName): name is JobName => 'job' in contract[name];
/** Whether a call with this input is read beside. */
export const isLong = (name: ChannelName, input: unknown): boolean => {
  const { long }: Channel = contract[name];
  return typeof long === 'function' ? long(input as never) : long === true;
};
export const isDeclared = (name: ChannelName, code: ErrorCode) =>
  (contract[name].errors as readonly ErrorCode[]).includes(code);
