import type { TextBuilder } from './text-builder.ts';

type Range = { start: number; end: number };

/** Where pointers lead in the text: `ranges` in its code points, in order, those that touch as one; `lost`: those that lead nowhere. */
export type Target = { ranges: Range[]; lost: string[] };

/** Reads `#id`, and `#string-range(id, offset, length, …)`, whose offsets count the characters of that element. */
export function followPointers(pointers: string, builder: TextBuilder): Target {
  const target: Target = { ranges: [], lost: [] };
  for (const [whole, inside] of pointers.matchAll(/[^\s()]*#string-range\(([^)]*)\)|\S+/gu)) {
    const ranges = inside === undefined ? [findElement(whole, builder)] : findStrings(inside, builder);
    const found = ranges.map((range) => (range ? builder.locate(range) : null));
    if (found.length === 0 || found.includes(null)) target.lost.push(whole);
    target.ranges.push(...found.filter((range) => range !== null));
  }
  target.ranges = join(target.ranges);
  return target;
}

/** Whether a target is two paths with how many characters of their elements stand before, as Recogito writes it. */
export const isByPaths = (target: string) => /^\S+::\d+\s+\S+::\d+$/u.test(target.trim());

export function followPaths(target: string, builder: TextBuilder): Target {
  const [start, end] = target
    .trim()
    .split(/\s+/u)
    .map((pointer) => {
      const [path = '', offset] = pointer.split('::');
      return (builder.paths.get(path) ?? NaN) + Number(offset);
    });
  const range = Number.isNaN(start) || Number.isNaN(end) ? null : builder.locate({ start: start!, end: end! });
  return range ? { ranges: [range], lost: [] } : { ranges: [], lost: [target] };
}

/** From where one pointer leads to where another does, with all that lies between: elements, or anchors between words. */
export function followSpan(from: string, to: string | undefined, builder: TextBuilder): Target {
  const [first, last] = [from, to ?? from].map((pointer) => findElement(pointer, builder));
  const range = first && last ? builder.locate({ start: first.start, end: last.end }) : null;
  if (range) return { ranges: [range], lost: [] };
  return followPointers([from, to].join(' '), builder);
}

const findElement = (pointer: string, { elements }: TextBuilder) =>
  pointer.startsWith('#') ? elements.get(pointer.slice(1)) : undefined;

function findStrings(inside: string, { elements }: TextBuilder): (Range | undefined)[] {
  const [id = '', ...numbers] = inside.split(',').map((part) => part.trim());
  const element = elements.get(id.replace(/^#/u, ''));
  const ranges: (Range | undefined)[] = [];
  for (let n = 0; n < numbers.length; n += 2) {
    const [offset, length] = [Number(numbers[n]), numbers[n + 1] === undefined ? 1 : Number(numbers[n + 1])];
    const isRight = element && Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length >= 0;
    const start = isRight ? element.start + offset : 0;
    ranges.push(isRight && start + length <= element.end ? { start, end: start + length } : undefined);
  }
  return ranges;
}

function join(ranges: Range[]): Range[] {
  const joined: Range[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
