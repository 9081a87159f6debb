import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowCutter } from '../../../../electron/formats/tokens/row-cutter.ts';

const anyLine = fc
  .oneof(
    fc.array(fc.constantFrom('a', 'b', 'O'), { minLength: 3, maxLength: 4 }),
    fc.array(fc.constantFrom('a', 'bc', '-X-', '', '\t'), { maxLength: 8 }),
  )
  .map((cells) => cells.join(' '));

test('each of many lines is cut at runs of blanks, whatever stood in the one before', () =>
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 6 }), fc.nat(3), (lines, form) => {
      const cutter = new RowCutter(form);
      for (const line of lines) {
        const cells = line.trim().split(/[ \t]+/u);
        const { behind, ...rest } = cutter.cut(line);
        expect(rest).toEqual({ form: cells[form] ?? '', width: cells.length });
        expect(behind).toEqual(cells.slice(form + 1));
      }
    }),
    { numRuns: 300 },
  ));
