import { useSyncExternalStore } from 'react';
import type { CallName, Input, Output } from '#shared/api/contract';
import type { ErrorCode } from '#shared/errors';
import { call, CallError } from './client.ts';

/** Whether all that was done in this page is in the corpus. `why` is what a person reads. */
export type SaveState = { kind: 'saved' | 'typing' | 'saving' } | { kind: 'failed'; why: string };

/** Failures in which only this change was not taken, by a rule that a person can see; after others more may be lost. */
const refusals = new Set<string>([
  'corpus-read-only',
  'corpus-being-checked',
  'corpus-in-use',
  'no-annotator',
  'annotation-of-another',
  'annotation-in-use',
  'relation-unknown',
  'relation-of-another',
  'relation-kind-unknown',
  'relation-kind-retired',
  'relation-kind-computed',
  'relation-ends-unfit',
  'relation-with-itself',
  'relation-exists',
  'place-without-entity',
  'cluster-unknown',
  'not-a-claim',
  'annotation-unknown',
  'suggestion-unknown',
  'article-unknown',
  'span-past-end',
  'span-splits-character',
  'spans-overlap',
  'label-unknown',
  'attribute-unknown',
  'attribute-retired',
  'value-not-understood',
  'entity-unknown',
  'entity-ambiguous',
  'entity-unfit',
  'entity-exists',
  'entity-in-use',
  'entity-kind-unknown',
  'entities-unfit',
  'coordinates-by-halves',
  'alias-exists',
  'alias-unknown',
  'alias-is-name',
  'nothing-to-split',
  'outlet-unknown',
  'outlet-exists',
  'label-retired',
  'nothing-to-undo',
  'nothing-to-redo',
  'review-of-own',
  'review-of-another',
  'review-needs-reason',
  'review-needs-correction',
  'review-without-correction',
  'review-unknown',
  'not-double-tagged',
  'still-blind',
  'difference-unknown',
  'difference-open',
  'settlement-needs-annotation',
  'rule-unknown',
  'undo-takes-others',
  'undo-needs-others',
] satisfies ErrorCode[]);
const isRefusal = (error: unknown) => error instanceof CallError && refusals.has(error.failure.code);

let pending = 0;
let isTyping = false;
let failure: string | null = null;
let state: SaveState = { kind: 'saved' };
const listeners = new Set<() => void>();

function publish(): void {
  if (pending > 0) state = { kind: 'saving' };
  else if (isTyping) state = { kind: 'typing' };
  else state = failure === null ? { kind: 'saved' } : { kind: 'failed', why: failure };
  for (const listener of listeners) listener();
}

/** Asks for a change and counts it as being saved until it is on the disk. Errors: `CallError`. */
export async function save<C extends CallName>(name: C, input: Input<C>): Promise<Output<C>> {
  pending += 1;
  publish();
  try {
    const output = await call(name, input);
    failure = null;
    return output;
  } catch (error) {
    if (!isRefusal(error)) failure = error instanceof Error ? error.message : String(error);
    throw error;
  } finally {
    pending -= 1;
    publish();
  }
}

/** When nothing is being saved any more. */
export async function whenSaved(): Promise<void> {
  while (pending > 0)
    await new Promise<void>((resolve) => {
      listeners.add(function once() {
        listeners.delete(once);
        resolve();
      });
    });
}

/** What failed was another corpus's. */
export function forgetFailure(): void {
  failure = null;
  publish();
}

let turn: Promise<unknown> = Promise.resolve();

/** Does something after all that was asked for before has ended, so that two quick keys see what the first one did. */
export function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const result = turn.then(act);
  turn = result.catch(() => undefined);
  return result;
}

/** Says that a person is typing what is not saved yet, or no more. */
export function setTyping(now: boolean): void {
  isTyping = now;
  publish();
}

export const useSaveState = (): SaveState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
