import type { GalleyEvent, Result } from '#shared/api/contract';
import type { Corpus } from '../corpus/open-corpus.ts';

/** How a door and the worker talk: the same over a thread's port and over a process's. */
export type Port = {
  send(message: unknown): void;
  receive(listener: (message: unknown) => void): void;
  close(): void;
};

/** What the worker has to know before it answers. */
export type WorkerStart = {
  type: 'start';
  door: string;
  version: string;
  person: string | null;
  folders: { settings: string; documents: string; home: string; sample: string };
  /** Long reads run in the worker itself: for one call and no more, a second worker would only cost time. */
  readsHere?: true;
  /** It is the second worker: it reads this corpus, which the first has open. */
  beside?: CorpusBeside;
};
type CorpusBeside = Pick<Corpus, 'path' | 'place' | 'mode' | 'holder'>;

/** A page cannot send these: it only ever names calls, which its door wraps. */
export type ToWorker =
  | WorkerStart
  | { type: 'call'; id: number; name: string; input: unknown }
  /** A file or folder that a person chose at this door; from now on known by the handle. */
  | { type: 'grant'; handle: string; path: string; name: string }
  | { type: 'checked'; id: number; problem: string | null }
  | { type: 'close' };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'answer'; id: number; result: Result<unknown> }
  | { type: 'event'; event: GalleyEvent }
  /** A corpus is to be looked at in a process that can be killed; the door starts it. */
  | { type: 'check'; id: number; path: string; how: 'quick' | 'whole' | 'copy' }
  | { type: 'bug'; text: string }
  | { type: 'closed' };
