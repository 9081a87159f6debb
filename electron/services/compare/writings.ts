import { foldWord } from '#shared/text/fold';
import { statement, type ReadDb } from '../../corpus/connection.ts';

/** What writings of one form have in common: words without case, marks and the kind of their white space. */
export const foldWritten = (written: string): string => foldWord(written).trim().replace(/\s+/gu, ' ');

const FORMS_A_SLICE = 2000;

/**
 * The words of mentions, as written and as forms, each by numbers of its own that stay; 0 is a claim's, which has none.
 *
 * A form is words as they are chosen: case, marks and white space make none of their own.
 */
export class Writings {
  readonly #written = [''];
  readonly #forms = [0];
  readonly #byWords = new Map([['', 0]]);
  readonly #byFolded = new Map<string, number>();
  /** Numbers of what is stored, by its id. */
  #stored: number[] = [0];

  /** What is stored has other ids now. */
  forgetStored(): void {
    this.#stored = [0];
  }

  enter(written: string): number {
    let writing = this.#byWords.get(written);
    if (writing === undefined) {
      writing = this.#written.push(written) - 1;
      this.#byWords.set(written, writing);
      const folded = foldWritten(written);
      if (!this.#byFolded.has(folded)) this.#byFolded.set(folded, this.#byFolded.size + 1);
      this.#forms.push(this.#byFolded.get(folded)!);
    }
    return writing;
  }

  /** The number of what is stored under an id. */
  fromStored(db: ReadDb, id: number): number {
    while (this.#stored[id] === undefined && this.#readMore(db));
    return this.#stored[id]!;
  }

  /** Says whether there were any. Articles that are read early have mostly forms that were stored early. */
  #readMore(db: ReadDb): boolean {
    const sql = `SELECT id, written FROM form WHERE id > ? ORDER BY id LIMIT ${FORMS_A_SLICE}`;
    const rows = statement<[number], { id: number; written: string }>(db, sql).all(this.#stored.length - 1);
    for (const { id, written } of rows) this.#stored[id] = this.enter(written);
    return rows.length > 0;
  }

  /** The form of a writing. */
  toForm = (writing: number): number => this.#forms[writing]!;

  /** For each form the writing that is most frequent, of several the first by code unit; `counts` by writing. */
  listMostFrequent(counts: Uint32Array): string[] {
    const most: number[] = [0];
    for (let writing = 1; writing < counts.length; writing += 1) {
      const form = this.#forms[writing]!;
      const best = most[form];
      if (
        best === undefined ||
        counts[writing]! > counts[best]! ||
        (counts[writing] === counts[best] && this.#written[writing]! < this.#written[best]!)
      )
        most[form] = writing;
    }
    return most.map((writing) => this.#written[writing]!);
  }

  get size(): number {
    return this.#written.length;
  }
}
