/** A stretch of a page: one line, or the lines of one hard-wrapped paragraph. Unit: UTF-16, half-open. */
export type PageBlock = { start: number; end: number; text: string; blanksBefore: number };

type Line = { start: number; end: number; text: string };

function* iterateLines(text: string): Generator<Line> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield { start, end, text: text.slice(start, end) };
    start = end + 1;
  }
}

/** A form feed parts pages, so its line counts for something. */
const isBlank = ({ text }: Line) => !/[\S\f]/u.test(text);

/**
 * The blocks of a page, in order, covering all but its blank lines.
 *
 * A line is a block of its own, but for pages whose lines were wrapped by a machine: there a paragraph's lines are one.
 */
export function toPageBlocks(text: string): PageBlock[] {
  const groups: { lines: Line[]; blanksBefore: number }[] = [];
  let blanks = 0;
  let open: Line[] | undefined;
  for (const line of iterateLines(text)) {
    if (isBlank(line)) {
      blanks += 1;
      open = undefined;
    } else if (open) open.push(line);
    else {
      groups.push({ lines: (open = [line]), blanksBefore: blanks });
      blanks = 0;
    }
  }
  const width = findWrapWidth(groups.map(({ lines }) => lines));
  return groups.flatMap(({ lines, blanksBefore }) =>
    joinWrapped(lines, width).map(({ start, end }, n) => ({
      start,
      end,
      text: text.slice(start, end),
      blanksBefore: n === 0 ? blanksBefore : 0,
    })),
  );
}

const firstWordLength = (text: string) => /^\S*/u.exec(text)![0].length;

/** The column at which a machine broke this page's lines; undefined where none did. */
function findWrapWidth(groups: Line[][]): number | undefined {
  const pairs = groups.flatMap((lines) => lines.slice(1).map((next, i) => [lines[i]!.text, next.text] as const));
  if (pairs.length < 4) return undefined;
  const width = Math.max(...pairs.map(([line]) => line.length));
  if (width < 40 || width > 120) return undefined;
  const full = pairs.filter(([line, next]) => isFull(line, next, width)).length;
  return full >= pairs.length * 0.85 ? width : undefined;
}

/** The next line's first word would hardly have fitted: the break was a machine's. */
const isFull = (line: string, next: string, width: number) => line.length + 1 + firstWordLength(next) > width * 0.94;

function joinWrapped(lines: Line[], width: number | undefined): { start: number; end: number }[] {
  const joined: { start: number; end: number; last: string }[] = [];
  for (const { start, end, text } of lines) {
    const open = joined.at(-1);
    if (width !== undefined && open && isFull(open.last, text, width)) {
      open.end = end;
      open.last = text;
    } else joined.push({ start, end, last: text });
  }
  return joined;
}
