import type { Block } from '#shared/domain/block';
import type { PlannedPage } from '#shared/domain/import';

/** One line of a page's preview. `article` counts from 0; `offset` is the block's place in the page, in UTF-16. */
export type PageRow =
  { type: 'cut'; article: number } | { type: 'block'; article: number; block: Block; offset: number; isFirst: boolean };

/** A page as its cuts and blocks, in order. */
export const toPageRows = ({ articles }: PlannedPage): PageRow[] =>
  articles.flatMap(({ start, blocks }, article): PageRow[] => [
    { type: 'cut', article },
    ...blocks.map((block, n) => ({
      type: 'block' as const,
      article,
      block,
      offset: start + block.start,
      isFirst: n === 0,
    })),
  ]);

/** The row of the block that begins at `offset`, or the first block at all. */
export function findBlockRow(rows: PageRow[], offset: number): number {
  const exact = rows.findIndex((row) => row.type === 'block' && row.offset === offset);
  return exact === -1 ? rows.findIndex((row) => row.type === 'block') : exact;
}
