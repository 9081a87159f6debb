import type { Annotation } from '#shared/domain/annotation';
import type { Article } from '#shared/domain/article';
import type { Span } from '#shared/domain/span';
import { describeBlocks, type BlockLook } from '../../../editor/block-look.ts';

/** Words between two borders of tags. `tags`: those over them, the innermost last. Unit: UTF-16 of the article's text. */
export type Run = Span & { tags: Annotation[] };
export type ShownBlock = { start: number; look: BlockLook; runs: Run[] };

/** Blocks on either side of the annotation in focus that are shown with it. */
const BESIDE = 2;

/** The blocks around spans, or all, cut at the borders of the tags over them. */
export function cutBlocks(
  { text, blocks, language }: Article,
  tags: readonly Annotation[],
  around: readonly Span[] | null,
): ShownBlock[] {
  const looks = describeBlocks(text, blocks, language);
  const isHit = blocks.map(({ start, end }) => around?.some((span) => span.start < end && start < span.end) ?? true);
  return blocks.flatMap(({ start, end }, n) =>
    isHit.slice(Math.max(0, n - BESIDE), n + BESIDE + 1).some(Boolean)
      ? [{ start, look: looks[n]!, runs: cutRuns({ start, end }, tags) }]
      : [],
  );
}

function cutRuns({ start, end }: Span, tags: readonly Annotation[]): Run[] {
  const here = tags.flatMap((tag) =>
    tag.spans.filter((span) => span.start < end && start < span.end).map((span) => ({ tag, span })),
  );
  const borders = here.flatMap(({ span }) => [Math.max(start, span.start), Math.min(end, span.end)]);
  const cuts = [...new Set([start, ...borders, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, n) => ({
    start: from,
    end: cuts[n + 1]!,
    tags: here
      .filter(({ span }) => span.start <= from && from < span.end)
      .sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
      .map(({ tag }) => tag),
  }));
}
