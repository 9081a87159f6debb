import type { Article } from '#shared/domain/article';
import type { NearCopy } from '#shared/domain/article-pair';
import type { SideName } from '#shared/domain/comparison';
import { compareArticlesMessages as words } from '#shared/messages/en/compare-articles';
import { describeBlocks } from '../../editor/block-look.ts';

/** What is said beside blocks of a side that nearly stand in the other article, by their place; of several the likest is named. */
export function listCopyNotes(
  copies: readonly NearCopy[],
  side: SideName,
  other: Pick<Article, 'text' | 'blocks' | 'language'>,
): Map<number, string> {
  const there: SideName = side === 'a' ? 'b' : 'a';
  const looks = describeBlocks(other.text, other.blocks, other.language);
  const best = new Map<number, NearCopy>();
  for (const copy of copies) if (copy.share > (best.get(copy[side])?.share ?? 0)) best.set(copy[side], copy);
  return new Map(
    [...best].map(([block, copy]) => {
      const number = looks[copy[there]]?.number ?? null;
      const kind = other.blocks[copy[there]]?.kind ?? 'other';
      const where = number === null ? words.blockOfKind(kind, there) : words.paragraph(number, there);
      return [block, words.nearCopy(where, copy.share)];
    }),
  );
}
