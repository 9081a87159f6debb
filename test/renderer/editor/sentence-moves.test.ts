import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { findSentenceStart } from '../../../renderer/editor/sentence-moves.ts';
import { createSpanMapping } from '../../../renderer/editor/span-mapping.ts';

/** Blocks parted by a blank line. */
function toArticle(blocks: readonly string[]) {
  let at = 0;
  const spans = blocks.map((words) => {
    const span = { start: at, end: at + words.length };
    at = span.end + 2;
    return span;
  });
  const { findBlock } = createSpanMapping(spans);
  const text = blocks.join('\n\n');
  const move = (offset: number, by: 1 | -1) => findSentenceStart(text, spans, findBlock(offset), offset, by);
  return { text, blocks: spans, move };
}

describe('a move by sentence', () => {
  const { text, move } = toArticle(['One fell. Gen. Varr fled.', 'قُتل 14. من فعلها؟', 'Last one']);
  const at = (words: string) => text.indexOf(words);

  test('goes to the next start, over the border of blocks too, and at the end to the end', () => {
    const places = [0];
    while (places.at(-1) !== text.length) places.push(move(places.at(-1)!, 1));
    expect(places).toEqual([0, at('Gen.'), at('قُتل'), at('من'), at('Last'), text.length]);
  });

  test('goes back to the start of this one first, then to the one before, and stays at the first', () => {
    expect(move(at('fled'), -1)).toBe(at('Gen.'));
    expect(move(at('Gen.'), -1)).toBe(0);
    expect(move(at('قُتل'), -1)).toBe(at('Gen.'));
    expect(move(0, -1)).toBe(0);
  });

  test('there and back leads to the start that it began at, and never into a character, whatever the text', () => {
    const piece = fc.constantFrom('Gen. ', 'It fell. ', 'أحد؟ ', 'e\u0301 ', '👨‍👩‍👧', 'U.S. ', '\n', '“No!” ', 'x');
    const block = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `A${pieces.join('')}b`);
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), fc.nat(200), (blocks, place) => {
        const article = toArticle(blocks);
        const from = Math.min(place, article.text.length);
        const next = article.move(from, 1);
        expect(next > from || next === article.text.length).toBe(true);
        expect(isGraphemeBorder(article.text, next)).toBe(true);
        const start = article.move(next, -1);
        expect(start < next || start === 0).toBe(true);
        if (article.move(start, 1) !== article.text.length)
          expect(article.move(article.move(start, 1), -1)).toBe(start);
      }),
    );
  });
});
