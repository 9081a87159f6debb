import type { Block } from '#shared/domain/block';
import type { ArticleField, DateOrder } from '#shared/domain/import-table';
import { normaliseText } from '#shared/text/normalise';
import type { FoundArticle } from '../reader.ts';
import { classifyByWords, describeArticle, toOneLine, toTitle } from '../text/describe-article.ts';
import { toPageBlocks, type PageBlock } from '../text/page-blocks.ts';
import { readDate } from './read-dates.ts';
import type { Row } from './table.ts';

/** `columns` are those of the table, `fields` say which of them an article's fields are read from. */
export type RowReading = {
  columns: readonly string[];
  fields: ReadonlyMap<string, ArticleField>;
  dateOrder: DateOrder | null;
};

/** An article with what could not be read of its row: bytes of the file, and where they stand in its text, in UTF-16. */
export type RowArticle = FoundArticle & { strayBytes: number[]; strayAt: number[]; replaced: number };

const longest = { title: 1000, outlet: 200, byline: 500, language: 100, address: 4000, date: 200 } as const;
type ShortField = keyof typeof longest;

/**
 * The article of a row; null where its text is empty.
 *
 * Fields that are too long for what they are, and columns that are no field, are kept as metadata. What no column says is read
 * off the text where there is no title either, as in a text file.
 */
export function toArticle(row: Row, { columns, fields, dateOrder }: RowReading): RowArticle | null {
  const cells: Partial<Record<ArticleField, string>> = {};
  const meta: FoundArticle['meta'] = [];
  for (const [n, cell] of row.cells.entries()) {
    if (cell === undefined || cell === '') continue;
    const field = fields.get(columns[n]!);
    if (field === 'text') cells.text = cell;
    else if (field !== undefined && cell.length <= longest[field]) cells[field] = toOneLine(normaliseText(cell).text);
    else meta.push({ key: normaliseText(columns[n]!).text, value: normaliseText(cell).text, foundBy: 'column' });
  }
  const { text, replaced } = normaliseText(cells.text ?? '');
  const pageBlocks = toPageBlocks(text);
  if (pageBlocks.length === 0) return null;
  const stray = findStray(row, cells.text!, columns, fields);
  if (stray.bytes.length > 0)
    meta.push({ key: 'stray bytes', value: JSON.stringify(stray.bytes), foundBy: 'decoding' });
  if (stray.at.length > 0) meta.push({ key: 'stray characters', value: JSON.stringify(stray.at), foundBy: 'decoding' });
  if (replaced > 0) meta.push({ key: 'replaced characters', value: String(replaced), foundBy: 'decoding' });
  const say = (field: ShortField) => cells[field] || null;
  const own = say('title') === null ? describeArticle(pageBlocks, 0, () => false) : undefined;
  const dateWritten = say('date');
  return {
    place: 'row',
    start: row.n,
    end: row.n + 1,
    text,
    title: say('title') ?? own?.title ?? toTitle(pageBlocks),
    byline: say('byline') ?? own?.byline ?? null,
    outlet: say('outlet') ?? own?.outlet ?? null,
    date: dateWritten === null ? (own?.date ?? null) : readDate(dateWritten, dateOrder),
    dateWritten: dateWritten ?? own?.dateWritten ?? null,
    language: say('language'),
    address: say('address'),
    blocks: own?.blocks ?? nameBlocks(pageBlocks, text, say('title')!),
    meta,
    strayBytes: stray.bytes,
    strayAt: stray.at,
    replaced,
  };
}

/**
 * A title block where the text begins with the title, then the others by their own words; what a page repeats around its
 * articles a row does not hold, but a paragraph may stand twice.
 */
function nameBlocks(pageBlocks: PageBlock[], text: string, title: string): Block[] {
  const [first, ...rest] = pageBlocks as [PageBlock, ...PageBlock[]];
  const titleEnd = findTitleEnd(first, title);
  const blocks: Block[] = [];
  const seen = new Map<string, number>();
  const add = ({ start, end }: { start: number; end: number }) => {
    const words = text.slice(start, end);
    const repeatOf = seen.get(words.trim()) ?? null;
    if (repeatOf === null) seen.set(words.trim(), blocks.length);
    const { kind, foundBy } = classifyByWords(words);
    blocks.push({ kind, start, end, foundBy, repeatOf: kind === 'boilerplate' ? null : repeatOf });
  };
  if (titleEnd === null) add(first);
  else {
    blocks.push({ kind: 'title', start: first.start, end: titleEnd, foundBy: 'the column of titles', repeatOf: null });
    const body = titleEnd + /^\s*/u.exec(text.slice(titleEnd, first.end))![0].length;
    if (body < first.end) add({ start: body, end: first.end });
  }
  for (const block of rest) add(block);
  return blocks;
}

/** Where the title ends that a block begins with, its full stop included; null where it does not. */
function findTitleEnd({ start, text }: PageBlock, title: string): number | null {
  const indent = text.length - text.trimStart().length;
  if (!text.startsWith(title, indent)) return null;
  const end = /^[.:!?…]*(?=\s|$)/u.exec(text.slice(indent + title.length));
  return end && start + indent + title.length + end[0].length;
}

/** Which bytes of a row could not be read, and which characters of its text stand for them. */
function findStray(row: Row, text: string, columns: readonly string[], fields: ReadonlyMap<string, ArticleField>) {
  const bytes = row.marks.filter((byte) => byte !== null);
  if (bytes.length === 0) return { bytes, at: [] };
  const counts = row.cells.map((cell) => cell?.match(/\uFFFD/gu)?.length ?? 0);
  // the escapes of JSON can make more of them
  if (counts.reduce((sum, count) => sum + count, 0) !== row.marks.length) return { bytes, at: [] };
  const n = row.cells.findIndex((cell, i) => cell === text && fields.get(columns[i]!) === 'text');
  const before = counts.slice(0, n).reduce((sum, count) => sum + count, 0);
  const marks = row.marks.slice(before, before + counts[n]!);
  return { bytes, at: listPlaces(text, marks) };
}

/** Where in a text as it is kept the characters stand that were marked. Unit: UTF-16. */
function listPlaces(raw: string, marks: (number | null)[]): number[] {
  // all of these are U+FFFD in what is kept, in the same order
  const isMark = Array.from(raw.matchAll(/[\uFFFD\0\p{Surrogate}]/gu), ([sign]) => sign === '\uFFFD');
  const places = Array.from(normaliseText(raw).text.matchAll(/\uFFFD/gu), ({ index }) => index);
  let next = 0;
  return places.filter((_, n) => isMark[n] && marks[next++] !== null);
}
