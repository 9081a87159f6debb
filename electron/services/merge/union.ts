import type { MergeSide } from '#shared/domain/merge';
import type { ReadDb } from '../../corpus/connection.ts';
import { isPackageStart, parseHeads, parseMerged, type Settled } from '../../corpus/journal/merges.ts';
import { parseOutside, type LeftOutValue, type Outside } from '../../corpus/journal/package-start.ts';
import type { RowPayload } from '../../corpus/journal/read-rows.ts';
import type { KindName } from '../../corpus/model/kinds.ts';
import { listReflected } from '../../corpus/journal/taken-strands.ts';
import {
  findInStrand,
  listMergeSteps,
  listRowsOfTarget,
  listTakings,
  type MergeRow,
  type Place,
  type Taking,
} from '../../corpus/repositories/merge-repository.ts';
import { Causality } from './causality.ts';

export type UnionRow = MergeRow & { side: MergeSide };
/** What somebody settled in a merge of one row, as an edit of it. */
export type SettledRow = Settled & Place & { annotator: string; at: string; side: MergeSide };

const saysPublished = (payload: string | null): boolean =>
  (JSON.parse(payload ?? '{}') as Partial<RowPayload>).after?.['state'] === 'published';

/** A step that takes others back. */
type Taker = Taking & { side: MergeSide };

/** By (lamport, strand, number): the order of everything, in every copy. */
export const inOrder = (a: Place, b: Place): number =>
  a.lamport - b.lamport || (a.strand < b.strand ? -1 : a.strand > b.strand ? 1 : a.number - b.number);

/**
 * The journals of two copies as one: what counts in mine, and of theirs what mine does not have yet. Of one corpus alone, where there
 * is no other. Nothing of the other's tables is read but its journal.
 */
export class Union {
  readonly #mine: ReadDb;
  readonly #theirs: ReadDb | null;
  /** Up to which number each strand counts. */
  readonly ends: { mine: ReadonlyMap<string, number>; theirs: ReadonlyMap<string, number> };
  readonly #takers = new Map<string, Taker[]>();
  readonly #taken = new Map<string, string[]>();
  readonly #standing = new Map<string, boolean>();
  readonly #revivals = new Map<string, UnionRow[]>();
  readonly #published = new Map<string, boolean>();
  readonly #settled = new Map<string, SettledRow[]>();
  readonly #packages = new Map<string, boolean>();
  readonly #outsides = new Map<string, Outside>();
  readonly #firsts = new Map<string, string | null>();
  readonly #causality: Causality;

  /** `writes`: the strand that mine goes on writing meanwhile. */
  constructor(mine: ReadDb, theirs: ReadDb | null, writes?: string) {
    this.#mine = mine;
    this.#theirs = theirs;
    const own = listReflected(mine);
    if (writes !== undefined) own.set(writes, Infinity);
    this.ends = { mine: own, theirs: theirs ? listReflected(theirs) : new Map<string, number>() };
    for (const side of this.#sides) {
      for (const taking of listTakings(this.#db(side)))
        if (this.#counts(side, taking)) {
          this.#takers.set(taking.taken, [...(this.#takers.get(taking.taken) ?? []), { ...taking, side }]);
          this.#taken.set(taking.taker, [...(this.#taken.get(taking.taker) ?? []), taking.taken]);
        }
    }
    const merges = this.#sides.flatMap((side) =>
      listMergeSteps(this.#db(side)).flatMap((row) => {
        const merged = this.#counts(side, row) ? parseMerged(row.payload) : undefined;
        return merged ? [{ ...row, ...merged, side }] : [];
      }),
    );
    this.settledTargets = new Map(merges.flatMap(({ settled }) => settled.map(({ target, kind }) => [target, kind])));
    for (const { step, settled, strand, number, lamport, annotator, at, side } of merges) {
      if (!this.stands(step)) continue;
      for (const each of settled) {
        const row = { ...each, strand, number, lamport, annotator, at, side };
        this.#settled.set(each.target, [...(this.#settled.get(each.target) ?? []), row]);
      }
    }
    this.#causality = new Causality((strand) => parseHeads(this.#first(strand)), merges);
  }

