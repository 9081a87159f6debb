const escaped = /\\|\[|\]|\||_|->|;|\t|\n|\*/gu;
const short: Record<string, string> = { '\t': '\\t', '\n': '\\n' };

/** A value in a cell. A carriage return cannot be escaped and has to be replaced before. */
export const escapeValue = (value: string) => value.replace(escaped, (sign) => short[sign] ?? `\\${sign}`);

const inText: Record<string, string> = { '\t': '\\t', '\f': '\\f', '\r': '\\r', '\b': '\\b', '\\': '\\\\' };

/** The lines that say what a sentence is: one for each line of it. */
export const toTextLines = (sentence: string) =>
  sentence
    .replace(/[\t\f\r\x08\\]/gu, (sign) => inText[sign]!)
    .split('\n')
    .map((line) => `#Text=${line}\n`)
    .join('');

const meant: Record<string, string> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' };

export const unescapeText = (text: string) => text.replace(/\\(.)/gsu, (_, sign: string) => meant[sign] ?? sign);
export const unescapeValue = (value: string) =>
  !value.includes('\\')
    ? value
    : value.replace(/\\(->|.)/gsu, (_, sign: string) => (sign === 't' ? '\t' : sign === 'n' ? '\n' : sign));

/** The parts of a cell between signs that no backslash stands before. */
export function splitCell(cell: string, sign: '|' | ';'): string[] {
  if (!cell.includes(sign)) return [cell];
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < cell.length; at += 1)
    if (cell[at] === '\\') at += 1;
    else if (cell[at] === sign) {
      parts.push(cell.slice(from, at));
      from = at + 1;
    }
  return [...parts, cell.slice(from)];
}

/** A value and the number in brackets behind it, which tells annotations of one place apart; null where there is none. */
export function parseNumbered(item: string): { value: string; id: string | null } {
  if (!item.endsWith(']')) return { value: item, id: null };
  const bracket = item.lastIndexOf('[');
  const id = item.slice(bracket + 1, -1);
  if (bracket === -1 || !/^[\d_]+$/u.test(id)) return { value: item, id: null };
  const value = item.slice(0, bracket);
  let slashes = 0;
  while (value[value.length - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1 ? { value: item, id: null } : { value, id };
}
