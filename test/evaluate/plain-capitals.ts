import type { Proposed } from './score.ts';

const run = /\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:of|for|the|al) )*\p{Lu}[\p{L}\p{M}'’.-]*)*/gu;
const openings = /^(?:The|A|An|In|On|At|By|But|And|It|He|She|They|This|That|After|As|For|From) /u;
const placeBefore = /\b(?:in|at|near|from|to|into|of) (?:the )?$/u;

/** What finders are held against: each run of words with capitals, a location behind "in" and the like, else an actor. */
export function listPlainCapitals(
  text: string,
  blocks: readonly { kind: string; start: number; end: number }[],
): Proposed[] {
  return blocks
    .filter(({ kind }) => kind !== 'boilerplate')
    .flatMap((block) =>
      Array.from(text.slice(block.start, block.end).matchAll(run), ({ 0: match, index }) => {
        const opening = openings.exec(match)?.[0].length ?? 0;
        const name = match.slice(opening).replace(/(?:['’]s)?[.'’-]*$/u, '');
        const start = block.start + index + opening;
        const label = placeBefore.test(text.slice(Math.max(0, start - 12), start)) ? 'location' : 'actor';
        return { start, end: start + name.length, label };
      }),
    )
    .filter(({ start, end }) => end > start);
}