  get #sides(): MergeSide[] {
    return this.#theirs ? ['mine', 'theirs'] : ['mine'];
  }

  #db(side: MergeSide): ReadDb {
    return side === 'mine' ? this.#mine : this.#theirs!;
  }

  #counts(side: MergeSide, { strand, number }: Pick<Place, 'strand' | 'number'>): boolean {
    const isMine = number <= (this.ends.mine.get(strand) ?? -1);
    return side === 'mine' ? isMine : !isMine && number <= (this.ends.theirs.get(strand) ?? -1);
  }

  /** All that was done to a row, in order; each row once. */
  rowsOf(target: string): UnionRow[] {
    return this.#sides
      .flatMap((side) =>
        listRowsOfTarget(this.#db(side), target)
          .filter((row) => this.#counts(side, row))
          .map((row) => ({ ...row, side })),
      )
      .sort(inOrder);
  }

  /** Whether a step was not taken back, as far as either knows. */
  stands(step: string): boolean {
    let stands = this.#standing.get(step);
    if (stands === undefined) {
      stands = !this.takersOf(step).some(({ taker }) => this.stands(taker));
      this.#standing.set(step, stands);
    }
    return stands;
  }

  /** Whether a step had been taken back in the eyes of somebody who wrote at a place. */
  wasTakenBack(step: string, eyes: Place): boolean {
    return this.takersOf(step).some((taker) => this.saw(eyes, taker) && !this.wasTakenBack(taker.taker, eyes));
  }

  /** Whether an undo or a redo turned a step back or forth: itself, or by way of what it takes back. */
  turns(step: string, work: string): boolean {
    return (this.#taken.get(step) ?? []).some((taken) => taken === work || this.turns(taken, work));
  }

  /** Where a long write that was taken back was brought again by what stands. */
  revivalsOf(batch: string): readonly UnionRow[] {
    let revivals = this.#revivals.get(batch);
    if (!revivals) {
      const isRevival = ({ op, act, step, payload }: UnionRow) =>
        op === 'update' && (act === 'undo' || act === 'redo') && this.stands(step) && saysPublished(payload);
      const rows = this.rowsOf(batch);
      const isLast = ({ step, number }: UnionRow) => !rows.some((row) => row.step === step && row.number > number);
      revivals = rows.filter((row) => isRevival(row) && isLast(row));
      this.#revivals.set(batch, revivals);
    }
    return revivals;
  }

  takersOf(step: string): readonly Taker[] {
    return this.#takers.get(step) ?? [];
  }

  /** Whether the long write that made a batch was brought to its end. */
  isPublished(batch: string): boolean {
    let published = this.#published.get(batch);
    if (published === undefined) {
      published = this.rowsOf(batch).some(
        ({ op, act, payload }) => op === 'update' && act !== 'undo' && act !== 'redo' && saysPublished(payload),
      );
      this.#published.set(batch, published);
    }
    return published;
  }

  saw(row: Place, other: Place): boolean {
    return this.#causality.saw(row, other);
  }

  settledOf(target: string): readonly SettledRow[] {
    return this.#settled.get(target) ?? [];
  }

  /** Rows that something was settled of in any merge, whether that stands or not. */
  readonly settledTargets: ReadonlyMap<string, KindName>;

  /**
   * What a row says before: 2 is work. 1 is what a corpus is born with, and 0 what a package was cut with, which only says again what
   * was there: neither is anybody's edit.
   */
  rankOf({ act, strand }: Pick<UnionRow, 'act' | 'strand'>): 0 | 1 | 2 {
    if (this.#isPackage(strand)) return 0;
    return act === 'create corpus' || act === 'upgrade' ? 1 : 2;
  }

  /** The values of an annotation that the package which a strand begins could not hold. */
  leftOutOf(strand: string, annotation: string): readonly LeftOutValue[] {
    let outside = this.#outsides.get(strand);
    if (!outside) this.#outsides.set(strand, (outside = parseOutside(this.#first(strand))));
    return outside.values[annotation] ?? [];
  }

  /** Whether either knows of a row that it was ever there. */
  hasRows(target: string): boolean {
    return this.rowsOf(target).length > 0;
  }

  #isPackage(strand: string): boolean {
    let is = this.#packages.get(strand);
    if (is === undefined) {
      is = isPackageStart(this.#first(strand));
      this.#packages.set(strand, is);
    }
    return is;
  }

  #first(strand: string): string | null {
    let first = this.#firsts.get(strand);
    if (first === undefined) {
      first =
        (findInStrand(this.#mine, strand, 0) ?? (this.#theirs && findInStrand(this.#theirs, strand, 0)))?.payload ??
        null;
      this.#firsts.set(strand, first);
    }
    return first;
  }
}
