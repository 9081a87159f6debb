import type { Head } from '../../corpus/journal/chain.ts';
import type { Place } from '../../corpus/repositories/merge-repository.ts';

/** What a merge took over, and where it was finished. */
export type MergePlace = Pick<Place, 'strand' | 'number'> & { taken: readonly Pick<Head, 'strand' | 'number'>[] };

/**
 * Who had seen what: a strand has before its eyes what its first row names and, from a merge on, what that took over; and what
 * these had. What a merge brought counts as seen although it was undone later: its author had it before them.
 */
export class Causality {
  readonly #headsOf: (strand: string) => readonly Pick<Head, 'strand' | 'number'>[];
  readonly #merges = new Map<string, MergePlace[]>();
  readonly #reaches = new Map<string, ReadonlyMap<string, number>>();

  constructor(headsOf: (strand: string) => readonly Pick<Head, 'strand' | 'number'>[], merges: readonly MergePlace[]) {
    this.#headsOf = headsOf;
    for (const merge of merges) {
      const known = this.#merges.get(merge.strand);
      if (known) known.push(merge);
      else this.#merges.set(merge.strand, [merge]);
    }
  }

  /** Whether the writer of one row had the other before their eyes. */
  saw(row: Pick<Place, 'strand' | 'number'>, other: Pick<Place, 'strand' | 'number'>): boolean {
    if (row.strand === other.strand) return other.number < row.number;
    return (this.#reach(row).get(other.strand) ?? -1) >= other.number;
  }

  /** How far each strand was seen from a place. */
  #reach({ strand, number }: Pick<Place, 'strand' | 'number'>): ReadonlyMap<string, number> {
    const key = `${strand} ${this.#mergesUpTo(strand, number).length}`;
    const known = this.#reaches.get(key);
    if (known) return known;
    const reach = new Map<string, number>();
    const open = [{ strand, number }];
    for (let place = open.pop(); place; place = open.pop()) {
      const merged = this.#mergesUpTo(place.strand, place.number).flatMap(({ taken }) => taken);
      for (const seen of [...this.#headsOf(place.strand), ...merged]) {
        if (seen.number <= (reach.get(seen.strand) ?? -1)) continue;
        reach.set(seen.strand, seen.number);
        open.push(seen);
      }
    }
    this.#reaches.set(key, reach);
    return reach;
  }

  readonly #mergesUpTo = (strand: string, number: number) =>
    (this.#merges.get(strand) ?? []).filter((merge) => merge.number <= number);
}
