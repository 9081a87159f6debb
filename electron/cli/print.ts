import stringWidth from 'string-width';

/** Controls of the terminal, and of direction, in other people's words: shown, never obeyed. */
const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu;
export const toPrintable = (text: string) => text.replace(/[\n\t]+/gu, ' ').replace(controls, '\ufffd');

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
export const printJson = (value: unknown) => print(JSON.stringify(value));
export const printError = (text: string) => process.stderr.write(`${text}\n`);

const WIDEST = 60;

function shorten(text: string): string {
  if (stringWidth(text) <= WIDEST) return text;
  let short = '';
  for (const character of text) {
    if (stringWidth(short + character) >= WIDEST) break;
    short += character;
  }
  return `${short}…`;
}

/** A table for people: columns as wide as they need, numbers at the right; `isNumber` says of each column whether it holds them. */
export function printTable(
  heads: string[],
  rows: (string | number | null)[][],
  isNumber = heads.map((_, i) => rows.length > 0 && rows.every((row) => typeof row[i] === 'number')),
): void {
  const cells = rows.map((row) => row.map((cell) => shorten(toPrintable(cell === null ? '' : String(cell)))));
  const widths = heads.map((head, i) => Math.max(stringWidth(head), ...cells.map((row) => stringWidth(row[i]!))));
  const pad = (text: string, i: number) => {
    const space = ' '.repeat(widths[i]! - stringWidth(text));
    return isNumber[i] ? space + text : text + space;
  };
  for (const row of [heads, ...cells]) print(row.map(pad).join('  ').trimEnd());
}

let lineIsOpen = false;
/** One line on a terminal that says how far a job is; nothing where nobody looks. */
export function showProgress({ done, total, what }: { done: number; total: number; what: string }): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(`\r\u001b[K${done} of ${total} ${shorten(toPrintable(what))}`);
  lineIsOpen = true;
}
export function endProgress(): void {
  if (lineIsOpen) process.stderr.write('\r\u001b[K');
  lineIsOpen = false;
}
