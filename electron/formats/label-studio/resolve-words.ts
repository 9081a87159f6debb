/** A line break as Label Studio writes it; a backslash before a real one is of an older version. */
const WRITTEN_BREAK = /\\n|\\\n/u;

/**
 * The words of a region as they stand in its text. Label Studio writes a line break as the two characters `\n`, which may just as
 * well stand in the text themselves: the text says which. `starts`: where the words may begin. Unit: UTF-16.
 */
export function resolveWords(text: string, written: string, starts: readonly number[]): string {
  if (!WRITTEN_BREAK.test(written)) return written;
  const parts = written.split(WRITTEN_BREAK).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const pattern = parts.join(String.raw`(?:\n|\\n)`);
  const sticky = new RegExp(pattern, 'uy');
  for (const start of starts) {
    sticky.lastIndex = start;
    const words = start >= 0 ? sticky.exec(text)?.[0] : undefined;
    if (words !== undefined) return words;
  }
  return new RegExp(pattern, 'u').exec(text)?.[0] ?? written.replaceAll(/\\n|\\\n/gu, '\n');
}
