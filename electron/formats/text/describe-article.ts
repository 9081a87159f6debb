import type { Block, BlockKind } from '#shared/domain/block';
import type { PartialDate } from '#shared/domain/partial-date';
import { isBoilerplate, isCaption, isRelated, isUpdate } from './boilerplate.ts';
import { findDoubling, findRepeats } from './find-repeats.ts';
import {
  countWords,
  findDatelineAgency,
  findNamedOutlet,
  isProse,
  isTitleLike,
  parseByline,
  toRule,
} from './line-shapes.ts';
import { parseDateLine } from './date-lines.ts';
import type { PageBlock } from './page-blocks.ts';

/** What an article says of itself. `outletFoundBy` quotes the words that name the outlet. */
export type ArticleDescription = {
  title: string;
  byline: string | null;
  outlet: string | null;
  outletFoundBy: string | null;
  date: PartialDate | null;
  dateWritten: string | null;
  blocks: Block[];
};

type Found = { kind: BlockKind; foundBy: string };
const TITLE_LENGTH = 120;

/**
 * Names the blocks of one article and reads its title, byline, date and outlet off them.
 *
 * `offset`: where the article begins in the page; block offsets are given in the article's own text. `isFurniture` says of a
 * block that other articles end or begin with it too, or that it parts them. Nothing is guessed: what no words say is null.
 */
export function describeArticle(
  pageBlocks: PageBlock[],
  offset: number,
  isFurniture: (n: number) => boolean,
): ArticleDescription {
  const titleAt = findTitle(pageBlocks, isFurniture);
  const head = titleAt === undefined ? { byline: null, dated: undefined } : readHead(pageBlocks, titleAt);
  const found = pageBlocks.map((_, n) => classify(pageBlocks, n, titleAt, isFurniture(n)));
  const outlet = findOutlet(pageBlocks, found);
  const blocks = pageBlocks.flatMap((block, n) => toBlocks(block, found[n]!, offset));
  const repeats = findRepeats(blocks.map(({ text }) => text));
  return {
    title: titleAt === undefined ? toTitle(pageBlocks) : toHeadline(pageBlocks[titleAt]!.text),
    byline: head.byline,
    outlet: outlet?.name ?? null,
    outletFoundBy: outlet?.by ?? null,
    date: head.dated?.date ?? null,
    dateWritten: head.dated?.written ?? null,
    blocks: blocks.map(({ text: _, ...block }, n) => ({
      ...block,
      repeatOf: block.kind === 'boilerplate' || block.kind === 'title' ? null : (repeats[n] ?? null),
    })),
  };
}

