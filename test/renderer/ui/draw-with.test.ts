import { expect, it } from 'vitest';
import { drawWith } from '../../../renderer/ui/draw-with.ts';

const range = { startIndex: 10, endIndex: 12, overscan: 1, count: 100 };

it('what is in sight is drawn, and the active row wherever it is, in order', () => {
  expect(drawWith(11)(range)).toEqual([9, 10, 11, 12, 13]);
  expect(drawWith(2)(range)).toEqual([2, 9, 10, 11, 12, 13]);
  expect(drawWith(99)(range)).toEqual([9, 10, 11, 12, 13, 99]);
});

it('a row that is not there is not drawn', () => {
  expect(drawWith(-1)(range)).toEqual([9, 10, 11, 12, 13]);
  expect(drawWith(100)(range)).toEqual([9, 10, 11, 12, 13]);
  expect(drawWith(0)({ startIndex: 0, endIndex: 0, overscan: 0, count: 0 })).toEqual([]);
});
