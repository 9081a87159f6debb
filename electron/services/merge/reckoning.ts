import type { MergeChangeKind, MergeSide, SameName } from '#shared/domain/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import { toCanonicalJson } from '../../corpus/journal/canonical-json.ts';
import type { Settled } from '../../corpus/journal/merges.ts';
import type { KindName } from '../../corpus/model/kinds.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import type { Fields, State } from './evaluate.ts';
import type { Union } from './union.ts';

/**
 * What one row comes to. Where it is new here in the one way that one row of their journal says, `record` is null and `as` that row's id:
 * records of a whole corpus need not be held at once.
 */
export type Outcome = { kind: KindName; exists: boolean; record: Fields | null; as: number | null };
/** `show`: it is here, in a long write that was taken back. */
export type Effect = { op: 'insert' | 'show' | 'update' | 'delete'; kind: KindName; target: string; changes: Fields };

/** `choices`: sides by keys of conflicts. */
export type MergeChoices = { sameNames: boolean; choices: Readonly<Record<string, MergeSide>> };

/** What one side says of a field, or, with `value` undefined, that the row is gone. */
export type Said = { value: unknown; isRemoved: boolean; annotator: string; at: string };
/** A conflict as it is found: values as they are stored. `field` is null where one changed what the other removed. */
export type FoundConflict = {
  key: string;
  kind: KindName;
  target: string;
  field: string | null;
  mine: Said;
  theirs: Said;
  taken: MergeSide;
  isChosen: boolean;
};

/** An annotation that a checker put in the place of another, by uid. */
export type Correction = { uid: string; revised: string; checker: string };

/** What is being worked out of two copies: what each part of that work reads, and adds to. */
export type Reckoning = {
  readonly mine: ReadDb;
  readonly union: Union;
  readonly choices: MergeChoices;
  readonly outcomes: Map<string, Outcome>;
  readonly conflicts: FoundConflict[];
  readonly settled: Settled[];
  readonly sameNames: SameName[];
  /** Annotations that are there because a difference was settled, by the settlement that put them in. */
  readonly settledBy: ReadonlyMap<string, string[]>;
  /** Corrections that the news touch, and that are there. */
  readonly corrections: readonly Correction[];
  /** Annotations that stand in the place of others no more, since what was decided in the other copy stands. */
  readonly takenOut: Set<string>;
  /** By uid, what names a row that was merged into another names then; of labels, attributes, kinds of relations and people. */
  survivors: ReadonlyMap<string, string>;
  /** What a row comes to as all that is known of it says; undefined where nothing does. `also`: rows that mean the same. */
  stateOf(target: string, kind: KindName, also?: readonly string[]): State | undefined;
  /** The record of a row that is there then. */
  recordOf(target: string): Fields;
  presenceOf(kind: KindName, uid: string): 'seen' | 'hidden' | 'absent';
  refuse(detail: string): Error;
};

/** Takes an annotation of the settled layer out that the decision which stands does not mean. */
export function takeOut(merge: Reckoning, uid: string): void {
  const { outcomes, mine, takenOut } = merge;
  const record = outcomes.has(uid) ? merge.recordOf(uid) : { ...findRecord(mine, 'annotation', uid)! };
  outcomes.set(uid, { kind: 'annotation', exists: false, record, as: null });
  takenOut.add(uid);
}

export const toChangeKind = ({ op }: Effect): MergeChangeKind =>
  op === 'delete' ? 'remove' : op === 'update' ? 'change' : 'add';

export const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' && typeof b === 'object' && toCanonicalJson(a ?? null) === toCanonicalJson(b ?? null));
