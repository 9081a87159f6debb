import { describe, expect, it } from 'vitest';
import { parseDateLine } from '../../../../electron/formats/text/date-lines.ts';

describe('parseDateLine', () => {
  it.each([
    ['May 3, 2024', '2024-05-03'],
    ['Posted: Thu, 3 May 2024 10:20 GMT', '2024-05-03'],
    ['May 2024', '2024-05'],
    ['2024/05/03', '2024-05-03'],
    ['Freitag, 3. Mai 2024, 14:30 Uhr', '2024-05-03'],
    ['Publié le 3 mai 2024 à 14:30', '2024-05-03'],
    ['3 de mayo de 2024', '2024-05-03'],
    ['3 мая 2024', '2024-05-03'],
    ['4 مايو 2024', '2024-05-04'],
    ['٤ أيار/مايو ٢٠٢٤', '2024-05-04'],
    ['الجمعة، 4 كانون الثاني 2019', '2019-01-04'],
    ['2024年5月3日', '2024-05-03'],
  ])('“%s” is %s', (line, date) => {
    expect(parseDateLine(line)).toEqual({ written: line, date });
  });

  it.each([
    ['day and month could be either', '3/5/2024'],
    ['another calendar', '۲۰ دی ۱۳۹۹'],
    ['there is no such day', '31 June 2024'],
    ['something else is said', 'In May 2024'],
    ['a sentence', 'The pier was closed on 3 May 2024.'],
    ['a year alone', '2024'],
  ])('is undefined where %s', (_, line) => {
    expect(parseDateLine(line)).toBeUndefined();
  });
});
