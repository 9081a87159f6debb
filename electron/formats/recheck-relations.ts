import { parse } from 'csv-parse/sync';
import type { WrittenFiles } from './format.ts';

/** The annotations that relations lead from and to, until each was seen where it is said to be. */
export class RelationEnds {
  count = 0;
  readonly #open = new Map<string, string>();

  add(relation: string, article: string, ends: readonly string[]): void {
    this.count += 1;
    for (const end of ends) this.#open.set(`${article} ${end}`, relation);
  }

  see(article: string, annotation: string): void {
    if (this.#open.size > 0) this.#open.delete(`${article} ${annotation}`);
  }

  /** Relations with an end that was not seen. */
  listMissing(): string[] {
    return Array.from(new Set(this.#open.values()), (relation) => `relation ${relation}`);
  }
}

/** What `relations.csv` says, which stands beside the files of formats that have no relations. */
export function readRelationEnds(files: WrittenFiles): RelationEnds {
  const ends = new RelationEnds();
  const rows: Record<'document' | 'relation' | 'from' | 'to', string>[] = parse(files.read('relations.csv'), {
    columns: true,
  });
  for (const { document, relation, from, to } of rows) ends.add(relation, document, [from, to]);
  return ends;
}
