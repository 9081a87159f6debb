import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../../electron/formats/table/read-csv.ts';
import type { Row } from '../../../../electron/formats/table/table.ts';
import type { Slice } from '../../../../electron/formats/text/decode-slices.ts';

const toSlices = (text: string, size = 7): Slice[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, n) => ({
    text: text.slice(n * size, (n + 1) * size),
    marks: [],
  }));

function read(text: string, { delimiter = ',', size = 7 } = {}): { columns: string[]; rows: Row[] } {
  const table = readCsv(toSlices(text, size), delimiter, 'a.csv');
  return { rows: [...table.rows], columns: table.columns };
}
const cellsOf = (text: string) => read(text).rows.map(({ cells }) => cells);

describe('a CSV file is read cell by cell:', () => {
  const cases: [string, string, string[][]][] = [
    ['plain cells', 'a,b\n1,2\n', [['1', '2']]],
    [
      'CRLF, CR and no line end at the end',
      'a,b\r\n1,2\r3,4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['delimiters, quotes and line ends in quotes', 'a,b\n"1,""x""\r\ny",2\n', [['1,"x"\r\ny', '2']]],
    ['empty cells, quoted or not', 'a,b,c\n,"",3\n', [['', '', '3']]],
    ['a quote within a cell that none began', 'a,b\n5" gun,2\n', [['5" gun', '2']]],
    [
      'blank lines between',
      'a,b\n\n1,2\n\r\n3,4\n',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['empty cells beyond the last column', 'a,b\n1,2,,\n', [['1', '2']]],
    ['white space, which stays', 'a,b\n 1 ,\t2\n', [[' 1 ', '\t2']]],
  ];
  test.each(cases)('%s', (_, text, cells) => expect(cellsOf(text)).toEqual(cells));

  test('rows are numbered as a spreadsheet numbers them, from 0, with the header and blank ones', () => {
    expect(read('a,b\n\n1,2\n3,4\n').rows.map(({ n }) => n)).toEqual([2, 3]);
  });

  test('a row with more or fewer cells than columns, or with something behind a quote, is a fault of its own', () => {
    const { rows } = read('a,b\n1\n1,2,3\n"1"x,2\n1,2\n');
    expect(rows.map(({ fault }) => fault)).toEqual([
      { what: 'cells', found: 1, expected: 2 },
      { what: 'cells', found: 3, expected: 2 },
      { what: 'quote' },
      null,
    ]);
  });

  test('a quote that is never closed refuses the file, and says in which row', () => {
    expect(() => read('a,b\n1,2\n"3,4\n5,6\n')).toThrow(/row 3 begins a cell with a quote that is never closed/u);
  });

  test('a row that never ends is refused before it fills the memory', () => {
    const endless = function* (): Generator<Slice> {
      yield { text: 'a,b\n"', marks: [] };
      for (;;) yield { text: 'x'.repeat(1 << 20), marks: [] };
    };
    expect(() => [...readCsv(endless(), ',', 'a.csv').rows]).toThrow(/a row \(2\) of more than 32 MB/u);
  });
});

describe('columns have a name each:', () => {
  test('the second of a name and those without one are numbered', () => {
    expect(read('date, text ,date,,date (2)\n1,2,3,4,5\n').columns).toEqual([
      'date',
      'text',
      'date (2)',
      'column 4',
      'date (2) (2)',
    ]);
  });

  test('a short name is one, whatever it ends in', () => {
    expect(read('No.,Really?,1\na,b,c\n').columns).toEqual(['No.', 'Really?', '1']);
  });

  test('more than a thousand of them refuse the file', () => {
    expect(() => read(`${'a,'.repeat(1000)}a\n`, { size: 500 })).toThrow(/more than 1000 columns/u);
  });

  test('a first row that looks like data is data', () => {
    const { columns, rows } = read('The pier has been closed.,3/4/2017\nThe dam has a crack.,4/4/2017\n');
    expect(columns).toEqual(['column 1', 'column 2']);
    expect(rows).toHaveLength(2);
  });
});

test('marks go to the row that they stand in', () => {
  const text = 'a,b\n\uFFFD1,x\uFFFD\n3,4\n"\uFFFD\n\uFFFD",6\n';
  const bytes = [10, null, 30, 40];
  const marks = Array.from(text.matchAll(/\uFFFD/gu), ({ index }, n) => ({ at: index, byte: bytes[n]! }));
  const slices = [
    { text: text.slice(0, 12), marks: marks.filter(({ at }) => at < 12) },
    { text: text.slice(12), marks: marks.filter(({ at }) => at >= 12).map(({ at, byte }) => ({ at: at - 12, byte })) },
  ];
  expect([...readCsv(slices, ',', 'a.csv').rows].map((row) => row.marks)).toEqual([[10, null], [], [30, 40]]);
});

test('any rows that csv-stringify writes are read as they were, however the text is sliced, and as csv-parse reads them', () => {
  const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a",;\n\r\t |]{0,8}$/u));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 40 }),
      (data, delimiter, end, size) => {
        const text = stringify([['one', 'two', 'three'], ...data], {
          delimiter,
          record_delimiter: end,
          quoted_match: /[\r\n]/u,
        });
        const found = read(text, { delimiter, size }).rows.map(({ cells }) => cells);
        // a blank line is no row
        const kept = (row: string[]) => row.some((each) => each !== '');
        expect(found).toEqual(data.filter(kept));
        const others = parse(text, { delimiter, record_delimiter: end, relax_quotes: true, skip_empty_lines: false });
        expect(found).toEqual(others.slice(1).filter(kept));
      },
    ),
    { numRuns: 300 },
  );
});
