import { bySpan, type Span } from '#shared/domain/span';
import type { DatasetArticle } from '../format.ts';
import { trimBlanks } from '../tokens/blanks.ts';
import { toTagCells } from './tag-cells.ts';

/** One stretch of an annotation: `n` is what it is called in its file, `cells` what the columns say of the annotation. */
export type Part = Span & { uid: string; n: number; cells: string[] };

/** The stretches of all annotations without the blanks at their ends, in order. */
export function listParts({ article, annotations }: DatasetArticle, attributes: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (const annotation of annotations) {
    const cells = toTagCells(annotation, attributes);
    for (const span of annotation.spans) {
      const trimmed = trimBlanks(article.text, span);
      if (trimmed) parts.push({ ...trimmed, uid: annotation.uid, n: 0, cells });
    }
  }
  parts.sort(bySpan);
  for (const [n, part] of parts.entries()) part.n = n + 1;
  return parts;
}

/** Tells of tokens, one after another, which parts they lie in. */
export class OpenParts {
  readonly #parts: readonly Part[];
  #next = 0;
  /** Those that the last token lay in. */
  open: readonly Part[] = [];
  /** Tokens that end before this, or at it, lie in the same ones. */
  #sameTo = 0;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  /** Whether a token lies in others than the one before it. */
  moveTo({ start, end }: Span): boolean {
    if (end <= this.#sameTo) return false;
    const open = this.open.filter((part) => part.end > start);
    for (; this.#next < this.#parts.length && this.#parts[this.#next]!.start < end; this.#next += 1)
      open.push(this.#parts[this.#next]!);
    this.open = open;
    this.#sameTo = Math.min(this.#parts[this.#next]?.start ?? Infinity, ...open.map((part) => part.end));
    return true;
  }
}

/** The columns of a token that lies in these. */
export function toTagColumns(parts: readonly Part[]): string {
  const [{ cells, n }, ...others] = parts as [Part, ...Part[]];
  let columns = '';
  for (let column = 0; column < cells.length; column += 1) {
    columns += `${cells[column]}[${n}]`;
    for (const other of others) columns += `|${other.cells[column]}[${other.n}]`;
    columns += '\t';
  }
  return columns;
}
