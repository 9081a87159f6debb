import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { Reread, WrittenFiles } from '../format.ts';

/** The texts beside a file of columns, each held against the hash that `articles.csv` says of it. */
export class RecheckedTexts {
  readonly #files: WrittenFiles;
  readonly #hashes: ReadonlyMap<string, string>;

  constructor(files: WrittenFiles) {
    this.#files = files;
    const articles: { document: string; sha256: string }[] = parse(files.read('articles.csv'), { columns: true });
    this.#hashes = new Map(articles.map(({ document, sha256 }) => [document, sha256]));
  }

  /** How many there are to be. */
  get count() {
    return this.#hashes.size;
  }

  /** The code points of one, which is named where it is not what it was. */
  read(document: string, mismatches: Reread['mismatches']): string[] {
    const text = this.#files.read(`texts/${document}.txt`);
    if (createHash('sha256').update(text, 'utf8').digest('hex') !== this.#hashes.get(document))
      mismatches.push(`text of ${document}`);
    return Array.from(text);
  }
}
