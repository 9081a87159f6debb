import { expect, test } from 'vitest';
import type { Drawn } from '../../../renderer/editor/draw-block.ts';
import { turnMarks } from '../../../renderer/editor/turn-marks.ts';

const mark = (at: number, end: 'start' | 'end'): Drawn => ({
  at,
  side: 0,
  mark: { kind: 'handle', end, slot: 0, colour: 'actor', dashed: false },
});
const turnsIn = (text: string, name: string) => {
  const start = text.indexOf(name);
  const ends = [mark(start, 'start'), mark(start + name.length, 'end')];
  return turnMarks(ends, text, { start: 0, end: text.length }).map((one) =>
    'mark' in one && one.mark.kind !== 'invisible' ? (one.mark.turn ?? null) : null,
  );
};

test('marks at words that run against their line get the direction of these, in Arabic and in Latin lines', () => {
  expect(turnsIn('وجاء في بيان نشرته قناة Sawt al-Marsa أمس', 'Sawt al-Marsa')).toEqual(['ltr', 'ltr']);
  expect(turnsIn('They call it خفر السواحل in Arabic', 'خفر السواحل')).toEqual(['rtl', 'rtl']);
});

test('others, and those at signs and digits, stay as they are: a direction would move their neighbours', () => {
  expect(turnsIn('قالت سلطة ميناء (B-12) أمس', 'سلطة ميناء')).toEqual([null, null]);
  expect(turnsIn('قالت سلطة ميناء (B-12) أمس', '(B-12')).toEqual([null, null]);
  expect(turnsIn('the Reef Front said', 'Reef Front')).toEqual([null, null]);
});
