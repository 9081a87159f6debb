import type { Block } from '#shared/domain/block';
import type { Span } from '#shared/domain/span';
import { findNameAt, type KnownNames } from '#shared/text/name-at';
import { sentencesOf } from '#shared/text/sentences';
import { findWordAt, trimSpan } from '#shared/text/words';

/** What a selection is widened over: the article, and the parts of the annotation in focus. */
export type Ground = {
  text: string;
  blocks: readonly Pick<Block, 'start' | 'end'>[];
  /** Index of the block that holds an offset. */
  findBlock(offset: number): number;
  parts: readonly Span[];
  known?: KnownNames | undefined;
};

/**
 * Widens a selection from the word over the name, the annotation in focus, the sentence, the paragraph and the block to the
 * article, and narrows it back the way it came.
 */
export class SelectionLadder {
  #way: Span[] = [];

  /** The next wider stretch; undefined where there is none. */
  widen(selected: Span, ground: Ground): Span | undefined {
    if (!isSame(this.#way.at(-1), selected)) this.#way = [selected];
    const wider = listUnits(selected.start, ground)
      .filter((unit) => holds(unit, selected) && !isSame(unit, selected))
      .reduce<Span | undefined>((best, unit) => (best && lengthOf(best) <= lengthOf(unit) ? best : unit), undefined);
    if (wider) this.#way.push(wider);
    return wider;
  }

  /** What it was before it was widened, else the next narrower stretch at its start; undefined where it is a caret. */
  narrow(selected: Span, ground: Ground): Span | undefined {
    if (isSame(this.#way.at(-1), selected) && this.#way.length > 1) {
      this.#way.pop();
      return this.#way.at(-1);
    }
    if (selected.start === selected.end) return undefined;
    const caret = { start: selected.start, end: selected.start };
    return listUnits(selected.start, ground)
      .filter((unit) => holds(selected, unit) && !isSame(unit, selected))
      .reduce((best, unit) => (lengthOf(best) >= lengthOf(unit) ? best : unit), caret);
  }
}

function listUnits(offset: number, { text, blocks, findBlock, parts, known }: Ground): Span[] {
  const block = blocks[findBlock(offset)]!;
  const lines = splitLines(text, block);
  const around = (spans: readonly Span[]) => spans.filter(({ start, end }) => start <= offset && offset <= end);
  const whole = { start: blocks[0]!.start, end: blocks.at(-1)!.end };
  const extent = parts.length > 1 ? [{ start: parts[0]!.start, end: parts.at(-1)!.end }] : [];
  return [
    findWordAt(text, offset),
    findNameAt(text, offset, known),
    ...around([...parts, ...extent]),
    ...around(sentencesOf(text, block.start, block.end)),
    ...around(lines),
    trimSpan(text, block),
    trimSpan(text, whole),
  ].filter((unit) => unit !== undefined);
}

function splitLines(text: string, { start, end }: Span): Span[] {
  let at = start;
  return text
    .slice(start, end)
    .split('\n')
    .flatMap((line) => {
      const from = at;
      at += line.length + 1;
      return trimSpan(text, { start: from, end: from + line.length }) ?? [];
    });
}

const isSame = (a: Span | undefined, b: Span) => a?.start === b.start && a.end === b.end;
const holds = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
const lengthOf = ({ start, end }: Span) => end - start;
