import type { Span } from '#shared/domain/span';
import { createUnitMap } from '#shared/text/offset-units';
import type { FileSet } from '../found.ts';

/** Where tokens stand in a text. Unit: UTF-16. `uids`: of the annotation that each is tagged with. */
export type PlacedTokens = { text: string; places: Span[]; uids: (string | null)[] };

type Row = { document: string; start: number; end: number; annotation: string };

/** `offsets.csv` of one folder with the texts beside it, read along with the file of columns: never all at once. */
export class Offsets {
  readonly #files: FileSet;
  readonly #folder: string;
  readonly #names: ReadonlySet<string>;
  readonly #rows: Iterator<Row>;
  #next: Row | undefined;

  constructor(files: FileSet, folder: string) {
    this.#files = files;
    this.#folder = folder;
    this.#names = new Set(files.names);
    const file = `${folder}offsets.csv`;
    this.#rows = (this.#names.has(file) ? readRows(files.lines(file)) : [][Symbol.iterator]()) as Iterator<Row>;
    this.#advance();
  }

  /** The tokens of the next document on its own text; undefined where they are not those that Galley wrote. */
  place(document: string, forms: readonly string[]): PlacedTokens | undefined {
    // both are in order of uid
    while (this.#next && this.#next.document < document) this.#advance();
    const rows: Row[] = [];
    for (; this.#next?.document === document; this.#advance()) rows.push(this.#next);
    const file = `${this.#folder}texts/${document}.txt`;
    if (rows.length !== forms.length || !this.#names.has(file)) return undefined;
    const text = this.#files.text(file);
    const { toUtf16 } = createUnitMap(text, 'codepoint');
    const places = rows.map(({ start, end }) => ({ start: toUtf16(start), end: toUtf16(end) }));
    if (!places.every(({ start, end }, n) => text.slice(start, end) === forms[n])) return undefined;
    return { text, places, uids: rows.map(({ annotation }) => (annotation === '' ? null : annotation)) };
  }

  /** Gives the file free, where it was not read to its end. */
  close(): void {
    this.#rows.return?.();
  }

  #advance(): void {
    const next = this.#rows.next();
    this.#next = next.done ? undefined : next.value;
  }
}

function* readRows(lines: Iterable<string>): Generator<Row> {
  let isHead = true;
  for (const line of lines) {
    const [document = '', , start, end, annotation = ''] = line.split(',');
    if (!isHead) yield { document, start: Number(start), end: Number(end), annotation };
    isHead = false;
  }
}

/** Tokens with a blank between them, and sentences with a line break: for a file that says no more. */
export function layOut(sentences: readonly (readonly string[])[]): PlacedTokens {
  const places: Span[] = [];
  const lines: string[] = [];
  let at = 0;
  for (const forms of sentences) {
    for (const form of forms) {
      places.push({ start: at, end: at + form.length });
      at += form.length + 1;
    }
    lines.push(forms.join(' '));
  }
  return { text: lines.join('\n'), places, uids: places.map(() => null) };
}
