import { describe, expect, test } from 'vitest';
import type { DateOrder } from '#shared/domain/import-table';
import { DateSurvey, readDate } from '../../../../electron/formats/table/read-dates.ts';

const tell = (dates: string[]) => {
  const survey = new DateSurvey(null);
  for (const date of dates) survey.add(date);
  return survey.finish();
};

describe('the order of a column’s dates is decided by all of them:', () => {
  const cases: [string, string[], DateOrder | null][] = [
    ['a 13th of a month that comes second', ['4/5/17', '1/13/17'], 'mdy'],
    ['a 31st that comes first', ['4/5/2017', '31/12/2016'], 'dmy'],
    ['the year first, in two digits', ['17/4/5', '99/12/31'], 'ymd'],
    ['days that are the month too', ['5/5/17', '6/6/17'], 'mdy'],
    ['one slip of the pen among many', [...Array<string>(100).fill('1/31/17'), '13/1/17'], 'mdy'],
    ['nothing, where no day is above 12', ['4/5/17', '6/7/17'], null],
    ['nothing, where the rows speak against each other', ['1/31/17', '31/1/17'], null],
    ['nothing, where no date is in numbers alone', ['5 May 2017', '2017-05-05', '2017/5/6', ''], null],
  ];
  test.each(cases)('%s', (_, dates, order) => expect(tell(dates).order).toBe(order));

  test('where it is open, it says so with an example', () => {
    expect(tell(['5/5/17', '4/5/17', '6/7/17'])).toEqual({ order: null, isOpen: true, example: '4/5/17' });
    expect(tell(['5 May 2017']).isOpen).toBe(false);
  });
});

describe('a date is read as it is written:', () => {
  const cases: [string, DateOrder | null, string | null][] = [
    ['4/5/17', 'mdy', '2017-04-05'],
    ['4/5/17', 'dmy', '2017-05-04'],
    ['4/5/17', null, null],
    ['12/31/68', 'mdy', '2068-12-31'],
    ['12/31/69', 'mdy', '1969-12-31'],
    ['31.12.2016', 'dmy', '2016-12-31'],
    ['2/30/2017', 'mdy', null],
    ['13/1/17', 'mdy', null],
    ['4/5/2017 10:30 PM', 'mdy', '2017-04-05'],
    ['2017-04-05T10:30:00Z', null, '2017-04-05'],
    ['2017-04-05 10:30', 'dmy', '2017-04-05'],
    ['2017/4/5', 'mdy', '2017-04-05'],
    ['2017-04', null, '2017-04'],
    ['2017', null, '2017'],
    ['5 April 2017', 'dmy', '2017-04-05'],
    ['April 5, 2017', null, '2017-04-05'],
    ['٤/٥/٢٠١٧', 'dmy', '2017-05-04'],
    ['yesterday', 'dmy', null],
    ['1491350400', 'dmy', null],
  ];
  test.each(cases)('%s by %s is %s', (written, order, date) => expect(readDate(written, order)).toBe(date));
});
