import type { Handle } from '#shared/domain/ids';
import {
  MERGE_LISTED,
  type CountByKind,
  type MergeChangeKind,
  type MergePlan,
  type MergeSide,
} from '#shared/domain/merge';
import { quietKinds } from '#shared/messages/en/history';

/** The other copy's file; its name is not known yet where the system's dialog chose it. */
export type OtherCopy = { handle: Handle; name: string | null };

/** How a conflict was settled: for a side, or as the rule says. */
export type Settled = MergeSide | 'rule';
/** By the keys of conflicts. */
export type Settlements = ReadonlyMap<string, Settled>;
/** `ask`: a person settles each conflict; `rule`: the rule does where nobody has. */
type WhoDecides = 'ask' | 'rule';

/** What is to be agreed to before two copies are one. */
export type MergeChoice = {
  settled: Settlements;
  who: WhoDecides;
  sameNames: boolean;
  otherCorpus: boolean;
};

export const startChoice: MergeChoice = { settled: new Map(), who: 'ask', sameNames: false, otherCorpus: false };

/** Whose value stands, where a person said so. */
export const toChoices = (settled: Settlements): Record<string, MergeSide> =>
  Object.fromEntries([...settled].filter((each): each is [string, MergeSide] => each[1] !== 'rule'));

/** How many of the listed conflicts somebody has still to settle. */
export const countLeft = ({ conflictCount }: MergePlan, { settled, who }: MergeChoice): number =>
  who === 'rule' ? 0 : Math.max(0, Math.min(conflictCount, MERGE_LISTED.conflicts) - settled.size);

/** Whether all that has to be agreed to is. */
export const isReady = (plan: MergePlan, choice: MergeChoice): boolean =>
  !plan.same && (plan.sameNames.length === 0 || choice.sameNames) && countLeft(plan, choice) === 0;

/** Kinds of rows that people know, in the order of their words. */
export const listKinds = (...counts: readonly CountByKind[]): string[] =>
  [...new Set(counts.flatMap((each) => Object.keys(each)))].filter((kind) => !quietKinds.has(kind));

/** Which changes are listed; all kinds where `kind` is null, all sorts where `change` is. */
export type ChangeChoice = { kind: string | null; change: MergeChangeKind | null };
