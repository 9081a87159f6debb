import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PartialDate, toDateParts, toPartialDate } from '#shared/domain/partial-date';

test.each(['2019', '2019-01', '2019-01-16', '2020-02-29'])('%s is a date', (written) => {
  expect(PartialDate.parse(written)).toBe(written);
});

test.each(['2019-13', '2019-00', '2019-02-29', '2019-04-31', '19', '2019-1-6', '2019-01-16T00:00', '16 Jan 2019', ''])(
  '“%s” is none',
  (written) => {
    expect(PartialDate.safeParse(written).success).toBe(false);
  },
);

test('a date goes to its parts and back', () => {
  const part = (max: number) => fc.option(fc.integer({ min: 1, max }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), part(12), part(28), (year, month, day) => {
      const parts = { year, month, day: month === null ? null : day };
      expect(toDateParts(toPartialDate(parts))).toEqual(parts);
      expect(PartialDate.safeParse(toPartialDate(parts)).success).toBe(true);
    }),
  );
});
