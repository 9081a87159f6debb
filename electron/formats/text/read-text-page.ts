import { ExpectedError } from '#shared/errors';
import { normaliseText } from '#shared/text/normalise';
import { cutPage, WHOLE_PAGE } from './cut-page.ts';
import { decodeText, type DecodeOptions } from './decode-text.ts';
import { describeArticle, type ArticleDescription } from './describe-article.ts';
import { isBinary } from './detect-binary.ts';
import { toPageBlocks, type PageBlock } from './page-blocks.ts';
import { findSharedBlocks } from './shared-blocks.ts';

/** The text of a page as Galley keeps it. `strayBytes` are places in the file, `replaced` counts NUL and lone surrogates. */
export type TextPage = { text: string; encoding: string; strayBytes: number[]; replaced: number; blocks: PageBlock[] };

/** One article of a page: its place in the page's text, in UTF-16, and what it says of itself. */
export type CutArticle = ArticleDescription & { start: number; end: number };
/** `cutBy` is null where the rules did not cut; its `marker` is the line that they cut at, null where headlines alone told. */
export type CutTextPage = {
  cutBy: { marker: string | null; times: number } | null;
  articles: CutArticle[];
};

/** Reads one file's bytes. Errors: file-empty, file-binary, encoding-unknown, file-not-utf8, file-stray-bytes. */
export function readTextPage(bytes: Uint8Array, options: DecodeOptions): TextPage {
  const { file, encoding } = options;
  if (bytes.length === 0) throw new ExpectedError('file-empty', { file });
  const is16Bit = encoding.toLowerCase().startsWith('utf-16');
  if (!is16Bit && isBinary(bytes)) throw new ExpectedError('file-binary', { file });
  const decoded = decodeText(bytes, options);
  const { text, replaced } = normaliseText(decoded.text);
  const blocks = toPageBlocks(text);
  if (blocks.length === 0) throw new ExpectedError('file-empty', { file });
  return { text, encoding: decoded.encoding, strayBytes: decoded.strayBytes, replaced, blocks };
}

/**
 * Cuts pages into articles: `cuts` where a person said where articles begin (in UTF-16), else by the rules, or not at all.
 *
 * The articles of a page, joined in order, are its text, character for character.
 */
export function cutTextPages(
  pages: { page: TextPage; cuts?: readonly number[] | undefined; split: 'auto' | 'never' }[],
): CutTextPage[] {
  const cutPages = pages.map(({ page, cuts, split }) => {
    const { blocks, text } = page;
    const found = cuts || split === 'never' ? WHOLE_PAGE : cutPage(blocks);
    const starts = cuts ? toStarts(cuts, text.length) : found.cuts.map((n) => (n === 0 ? 0 : blocks[n]!.start));
    const markers = new Set(found.markers.map((n) => blocks[n]!.start));
    const places = starts.map((start, n) => {
      const end = starts[n + 1] ?? text.length;
      return { start, end, blocks: blocks.flatMap((block) => clip(block, start, end)) };
    });
    return { found, markers, places };
  });
  const shared = findSharedBlocks(cutPages.flatMap(({ places }) => places.map(({ blocks }) => blocks)));
  let next = 0;
  return cutPages.map(({ found, markers, places }) => ({
    cutBy: found.cuts.length === 1 ? null : { marker: found.marker, times: found.markers.length },
    articles: places.map(({ start, end, blocks }) => {
      const furniture = shared[next]!;
      next += 1;
      const isFurniture = (n: number) => furniture.has(n) || markers.has(blocks[n]!.start);
      return { start, end, ...describeArticle(blocks, start, isFurniture) };
    }),
  }));
}

/** Places in order from 0, each inside the text. */
const toStarts = (cuts: readonly number[], length: number) =>
  [...new Set([0, ...cuts])].filter((cut) => cut < length).sort((a, b) => a - b);

/** The part of a block that lies in an article; the block itself where it lies there whole. */
function clip(block: PageBlock, start: number, end: number): PageBlock[] {
  if (block.start >= start && block.end <= end) return [block];
  const [from, to] = [Math.max(block.start, start), Math.min(block.end, end)];
  if (from >= to) return [];
  const text = block.text.slice(from - block.start, to - block.start);
  return /[\S\f]/u.test(text) ? [{ start: from, end: to, text, blanksBefore: 0 }] : [];
}
