import { ExpectedError } from '#shared/errors';
import type { SameName } from '#shared/domain/merge';
import { mergeMessages } from '#shared/messages/en/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import { deriveUid } from '../../corpus/derive-uid.ts';
import type { Settled } from '../../corpus/journal/merges.ts';
import type { RowPayload } from '../../corpus/journal/read-rows.ts';
import { hasBatch, type KindName } from '../../corpus/model/kinds.ts';
import { findRecord, listNamed, listReferrers } from '../../corpus/model/rows.ts';
import { findPresence, listMerged, readPayload } from '../../corpus/repositories/merge-repository.ts';
import { createPacer, type Job } from '../job.ts';
import { RecordCheck } from './check-record.ts';
import { settleConflicts } from './find-conflicts.ts';
import {
  isSame,
  type Correction,
  type Effect,
  type FoundConflict,
  type MergeChoices,
  type Outcome,
  type Reckoning,
} from './reckoning.ts';
import { complete, evaluate, type Fields, type State } from './evaluate.ts';
import { nameSurvivors } from './name-survivors.ts';
import { uidsOfPeople } from './rows-of-people.ts';
import { isMergeable, mergeableKinds, rewrite } from './survivors.ts';
import { tidyCorrections } from './tidy-corrections.ts';
import { tidySettlements } from './tidy-settlements.ts';
import type { Union } from './union.ts';

/** What every row that the news of another copy touches comes to. */
export class Outcomes implements Reckoning {
  readonly mine: ReadDb;
  readonly union: Union;
  readonly file: string;
  readonly outcomes = new Map<string, Outcome>();
  readonly conflicts: FoundConflict[] = [];
  readonly settled: Settled[] = [];
  readonly sameNames: SameName[] = [];
  /** Annotations that are there because a difference was settled, by the settlement that put them in. */
  readonly settledBy = new Map<string, string[]>();
  readonly corrections: Correction[] = [];
  readonly takenOut = new Set<string>();
  /** By uid, what names a row that was merged into another names then; of labels, attributes, kinds of relations and people. */
  survivors: ReadonlyMap<string, string> = new Map();
  readonly choices: MergeChoices;
  readonly #check: RecordCheck;
  readonly #theirs: ReadDb;
  /** Rows that are named by what is there, until it is seen that they are there too. */
  readonly #named = new Map<string, { kind: KindName; by: string }>();

  constructor(mine: ReadDb, theirs: ReadDb, union: Union, file: string, choices: MergeChoices) {
    this.mine = mine;
    this.#theirs = theirs;
    this.union = union;
    this.file = file;
    this.choices = choices;
    this.#check = new RecordCheck(mine, theirs, this);
  }

  /** Works out what `targets` come to, and all that they pull along. Errors: merge-unsound, cancelled. */
  async workOut(targets: ReadonlyMap<string, KindName>, job: Job): Promise<void> {
    const breathe = createPacer(job);
    for (const progress of this.working(targets)) {
      const waiting = breathe();
      if (!waiting) continue;
      job.report({ ...progress, what: mergeMessages.at.comparing });
      await waiting;
    }
  }

  /** The same, to be gone on with. Errors: merge-unsound. */
  *working(targets: ReadonlyMap<string, KindName>): Generator<{ done: number; total: number }> {
    const todo = new Map(targets);
    for (const kind of mergeableKinds) this.#addMerged(kind, todo);
    for (const kind of mergeableKinds) for (const [target, of] of todo) if (of === kind) this.#workOutOne(target, of);
    for (const changed of nameSurvivors(this)) this.#addReferrers(changed, todo);
    // what names a review names the one that two reviews of one person come to
    if (this.survivors.size > 0)
      for (const [uid, kind] of todo) if (kind === 'review') this.#addReferrers({ kind, uid }, todo);
    let done = 0;
    for (const [target, kind] of todo) {
      if (!this.outcomes.has(target)) this.#workOutOne(target, kind);
      else this.#rewriteAgain(target);
      done += 1;
      yield { done, total: todo.size };
    }
    tidySettlements(this);
    tidyCorrections(this);
    this.#keepWhatIsNamed();
    if (this.settled.some(({ kind, stays }) => stays && isMergeable(kind))) nameSurvivors(this); // of whose name another may be
    for (const target of this.takenOut)
      if (!this.outcomes.get(target)!.exists) this.settled.push({ kind: 'annotation', target, stays: false });
    this.#check.checkCircles();
  }

