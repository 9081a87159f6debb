import type { Span } from '#shared/domain/span';
import { createUnitMap } from '#shared/text/offset-units';
import type { FileSet } from '../found.ts';

/** Where tokens stand in a text. Unit: UTF-16. `uids`: of the annotation that each is tagged with. */
export type PlacedTokens = { text: string; places: Span[]; uids: (string | null)[] };

/** `offsets.csv` of one folder with the texts beside it, read along with the file of columns: never all at once. */
export class Offsets {
  readonly #files: FileSet;
  readonly #folder: string;
  readonly #names: ReadonlySet<string>;
  readonly #lines: Iterator<string>;
  #next: string | undefined;

  constructor(files: FileSet, folder: string) {
    this.#files = files;
    this.#folder = folder;
    this.#names = new Set(files.names);
    const file = `${folder}offsets.csv`;
    this.#lines = (this.#names.has(file) ? files.lines(file) : [])[Symbol.iterator]();
    this.#advance(); // to the head
    this.#advance();
  }

  /** The tokens of the next document on its own text; undefined where they are not those that Galley wrote. */
  place(document: string, forms: readonly string[]): PlacedTokens | undefined {
    // both are in order of uid
    while (this.#next !== undefined && documentOf(this.#next) < document) this.#advance();
    const places: Span[] = [];
    const uids: (string | null)[] = [];
    const start = `${document},`;
    for (; this.#next?.startsWith(start); this.#advance()) uids.push(addPlace(places, this.#next, start.length));
    const file = `${this.#folder}texts/${document}.txt`;
    if (places.length !== forms.length || !this.#names.has(file)) return undefined;
    const text = this.#files.text(file);
    const { toUtf16 } = createUnitMap(text, 'codepoint');
    for (let n = 0; n < places.length; n += 1) {
      const place = places[n]!;
      place.start = toUtf16(place.start);
      place.end = toUtf16(place.end);
      if (!standsAt(text, place, forms[n]!)) return undefined;
    }
    return { text, places, uids };
  }

  /** Gives the file free, where it was not read to its end. */
  close(): void {
    this.#lines.return?.();
  }

  #advance(): void {
    const next = this.#lines.next();
    this.#next = next.done ? undefined : next.value;
  }
}

const documentOf = (line: string) => line.slice(0, Math.max(0, line.indexOf(',')));

/**
 * Adds what stands behind the name of the document, which ends before `from`: line, start, end; gives the uid of an annotation
 * behind them.
 */
function addPlace(places: Span[], line: string, from: number): string | null {
  const start = line.indexOf(',', from) + 1;
  const end = line.indexOf(',', start) + 1;
  const uid = line.indexOf(',', end) + 1;
  const last = uid === 0 ? line.length : uid - 1;
  places.push({ start: toNumber(line, start, end - 1), end: toNumber(line, end, last) });
  return uid === 0 || uid === line.length ? null : line.slice(uid);
}

/** The digits of a stretch of a line as a number; NaN where there are none or others stand there. */
export function toNumber(line: string, from: number, to: number): number {
  let number = from < to ? 0 : NaN;
  for (let at = from; at < to; at += 1) {
    const digit = line.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Whether a place of a text holds just this word. */
export const standsAt = (text: string, { start, end }: Span, form: string) =>
  end - start === form.length && text.startsWith(form, start);

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
