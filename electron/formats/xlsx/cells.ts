/** What a cell holds; words are never run as a formula. */
export type Cell = string | number | null;

/** Unit: UTF-16 code units. Source: Excel specifications and limits. */
export const MOST_IN_CELL = 32_767;

/** Words as they fit into a cell. */
const fitCell = (words: string) =>
  words.length <= MOST_IN_CELL ? words : `${words.slice(0, MOST_IN_CELL - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const toHex = (character: string) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Words as the text of an XML element. Characters that XML forbids, or reads as others, have a form of their own in workbooks;
 * words that look like that form are told from it.
 *
 * Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).
 */
export const escapeWords = (words: string) =>
  words
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')

    .replace(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/gu, toHex)
    .replace(/[&<>]/gu, (sign) => named[sign]!);

const needsForm = /[&<>\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/u;

/** One row of a sheet, a line to itself, so that it can be read line by line. `n`: from 1. `style`: of all its cells, by its place in the styles. */
export function formatRow(n: number, cells: readonly Cell[], style: number): string {
  const styled = style === 0 ? '' : ` s="${style}"`;
  const formatted = cells.map((cell, at) => {
    if (cell === null || cell === '') return '';
    const place = `${columnName(at)}${n}`;
    if (typeof cell === 'number') return `<c r="${place}"${styled}><v>${cell}</v></c>`;
    const fitted = fitCell(cell);
    const words = needsForm.test(fitted) ? escapeWords(fitted) : fitted;
    return `<c r="${place}"${styled} t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
  });
  return `<row r="${n}">${formatted.join('')}</row>\n`;
}

/** A to Z: no sheet of ours is wider. */
export const columnName = (at: number) => String.fromCharCode(65 + at);