  /** All labels, since their keys have to go together; else what was merged, since the last one of a chain may be another now. */
  #addMerged(kind: KindName, todo: Map<string, KindName>): void {
    if (![...todo.values()].includes(kind)) return;
    const uids =
      kind === 'label'
        ? (this.mine.prepare('SELECT uid FROM label').pluck().all() as string[])
        : listMerged(this.mine, kind).flatMap(({ uid, into }) => [uid, into]);
    for (const uid of uids) todo.set(uid, kind);
  }

  #addReferrers({ kind, uid }: { kind: KindName; uid: string }, todo: Map<string, KindName>): void {
    for (const referrer of listReferrers(this.mine, kind, uid)) {
      if (isMergeable(referrer.kind) && this.outcomes.has(referrer.uid)) continue;
      todo.set(referrer.uid, referrer.kind);
    }
  }

  /** What a row comes to as all that is known of it says; undefined where nothing does. */
  stateOf(target: string, kind: KindName, also: readonly string[] = []): State | undefined {
    try {
      const known = () => findRecord(this.mine, kind, target) as Fields | undefined;
      const state = evaluate(this.union, target, { known, also });
      if (state && state.kind !== kind) throw new Error(`${target} is of two kinds`);
      return state;
    } catch {
      throw this.refuse(mergeMessages.unsound.twoKinds(target));
    }
  }

  #workOutOne(target: string, kind: KindName): void {
    const state = this.#foldPeople(target, kind);
    if (state) this.#keepOutcome(target, kind, state);
  }

  #keepOutcome(target: string, kind: KindName, state: State): void {
    settleConflicts(this, target, state);
    const { edits, exists } = state;
    const record = this.#toKeptReview(kind, rewrite(kind, state.record!, this.survivors));
    if (exists && edits.some(({ side }) => side === 'theirs')) this.#check.checkRecord(kind, target, record);
    const as = this.#findPlain(kind, target, state);
    this.outcomes.set(target, { kind, exists, record: as === null ? record : null, as });
    if (exists) this.#noteNamed(target, kind, record);
    if (exists && kind === 'annotation' && record['origin'] === 'adjudication') {
      const by = record['origin_reference'] as string;
      const isAgreed = by === deriveUid('adjudication', record['article'] as string); // nobody settled anything
      if (!isAgreed) this.settledBy.set(by, [...(this.settledBy.get(by) ?? []), target]);
    }
    if (exists && kind === 'annotation' && record['layer'] === 'settled' && record['revises'] !== null)
      this.corrections.push({
        uid: target,
        revised: record['revises'] as string,
        checker: record['annotator'] as string,
      });
  }

  /**
   * Of what a person has one row of (`uidsOfPeople`): where two are found to be one person, what both rows say is said of one. Its uid
   * follows from the person who stays.
   */
  #foldPeople(target: string, kind: KindName): State | undefined {
    const state = this.stateOf(target, kind);
    const rows = state && this.#rowsOfPerson(kind, state.record!);
    if (!rows) return state;
    const folded = this.stateOf(rows.kept, kind, rows.others);
    if (folded) for (const edit of folded.edits) edit.fields = rewrite(kind, edit.fields, this.survivors);
    if (target === rows.kept) return folded;
    if (folded && !this.outcomes.has(rows.kept)) this.#keepOutcome(rows.kept, kind, folded);
    return { ...state, exists: false };
  }

  /** The row of a person who goes by several uids, and those that mean the same. */
  #rowsOfPerson(kind: KindName, record: Fields): { kept: string; others: string[] } | undefined {
    const toUid = uidsOfPeople[kind];
    if (!toUid || this.survivors.size === 0) return undefined;
    const annotator = record['annotator'] as string;
    const person = this.survivors.get(annotator) ?? annotator;
    const others = [...this.survivors].flatMap(([uid, survivor]) => (survivor === person ? [toUid(record, uid)] : []));
    return others.length > 0 ? { kept: toUid(record, person), others } : undefined;
  }

  /** A comment stands under the review that those of its person come to. */
  #toKeptReview(kind: KindName, record: Fields): Fields {
    if (kind !== 'review_comment' || this.survivors.size === 0) return record;
    const review = this.stateOf(record['review'] as string, 'review')?.record;
    const rows = review && this.#rowsOfPerson('review', review);
    return rows ? { ...record, review: rows.kept } : record;
  }

  /** The journal row that alone says what a new row is; null where it takes more. */
  #findPlain(kind: KindName, target: string, { exists, edits, removals }: State): number | null {
    const [edit, another] = edits;
    if (!exists || !edit || another || removals.length > 0 || edit.side === 'mine' || edit.id === null) return null;
    const isPlain = hasBatch(kind) && !isMergeable(kind) && this.presenceOf(kind, target) === 'absent';
    return isPlain ? edit.id : null;
  }

  #rewriteAgain(target: string): void {
    const outcome = this.outcomes.get(target)!;
    if (outcome.record) outcome.record = rewrite(outcome.kind, outcome.record, this.survivors);
    if (outcome.exists) this.#noteNamed(target, outcome.kind, outcome.record!);
  }

  #noteNamed(by: string, kind: KindName, record: Fields): void {
    for (const [named, uid] of listNamed(kind, record))
      if (named !== 'batch' && !this.#named.has(uid)) this.#named.set(uid, { kind: named, by });
  }

  /** Whatever is there keeps what it names there: of the news, and of what stands here. */
  #keepWhatIsNamed(): void {
    for (let isStable = false; !isStable;) {
      for (const [uid, { kind, by }] of this.#named) this.#keep(kind, uid, by);
      isStable = true;
      for (const [uid, { kind, exists }] of this.outcomes) {
        if (exists || this.presenceOf(kind, uid) !== 'seen') continue;
        const by = listReferrers(this.mine, kind, uid).find(
          (each) => !this.outcomes.has(each.uid) && this.presenceOf(each.kind, each.uid) === 'seen',
        );
        if (!by) continue;
        this.#keep(kind, uid, by.uid);
        isStable = false;
      }
    }
  }

  #keep(kind: KindName, uid: string, by: string): void {
    const known = this.outcomes.get(uid);
    if (known ? known.exists : this.presenceOf(kind, uid) === 'seen') return;
    const record = known?.record ?? this.stateOf(uid, kind)?.record;
    if (!record) throw this.refuse(mergeMessages.unsound.missing(by, `${kind} ${uid}`));
    const rewritten = rewrite(kind, record, this.survivors);
    this.#check.checkRecord(kind, uid, rewritten);
    this.outcomes.set(uid, { kind, exists: true, record: rewritten, as: null });
    if (kind !== 'codebook_version') this.settled.push({ kind, target: uid, stays: true });
    this.#noteNamed(uid, kind, rewritten);
  }

  presenceOf(kind: KindName, uid: string): 'seen' | 'hidden' | 'absent' {
    return findPresence(this.mine, kind, uid, hasBatch(kind));
  }

  /** The record of a row that is there then. */
  recordOf(target: string): Fields {
    const { kind, record, as } = this.outcomes.get(target)!;
    if (record) return record;
    const { after } = JSON.parse(readPayload(this.#theirs, as!)) as RowPayload;
    return rewrite(kind, complete(kind, after!), this.survivors);
  }

  /** What has to be done to one row; undefined where it is as it should be. */
  effectOf(target: string): Effect | undefined {
    const { kind, exists, record } = this.outcomes.get(target)!;
    const presence = record === null ? 'absent' : this.presenceOf(kind, target);
    if (presence === 'absent') return exists ? { op: 'insert', kind, target, changes: {} } : undefined;
    if (!exists) return presence === 'seen' ? { op: 'delete', kind, target, changes: {} } : undefined;
    const now = findRecord(this.mine, kind, target) as Fields;
    const changes = Object.fromEntries(
      Object.entries(record!).filter(([field, value]) => field !== 'batch' && !isSame(now[field], value)),
    );
    if (presence === 'hidden') return { op: 'show', kind, target, changes };
    return Object.keys(changes).length > 0 ? { op: 'update', kind, target, changes } : undefined;
  }

  *effects(): Generator<Effect> {
    for (const target of this.outcomes.keys()) {
      const effect = this.effectOf(target);
      if (effect) yield effect;
    }
  }

  close(): void {
    this.#check.close();
  }

  refuse(detail: string): ExpectedError<'merge-unsound'> {
    return new ExpectedError('merge-unsound', { file: this.file, detail });
  }
}