/** Without the signs that Markdown puts before a heading. */
const toHeadline = (text: string) => toOneLine(text).replace(/^#{1,3} /u, '');
export const toOneLine = (text: string) => text.trim().replace(/\s+/gu, ' ');

/**
 * The headline: before there is any prose, and below a rule if one is drawn there, the first line of four words or more that
 * looks like one, else the first that does.
 */
function findTitle(blocks: PageBlock[], isFurniture: (n: number) => boolean): number | undefined {
  const firstProse = blocks.findIndex(({ text }, n) => isProse(text) && !isTitleLike(text) && !isFurniture(n));
  const head = blocks.slice(0, firstProse === -1 ? blocks.length : firstProse + 1);
  const afterRule = head.findLastIndex(({ text }) => toRule(text) !== undefined) + 1;
  const candidates = head.flatMap(({ text }, n) => {
    const isOther =
      isFurniture(n) || isBoilerplate(text) || parseDateLine(text) || parseByline(text) || isCaption(text);
    return n < afterRule || isOther || n === blocks.length - 1 ? [] : [n];
  });
  const looking = candidates.filter((n) => isTitleLike(blocks[n]!.text));
  const headline = looking.find((n) => countWords(blocks[n]!.text) >= 4) ?? looking[0];
  if (headline !== undefined) return headline;
  const [first] = candidates;
  return first === undefined ? undefined : shortFirstLine(blocks, first);
}

/** A headline that ends in a full stop is one all the same, if longer text follows. */
const shortFirstLine = (blocks: PageBlock[], n: number) => {
  const next = blocks.slice(n + 1, n + 4);
  return next.some(({ text }) => text.length > blocks[n]!.text.length * 1.3) && countWords(blocks[n]!.text) <= 25
    ? n
    : undefined;
};

/** For an article without a headline: its first words. */
export function toTitle(blocks: PageBlock[]): string {
  const first = blocks.find(({ text }) => !isBoilerplate(text)) ?? blocks[0]!;
  const line = toOneLine(first.text);
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.slice(0, TITLE_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/\p{Surrogate}$/u, '')}…`;
}

/** Who and when, from the lines just around the headline. */
function readHead(blocks: PageBlock[], titleAt: number) {
  let byline: string | null = null;
  let dated: ReturnType<typeof parseDateLine>;
  for (const n of [titleAt + 1, titleAt + 2, titleAt + 3, titleAt - 1, titleAt - 2]) {
    const text = blocks[n]?.text;
    if (text === undefined || (n > titleAt && isProse(text))) continue;
    dated ??= parseDateLine(text);
    const by = parseByline(text);
    if (by) {
      byline ??= by.byline;
      dated ??= by.date;
    }
  }
  return { byline, dated };
}

function classify(blocks: PageBlock[], n: number, titleAt: number | undefined, isFurniture: boolean): Found {
  const { text } = blocks[n]!;
  if (n === titleAt) return { kind: 'title', foundBy: 'first line' };
  if (isFurniture) return { kind: 'boilerplate', foundBy: 'stands with other articles too' };
  if (isOwnWords(text)) return { kind: 'boilerplate', foundBy: 'its words' };
  const nearTitle = titleAt !== undefined && Math.abs(n - titleAt) <= 3;
  if (nearTitle && parseDateLine(text)) return { kind: 'dateline', foundBy: 'a date alone' };
  if (nearTitle && parseByline(text)) return { kind: 'byline', foundBy: 'names who wrote' };
  if (titleAt !== undefined && n < titleAt && !isProse(text))
    return { kind: 'boilerplate', foundBy: 'stands above the headline' };
  if (isTail(blocks, n)) return { kind: 'boilerplate', foundBy: 'stands below the end' };
  const byWords = classifyByWords(text);
  if (byWords.kind === 'paragraph' && isHeading(blocks, n))
    return { kind: 'heading', foundBy: 'a short line before text' };
  return byWords;
}

/** Whether a block is its page's own, or a drawn line. */
const isOwnWords = (text: string) => isBoilerplate(text) || toRule(text) !== undefined;

/** The kind of a block by its own words, wherever it stands. */
export function classifyByWords(text: string): Found {
  if (isOwnWords(text)) return { kind: 'boilerplate', foundBy: 'its words' };
  if (isRelated(text)) return { kind: 'related', foundBy: 'its first words' };
  if (isUpdate(text)) return { kind: 'update', foundBy: 'its first words' };
  if (isCaption(text)) return { kind: 'caption', foundBy: 'credits a picture' };
  if (/^\s*(?:[•·▪►‣*–]|-(?=\s)|\d{1,2}[.)])\s+\S/u.test(text)) return { kind: 'list item', foundBy: 'its first sign' };
  if (/^\s*>/u.test(text)) return { kind: 'quote', foundBy: 'its first sign' };
  return { kind: 'paragraph', foundBy: 'nothing else' };
}

/** A short line after the page's own words, with no prose behind it. */
const isTail = (blocks: PageBlock[], n: number) =>
  n > 0 &&
  !isProse(blocks[n]!.text) &&
  isBoilerplate(blocks[n - 1]!.text) &&
  blocks.slice(n).every(({ text }) => !isProse(text) || isBoilerplate(text));

const isHeading = (blocks: PageBlock[], n: number) => {
  const { text } = blocks[n]!;
  const next = blocks[n + 1];
  return (
    n > 0 && next !== undefined && isTitleLike(text) && countWords(text) <= 14 && !isProse(text) && isProse(next.text)
  );
};

/** By the lines that name it, else by the dateline of the first two paragraphs. */
function findOutlet(blocks: PageBlock[], found: Found[]): { name: string; by: string } | undefined {
  for (const { text } of blocks) {
    const name = findNamedOutlet(text);
    if (name !== undefined) return { name, by: toOneLine(text) };
  }
  const paragraphs = blocks.filter((_, n) => found[n]!.kind === 'paragraph').slice(0, 2);
  for (const { text } of paragraphs) {
    const name = findDatelineAgency(text);
    if (name !== undefined) return { name, by: toOneLine(text.slice(0, text.indexOf(')') + 1)) };
  }
  return undefined;
}

/** A block of an article, with its text; a line that says its first sentence twice is two, the second a repeat of the first. */
function toBlocks({ text, ...place }: PageBlock, { kind, foundBy }: Found, offset: number) {
  const [start, end] = [place.start - offset, place.end - offset];
  const doubled = findDoubling(text);
  if (doubled === undefined) return [{ kind, foundBy, start, end, text }];
  const middle = start + doubled;
  return [
    { kind, foundBy, start, end: middle, text: text.slice(0, doubled) },
    { kind, foundBy: 'stands twice in one line', start: middle, end, text: text.slice(doubled) },
  ];
}
