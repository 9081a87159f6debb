import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { SelectionLadder, type Ground } from '../../../renderer/editor/selection-ladder.ts';
import { createSpanMapping } from '../../../renderer/editor/span-mapping.ts';

const first = 'It fell. The Murayn Harbour Authority said nine died.\nNobody knows.';
const text = `${first}\n\nقال المجلس. ثم غادر.`;
const blocks = [
  { start: 0, end: first.length },
  { start: first.length + 2, end: text.length },
];
const { findBlock } = createSpanMapping(blocks);
const ground: Ground = { text, blocks, findBlock, parts: [] };
const quote = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
const caretAt = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) });

function climb(ladder: SelectionLadder, from: { start: number; end: number }, on = ground) {
  const steps = [from];
  for (let next = ladder.widen(from, on); next; next = ladder.widen(next, on)) steps.push(next);
  return steps;
}

describe('widening a selection', () => {
  test('goes from the word over name, sentence, paragraph and block to the article, and narrowing the same way back', () => {
    const ladder = new SelectionLadder();
    const steps = climb(ladder, caretAt('bour'));
    expect(steps.map(quote)).toEqual([
      '',
      'Harbour',
      'Murayn Harbour Authority',
      'The Murayn Harbour Authority said nine died.',
      'It fell. The Murayn Harbour Authority said nine died.',
      first,
      text,
    ]);
    const back = [steps.at(-1)!];
    for (let next = ladder.narrow(back[0]!, ground); next; next = ladder.narrow(next, ground)) back.push(next);
    expect(back).toEqual(steps.toReversed());
  });

  test('stops at the annotation in focus and at a known name', () => {
    const parts = [{ start: text.indexOf('Authority'), end: text.indexOf(' nine') }];
    expect(
      climb(new SelectionLadder(), caretAt('Authority'), { ...ground, parts })
        .map(quote)
        .slice(1, 4),
    ).toEqual(['Authority', 'Authority said', 'The Murayn Harbour Authority said nine died.']);
    const known = () => parts[0];
    expect(climb(new SelectionLadder(), caretAt('Authority'), { ...ground, known }).map(quote)[2]).toBe(
      'Authority said',
    );
  });

  test('knows the sentences of Arabic', () => {
    expect(climb(new SelectionLadder(), caretAt('المجلس')).map(quote).slice(1, 3)).toEqual(['المجلس', 'قال المجلس.']);
  });

  test('of a selection that no unit holds goes to the next that does; narrowing one made by hand goes to the widest within', () => {
    const ladder = new SelectionLadder();
    const crossing = { start: text.indexOf('fell'), end: text.indexOf(' said') };
    expect(quote(ladder.widen(crossing, ground)!)).toBe('It fell. The Murayn Harbour Authority said nine died.');
    expect(quote(new SelectionLadder().narrow({ start: 0, end: first.length }, ground)!)).toBe(
      'It fell. The Murayn Harbour Authority said nine died.',
    );
    expect(new SelectionLadder().narrow(caretAt('fell'), ground)).toBeUndefined();
  });

  test('always holds what was selected, is wider, and cuts no character', () => {
    const borders = Array.from({ length: text.length + 1 }, (_, n) => n).filter((n) => isGraphemeBorder(text, n));
    fc.assert(
      fc.property(fc.constantFrom(...borders), fc.constantFrom(...borders), (a, b) => {
        const from = { start: Math.min(a, b), end: Math.max(a, b) };
        const steps = climb(new SelectionLadder(), from);
        steps.slice(1).forEach((step, n) => {
          expect(step.start <= steps[n]!.start && step.end >= steps[n]!.end).toBe(true);
          expect(step.end - step.start).toBeGreaterThan(steps[n]!.end - steps[n]!.start);
          expect(isGraphemeBorder(text, step.start) && isGraphemeBorder(text, step.end)).toBe(true);
        });
      }),
    );
  });
});
