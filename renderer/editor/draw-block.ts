import type { Block } from '#shared/domain/block';
import { lineOf, type LineStyle } from '#shared/domain/codebook';
import type { Direction } from '#shared/text/direction';
import { listInvisible } from '#shared/text/invisible';
import type { Placed } from './placement.ts';
import type { ReaderLabel } from './reader-types.ts';
import { clipSpan } from './span-mapping.ts';

/** Slots that have room below the words; what lies deeper shares the last one. */
const LAST_SLOT = 4;

/** How tall each style's rule is, in pixels; as in components.css and reader.css. */
const ruleHeights: Readonly<Record<LineStyle, number>> = {
  solid: 2,
  double: 3,
  bracketed: 1,
  dotted: 2,
  'dash-dot': 2,
  thick: 3,
  'fine-dotted': 2,
  thin: 1,
};

/** One letter above the words. `part` counts from 1 and is 0 where the annotation has one part only. */
export type Letter = {
  uid: string;
  letter: string;
  colour: string;
  name: string;
  state: string;
  part: number;
  focused: boolean;
};

/** What stands between two characters without taking room. `turn` is the direction of the words, where it is not the block's. */
export type Mark =
  | { kind: 'letters'; letters: Letter[]; turn?: Direction }
  | {
      kind: 'bracket' | 'handle';
      end: 'start' | 'end';
      slot: number;
      colour: string;
      dashed: boolean;
      turn?: Direction;
    }
  | { kind: 'invisible'; name: string };

/** A drawing of a block; offsets are UTF-16 of the article's text. `side` orders marks at one place. */
export type Drawn =
  | { uid: string; start: number; end: number; className: string; style: string }
  | { at: number; side: number; mark: Mark };

export type BlockDrawing = { depth: number; drawn: Drawn[] };

/** All that is drawn on a block's words. */
export function drawBlock(
  block: Pick<Block, 'start' | 'end'>,
  text: string,
  placed: readonly Placed[],
  focused: string | null,
): BlockDrawing {
  const drawn: Drawn[] = [];
  const letters = new Map<number, Letter[]>();
  let depth = 0;
  for (const one of placed) {
    depth = Math.max(depth, Math.min(one.slot, LAST_SLOT) + 1);
    drawRules(one, block, focused, drawn);
    drawEnds(one, block, focused, drawn, letters);
  }
  for (const [at, there] of letters) drawn.push({ at, side: 3, mark: { kind: 'letters', letters: there } });
  for (const { offset, name } of listInvisible(text.slice(block.start, block.end)))
    drawn.push({ at: block.start + offset, side: 4, mark: { kind: 'invisible', name } });
  return { depth, drawn };
}

/** Classes of a line that is another one than that which goes with the colour. */
const toOwnLine = ({ colour, line }: ReaderLabel, slot: number) =>
  lineOf(colour) === line ? '' : ` s${slot}-${colour} l${slot}-${line}`;

function drawRules(
  { annotation, slot: trueSlot }: Placed,
  block: Pick<Block, 'start' | 'end'>,
  focused: string | null,
  drawn: Drawn[],
) {
  const { uid, label, spans, state } = annotation;
  const slot = Math.min(trueSlot, LAST_SLOT);
  const isFocused = uid === focused;
  const own =
    state === 'rejected'
      ? `u${slot}-rejected`
      : state === 'suggested'
        ? `q${slot} s${slot}-${label.colour}`
        : `u${slot}-${label.colour}${toOwnLine(label, slot)} is-live`;
  const className = `hl ${own}${isFocused ? ` in-focus ff-${label.colour}` : ''}`;
  const style = isFocused ? `--focus-end: calc(var(--y${slot}) + ${ruleHeights[label.line]}px)` : '';
  spans.forEach((span, index) => {
    const part = clipSpan(span, block);
    if (part) drawn.push({ uid, ...part, className, style });
    const next = spans[index + 1];
    const gap = next && span.end < next.start && clipSpan({ start: span.end, end: next.start }, block);
    if (gap) drawn.push({ uid, ...gap, className: `hl g${slot}-${label.colour}`, style: '' });
  });
}

function drawEnds(
  { annotation, slot: trueSlot }: Placed,
  block: Pick<Block, 'start' | 'end'>,
  focused: string | null,
  drawn: Drawn[],
  letters: Map<number, Letter[]>,
) {
  const { uid, label, spans, state, name } = annotation;
  const slot = Math.min(trueSlot, LAST_SLOT);
  const { colour, letter } = label;
  const isFocused = uid === focused;
  const dashed = state === 'suggested'; // its ends are not for dragging
  const drawEnd = (at: number, end: 'start' | 'end', isOuter: boolean) => {
    const kind = isFocused && isOuter && !dashed ? 'handle' : label.line === 'bracketed' ? 'bracket' : null;
    if (kind === null) return;
    const side = end === 'start' ? (kind === 'handle' ? 2 : 1) : kind === 'handle' ? -1 : -2;
    drawn.push({ at, side, mark: { kind, end, slot, colour, dashed } });
  };
  spans.forEach(({ start, end }, index) => {
    const isFirst = index === 0;
    const isLast = index === spans.length - 1;
    if (block.start <= start && start < block.end) {
      drawEnd(start, 'start', isFirst);
      const there = letters.get(start) ?? [];
      letters.set(start, there);
      there.push({ uid, letter, colour, name, state, part: spans.length > 1 ? index + 1 : 0, focused: isFocused });
    }
    if (block.start < end && end <= block.end) drawEnd(end, 'end', isLast);
  });
}
