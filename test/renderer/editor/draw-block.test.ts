import { describe, expect, test } from 'vitest';
import { drawBlock, type Drawn } from '../../../renderer/editor/draw-block.ts';
import { Placement } from '../../../renderer/editor/placement.ts';
import type { ReaderAnnotation } from '../../../renderer/editor/reader-types.ts';
import { createSpanMapping } from '../../../renderer/editor/span-mapping.ts';
import { annotate } from '../../e2e/reader/articles.ts';

const text = 'The ministry said 4,000 families, most from the quarter, had been moved.';
const block = { start: 0, end: text.length };
const draw = (annotations: ReaderAnnotation[], focused: string | null = null) => {
  const placement = new Placement(createSpanMapping([block]));
  placement.place(annotations);
  return drawBlock(block, text, placement.inBlock.get(0) ?? [], focused);
};
const listRules = (drawn: Drawn[]) =>
  drawn.flatMap((one) => ('mark' in one ? [] : [`${text.slice(one.start, one.end)} = ${one.className}`]));
const listMarks = (drawn: Drawn[]) => drawn.flatMap((one) => ('mark' in one ? [one.mark.kind] : []));

describe('drawing a block', () => {
  test('an annotation of two parts has a dotted gap between them and numbered letters', () => {
    const { drawn } = draw([annotate(text, 'gap', 'C', ['4,000 families', 'had been moved'])]);
    expect(listRules(drawn)).toEqual([
      '4,000 families = hl u0-claim is-live',
      ', most from the quarter,  = hl g0-claim',
      'had been moved = hl u0-claim is-live',
    ]);
    const letters = drawn.flatMap((one) => ('mark' in one && one.mark.kind === 'letters' ? one.mark.letters : []));
    expect(letters.map(({ part }) => part)).toEqual([1, 2]);
    expect(listMarks(drawn).filter((kind) => kind === 'bracket')).toHaveLength(4);
  });

  test('letters of annotations that start together stand in one row, the outermost first', () => {
    const { drawn, depth } = draw([
      annotate(text, 'inner', 'A', ['The ministry']),
      annotate(text, 'outer', 'C', ['The ministry said']),
    ]);
    const rows = drawn.flatMap((one) =>
      'mark' in one && one.mark.kind === 'letters' ? [one.mark.letters.map(({ letter }) => letter)] : [],
    );
    expect(rows).toEqual([['C', 'A']]);
    expect(depth).toBe(2);
  });

  test('a rejected annotation keeps its place but neither colour nor fill', () => {
    expect(listRules(draw([annotate(text, 'no', 'A', ['ministry'], 'rejected')]).drawn)).toEqual([
      'ministry = hl u0-rejected',
    ]);
  });

  test('a suggestion is dashed, with dashed brackets, and in focus has no handles to drag', () => {
    const suggested: ReaderAnnotation = { ...annotate(text, 'maybe', 'C', ['had been moved']), state: 'suggested' };
    const { drawn } = draw([suggested], 'maybe');
    expect(listRules(drawn)).toEqual(['had been moved = hl q0 s0-claim in-focus ff-claim']);
    expect(listMarks(drawn)).toEqual(['bracket', 'bracket', 'letters']);
    expect(drawn.flatMap((one) => ('mark' in one && one.mark.kind === 'bracket' ? [one.mark.dashed] : []))).toEqual([
      true,
      true,
    ]);
  });

  test('the one in focus is filled down to its own rule and has handles at its ends', () => {
    const { drawn } = draw([annotate(text, 'one', 'L', ['quarter'])], 'one');
    expect(drawn[0]).toMatchObject({
      className: 'hl u0-location is-live in-focus ff-location',
      style: '--focus-end: calc(var(--y0) + 3px)',
    });
    expect(listMarks(drawn)).toEqual(['handle', 'handle', 'letters']);
  });

  test('what lies deeper than five shares the last slot', () => {
    const nested = Array.from({ length: 7 }, (_, n) => annotate(text, `n${n}`, 'A', [text.slice(4, 12 + n)]));
    const { drawn, depth } = draw(nested);
    expect(depth).toBe(5);
    expect(listRules(drawn).filter((rule) => rule.includes('u4-actor'))).toHaveLength(3);
  });
});
