import type { Block } from '#shared/domain/block';
import { clusterAround } from '#shared/text/graphemes';
import { sentencesOf } from '#shared/text/sentences';

/** What is set as one paragraph: a block, or a piece of a long one. `of`: the block's place in the article. */
export type Piece = Block & {
  of: number;
  /** It begins where the piece before ends, in the middle of a block. */
  isContinued: boolean;
};

/**
 * The most that is set as one paragraph. A change draws its paragraph anew, and the time for that grows with the square of what is
 * highlighted there: pages that were saved without line breaks have it all in one. Unit: UTF-16.
 */
const MOST = 8000;

/** Blocks in pieces that a change can draw anew at once: cut between sentences, else between words, else between letters. */
export const splitBlocks = (text: string, blocks: readonly Block[]): Piece[] =>
  blocks.flatMap((block, of) => {
    const pieces: Piece[] = [];
    for (let start = block.start; start < block.end;) {
      const end = block.end - start > MOST ? findCut(text, start) : block.end;
      pieces.push({ ...block, start, end, of, isContinued: start > block.start });
      start = end;
    }
    return pieces;
  });

/** Not in the first half of what fits, so that there are few pieces. */
function findCut(text: string, start: number): number {
  const [first, last] = [start + MOST / 2, start + MOST];
  const sentence = sentencesOf(text, start, last).at(-1);
  if (sentence && sentence.start > first) return sentence.start;
  for (let at = last; at > first; at -= 1) if (/\s/.test(text[at - 1]!) && /\S/.test(text[at]!)) return at;
  return clusterAround(text, last).start;
}
