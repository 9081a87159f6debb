import { columnMessages } from '#shared/messages/en/formats/tokens';
import { RowCutter, type CutRow } from '../tokens/row-cutter.ts';
import { isTag } from '../tokens/token-tags.ts';

/** Which column is what: `form` the words, `tags` one level of names each, `others` what Galley has no place for. */
export type Layout = {
  isTabbed: boolean;
  /** The line that says what the columns are called, from 1; null where none does. */
  head: number | null;
  /** How many columns there are. */
  width: number;
  form: number;
  tags: number[];
  others: number[];
  /** Why a line of so many columns does not fit the first; undefined where it does. */
  check(width: number, tags: readonly string[]): string | undefined;
};

export const isStart = (line: string) => line.startsWith('-DOCSTART-') || line.startsWith('#DOCSTART');

const NUMBER_SIGN = 0x23;

/** A line such as `# id 7` or `#	http://…`; a sign that is tagged is a token. */
export const isComment = (line: string) =>
  line.charCodeAt(0) === NUMBER_SIGN && /^#[ \t]/u.test(line) && !isTag(line.trim().split(/\s+/u).at(-1)!);

/** The document that begins with a comment, by its id where that is said; undefined where none begins. */
export function findStarted(comment: string): { id: string | null } | undefined {
  const [, id] = /^#\s*(?:newdoc\b(?:\s+id\s*=)?|(?:\w+:)?document_id\s*=)\s*(.*)$/u.exec(comment) ?? [];
  return id === undefined ? undefined : { id: id.trim() || null };
}

/** What stands in a column that nobody filled. */
export const isPlaceholder = (cell: string) => ['-X-', '_', '-', 'O', ''].includes(cell);

function splitColumns(line: string, isTabbed: boolean): string[] {
  return isTabbed ? line.trimEnd().split('\t') : line.trim().split(/[ \t]+/u);
}

/** Cuts lines that are laid out so. Where they are parted by tabs, the last columns may be empty. */
export function createCutter({ isTabbed, form, width }: Layout): (line: string) => CutRow {
  const cutter = new RowCutter(form);
  if (!isTabbed) return (line) => cutter.cut(line);
  return (line) => {
    const cells = line.split('\t');
    while (cells.length > width && cells.at(-1)!.trim() === '') cells.pop();
    cells.push(cells.pop()!.trimEnd());
    return { form: cells[form] ?? '', behind: cells.slice(form + 1), width: cells.length };
  };
}

/** So many of the first tokens tell what the columns are. */
const ENOUGH = 200;

/** By the first lines that are tokens; where they are no columns with tags, the line that is not. */
export function findLayout(lines: readonly string[]): Layout | { wrongAt: number | null } {
  const tokens: { text: string; line: number }[] = [];
  for (let n = 0; n < lines.length && tokens.length < ENOUGH; n += 1) {
    const text = lines[n]!;
    if (text.trim() !== '' && !isStart(text) && !isComment(text)) tokens.push({ text, line: n + 1 });
  }
  const [first] = tokens;
  if (!first)
    return lines.some(isStart) ? toLayout([['a', 'O']], { isTabbed: false, head: null, width: 2 }) : { wrongAt: null };
  const isTabbed = first.text.includes('\t');
  const rows = tokens.map(({ text }) => splitColumns(text, isTabbed));
  const isHeaded =
    rows.length > 1 && isTabbed && /^(?:token|word|form)s?$/iu.test(rows[0]![0]!) && !rows[0]!.some(isTag);
  const said = findSaid(lines);
  if (said) return toLayout(rows, { isTabbed, head: null, width: said.length }, said);
  const known = { isTabbed, head: isHeaded ? first.line : null, width: rows[0]!.length };
  const layout = toLayout(isHeaded ? rows.slice(1) : rows, known);
  if (layout.tags.length === 0) return { wrongAt: first.line };
  return layout;
}

/** What a file of CoNLL-U Plus calls its columns, where one is of words and one of names. */
function findSaid(lines: readonly string[]): string[] | undefined {
  const said = lines.find((line) => line.startsWith('# global.columns'))?.split('=')[1];
  const names = said?.trim().split(/\s+/u) ?? [];
  return names.includes('FORM') && names.some(isOfTags) ? names : undefined;
}

const isOfTags = (column: string) => /(?:^|:)(?:NER?|IOB2?|BIO)(?:$|:)/iu.test(column);

/** So many of them tell whether they are numbered. */
const NUMBERED = 20;

/** Tokens that are numbered in each sentence, as GermEval has them from 1 and WikiNEuRal from 0. */
function isNumbered(rows: readonly (readonly string[])[]): boolean {
  const from = rows[0]![0]!;
  if (rows[0]!.length < 3 || (from !== '0' && from !== '1')) return false;
  return rows.slice(1, NUMBERED).every(([cell], n) => cell === from || Number(cell) === Number(rows[n]![0]) + 1);
}

/** Labels of what is no name. Source: CoNLL-2000, and the German files of CoNLL-2003. */
const CHUNKS = new Set('NP VP PP ADVP ADJP SBAR PRT CONJP INTJ LST UCP NC VC PC'.split(' '));

/**
 * Tags stand in the last column; or one level in each of several, where tokens are numbered, a line says what the columns are, or all
 * columns hold tags.
 */
function toLayout(
  rows: readonly (readonly string[])[],
  known: Pick<Layout, 'isTabbed' | 'head' | 'width'>,
  said: readonly string[] = [],
): Layout {
  const form = said.length > 0 ? said.indexOf('FORM') : isNumbered(rows) ? 1 : 0;
  const behind = Array.from({ length: known.width }, (_, at) => at).slice(form + 1);
  const whole = rows.filter((row) => row.length === known.width);
  const cells = whole[0] ?? rows[0]!;
  const last = cells.length - 1;
  const tagged = behind.filter((at) => isTag(cells[at] ?? ''));
  const withTags = behind.filter((at) => whole.every((row) => isTag(row[at]!)));
  const isOfNames = (at: number) => at === last || !whole.some((row) => CHUNKS.has(row[at]!.slice(2)));
  const hasLevels = known.head !== null || withTags.length === behind.length;
  const ofTags = behind.filter((at) => isOfTags(said[at] ?? ''));
  const levels =
    ofTags.length > 0 ? ofTags : form === 1 ? tagged : hasLevels ? withTags : tagged.filter((at) => at === last);
  const tags = levels.filter(isOfNames);
  return {
    ...known,
    form,
    tags,
    others: behind.filter((at) => !tags.includes(at)),
    check: (width, found) => {
      if (width !== known.width) return columnMessages.count(width, known.width);
      const wrong = found.find((tag) => !isTag(tag));
      return wrong === undefined ? undefined : columnMessages.noTag(wrong);
    },
  };
}
