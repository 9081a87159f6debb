import type { Block } from '#shared/domain/block';
import { sentencesOf } from '#shared/text/sentences';

/**
 * Where the next sentence starts after `offset`; backwards this one, or the one before where it starts at `offset`. The end of
 * the article after the last, `offset` itself before the first. `index` is that of the block which holds `offset`.
 */
export function findSentenceStart(
  text: string,
  blocks: readonly Pick<Block, 'start' | 'end'>[],
  index: number,
  offset: number,
  by: 1 | -1,
): number {
  for (let at = index; blocks[at]; at += by) {
    const sentences = sentencesOf(text, blocks[at]!.start, blocks[at]!.end);
    const found =
      by === 1 ? sentences.find(({ start }) => start > offset) : sentences.findLast(({ start }) => start < offset);
    if (found) return found.start;
  }
  return by === 1 ? Math.max(offset, blocks.at(-1)!.end) : offset;
}
