import { readDate } from './read-dates.ts';

const LONGEST_NAME = 100;

/** What no column is called: a long text, several lines, a whole sentence, an address, a date. */
const isData = (cell: string) =>
  cell.length > LONGEST_NAME ||
  /[\n\r]|https?:\/\/|^\S+(?:\s+\S+){5,}[.!?…]["”’)]?$/u.test(cell) ||
  readDate(cell, 'dmy') !== null ||
  readDate(cell, 'mdy') !== null;

/**
 * The names of a table's columns, each once: "column 3" where there is none, "date (2)" for the second of that name.
 *
 * Where the first row looks like data, it is: `isHeader` is false and all columns go by number.
 */
export function nameColumns(first: string[]): { names: string[]; isHeader: boolean } {
  if (first.some((cell) => isData(cell.trim())))
    return { names: first.map((_, n) => `column ${n + 1}`), isHeader: false };
  const taken = new Set<string>();
  const names = first.map((cell, n) => {
    const name = cell.trim().replace(/\s+/gu, ' ') || `column ${n + 1}`;
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`;
    taken.add(unique);
    return unique;
  });
  return { names, isHeader: true };
}
