import { columnMessages } from '#shared/messages/en/formats/tokens';
import { RowCutter, type CutRow } from '../tokens/row-cutter.ts';
import { isTag } from '../tokens/token-tags.ts';

/** Which column is what: `form` the words, `tags` one level of names each, `others` what Galley has no place for. */
export type Layout = {
  isTabbed: boolean;
  /** Tokens are numbered in each sentence: CoNLL-2002 as GermEval writes it. */
  isNumbered: boolean;
  form: number;
  tags: number[];
  others: number[];
  /** Why a line of so many columns does not fit the first; undefined where it does. */
  check(width: number, tags: readonly string[]): string | undefined;
};

export const isStart = (line: string) => line.startsWith('-DOCSTART-');

/** A line such as `# id 7` or `#	http://…`; a sign that is tagged is a token. */
export const isComment = (line: string) =>
  (line.startsWith('# ') || line.startsWith('#\t')) && !isTag(line.trim().split(/\s+/u).at(-1)!);

/** What stands in a column that nobody filled. */
export const isPlaceholder = (cell: string) => ['-X-', '_', '-', 'O'].includes(cell);

function splitColumns(line: string, isTabbed: boolean): string[] {
  return isTabbed ? line.trimEnd().split('\t') : line.trim().split(/[ \t]+/u);
}

/** Cuts lines that are laid out so. */
export function createCutter({ isTabbed, form }: Layout): (line: string) => CutRow {
  const cutter = new RowCutter(form);
  if (!isTabbed) return (line) => cutter.cut(line);
  return (line) => {
    const cells = splitColumns(line, isTabbed);
    return { form: cells[form] ?? '', behind: cells.slice(form + 1), width: cells.length };
  };
}

/** By the first line that is a token; where it is no columns with tags, the line that it is. */
export function findLayout(lines: readonly string[]): Layout | { wrongAt: number | null } {
  const tokens = lines
    .map((text, n) => ({ text, line: n + 1 }))
    .filter(({ text }) => text.trim() !== '' && !isStart(text) && !isComment(text));
  const [first] = tokens;
  if (!first) return lines.some(isStart) ? toLayout('a O') : { wrongAt: null };
  const layout = toLayout(first.text);
  const columns = splitColumns(first.text, layout.isTabbed);
  if (columns.length < 2 || layout.tags.length === 0) return { wrongAt: first.line };
  return layout;
}

function toLayout(line: string): Layout {
  const isTabbed = line.includes('\t');
  const cells = splitColumns(line, isTabbed);
  const isNumbered = cells[0] === '1' && cells.length > 2;
  const last = cells.length - 1;
  const tags = isNumbered
    ? cells.flatMap((cell, at) => (at > 1 && isTag(cell) ? [at] : []))
    : isTag(cells[last]!)
      ? [last]
      : [];
  const form = isNumbered ? 1 : 0;
  return {
    isTabbed,
    isNumbered,
    form,
    tags,
    others: cells.flatMap((_, at) => (at > form && !tags.includes(at) ? [at] : [])),
    check: (width, found) => {
      if (width !== cells.length) return columnMessages.count(width, cells.length);
      const wrong = found.find((tag) => !isTag(tag));
      return wrong === undefined ? undefined : columnMessages.noTag(wrong);
    },
  };
}
