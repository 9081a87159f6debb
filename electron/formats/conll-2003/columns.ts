import { columnMessages } from '#shared/messages/en/formats/tokens';
import { isTag } from '../tokens/token-tags.ts';

/** Which column is what: `form` the words, `tags` one level of names each, `others` what Galley has no place for. */
export type Layout = {
  isTabbed: boolean;
  /** Tokens are numbered in each sentence: CoNLL-2002 as GermEval writes it. */
  isNumbered: boolean;
  form: number;
  tags: number[];
  others: number[];
  /** Why a line does not fit the first; undefined where it does. */
  check(cells: readonly string[], tags: readonly string[]): string | undefined;
};

export const isStart = (line: string) => line.startsWith('-DOCSTART-');

/** A line such as `# id 7` or `#	http://…`; a sign that is tagged is a token. */
export const isComment = (line: string) =>
  (line.startsWith('# ') || line.startsWith('#\t')) && !isTag(line.trim().split(/\s+/u).at(-1)!);

/** What stands in a column that nobody filled. */
export const isPlaceholder = (cell: string) => ['-X-', '_', '-', 'O'].includes(cell);

export function splitColumns(line: string, { isTabbed }: Pick<Layout, 'isTabbed'>): string[] {
  if (isTabbed) return line.trimEnd().split('\t');
  const cells = line.split(' ');
  return cells.includes('') || line.includes('\t') ? line.trim().split(/[ \t]+/u) : cells;
}

/** By the first line that is a token; where it is no columns with tags, the line that it is. */
export function findLayout(lines: readonly string[]): Layout | { wrongAt: number | null } {
  const tokens = lines
    .map((text, n) => ({ text, line: n + 1 }))
    .filter(({ text }) => text.trim() !== '' && !isStart(text) && !isComment(text));
  const [first] = tokens;
  if (!first) return lines.some(isStart) ? toLayout('a O') : { wrongAt: null };
  const layout = toLayout(first.text);
  const columns = splitColumns(first.text, layout);
  if (columns.length < 2 || layout.tags.length === 0) return { wrongAt: first.line };
  return layout;
}

function toLayout(line: string): Layout {
  const isTabbed = line.includes('\t');
  const cells = splitColumns(line, { isTabbed });
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
    check: (row, found) => {
      if (row.length !== cells.length) return columnMessages.count(row.length, cells.length);
      const wrong = found.find((tag) => !isTag(tag));
      return wrong === undefined ? undefined : columnMessages.noTag(wrong);
    },
  };
}
