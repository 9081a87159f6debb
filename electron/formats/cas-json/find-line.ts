/** How many characters the platform quotes before the one that it cannot read, where it leaves out what stands before them. */
const BEFORE = 10;

/** The line of a text, from 1, in which it is no JSON, by what the platform says of it; null where that does not show it. */
export function findLine(text: string, message: string): number | null {
  const said = /\(line (\d+) /u.exec(message)?.[1];
  if (said !== undefined) return Number(said);
  if (message.includes('end of JSON input')) return countLines(text.trimEnd());
  const [, sign = '', isCut, words = ''] =
    /^Unexpected token '(.+?)', (\.\.\.)?"(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(message) ?? [];
  const at = text.indexOf(words);
  if (words === '' || at === -1 || text.includes(words, at + 1)) return null;
  return countLines(text.slice(0, at + (isCut === undefined ? words.indexOf(sign) : BEFORE)));
}

const countLines = (text: string) => text.split('\n').length;
