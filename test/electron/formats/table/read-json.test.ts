import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, readJsonLines } from '../../../../electron/formats/table/read-json.ts';
import type { Slice } from '../../../../electron/formats/text/decode-slices.ts';

const toSlices = (text: string, size = 5): Slice[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, n) => ({
    text: text.slice(n * size, (n + 1) * size),
    marks: [],
  }));

/** Rows as objects; with what is wrong in place of those that cannot be taken. */
function read(text: string, { lines = false, size = 5 } = {}) {
  const table = (lines ? readJsonLines : readJson)(toSlices(text, size), 'a.json');
  const rows = [...table.rows];
  return rows.map(({ cells, fault }) =>
    fault
      ? fault.what
      : Object.fromEntries(table.columns.flatMap((name, n) => (cells[n] === undefined ? [] : [[name, cells[n]]]))),
  );
}

describe('JSON is read object by object:', () => {
  const two = [{ text: 'one' }, { text: 'two' }];
  const cases: [string, string, unknown[]][] = [
    ['a list', '[{"text":"one"}, {"text":"two"}]', two],
    [
      'an object with one list of objects',
      '{"n": 2, "tags": ["x", [1]], "articles": [{"text":"one"},{"text":"two"}], "next": {"a": [1]}}',
      two,
    ],
    ['objects one after the other, over several lines', '{\n "text": "one"\n}\n{"text":\n"two"}', two],
    ['a single object', '{"text": "one", "tags": ["a"]}', [{ text: 'one', tags: '["a"]' }]],
    ['an empty list', '[ ]', []],
    [
      'brackets, quotes and backslashes in strings',
      String.raw`[{"text":"a ] } \" \\ , ["}]`,
      [{ text: 'a ] } " \\ , [' }],
    ],
    [
      'objects in objects, as columns with a point',
      '[{"text":"t","source":{"id":null,"name":"BBC"}}]',
      [{ text: 't', 'source.name': 'BBC' }],
    ],
    [
      'numbers as they are written',
      '[{"text":"t","id":12345678901234567890,"n":1.10,"b":true}]',
      [{ text: 't', id: '12345678901234567890', n: '1.10', b: 'true' }],
    ],
    [
      'other things in the list, which are faults',
      '[1, {"text":"one"}, "x", [2], {text:1}]',
      ['not-object', { text: 'one' }, 'not-object', 'not-object', 'json'],
    ],
  ];
  test.each(cases)('%s', (_, text, rows) => expect(read(text)).toEqual(rows));

  test('a key such as __proto__ is a column like any other', () => {
    const table = readJson(toSlices('[{"__proto__":{"text":"x"},"constructor":"y","text":"z"}]'), 'a.json');
    expect([...table.rows].map(({ cells }) => cells)).toEqual([['x', 'y', 'z']]);
    expect(table.columns).toEqual(['__proto__.text', 'constructor', 'text']);
    expect(({} as Record<string, unknown>)['text']).toBeUndefined();
  });

  test('what is cut off, or no JSON, refuses the file', () => {
    for (const text of ['[{"text":"one"}, {"text":"tw', '{"articles":[{"text":"x"}]', '[{"text":"one"}}', 'x[{}]'])
      expect(() => read(text)).toThrow(/is no whole JSON/u);
  });

  test('two lists of objects are one too many', () => {
    expect(() => read('{"a":[{"text":"one"}],"b":[{"text":"two"}]}')).toThrow(/more than one list of objects/u);
  });
});

describe('JSONL is read line by line:', () => {
  test('a line that is no JSON is a fault of that row alone', () => {
    expect(read('{"text":"one"}\r\n\n{"text":\n[1]\n{"text":"two"}', { lines: true })).toEqual([
      { text: 'one' },
      'json',
      'not-object',
      { text: 'two' },
    ]);
  });

  test('rows are numbered by their lines, from 0', () => {
    const rows = [...readJsonLines(toSlices('{"text":"one"}\n\n{"text":"two"}\n'), 'a.jsonl').rows];
    expect(rows.map(({ n }) => n)).toEqual([0, 2]);
  });
});

test('any texts come back, from a list and from lines, however the text is sliced', () => {
  const rows = fc.array(
    fc.record({ text: fc.string({ unit: 'binary', minLength: 1 }), 'a b': fc.string({ minLength: 1 }) }),
  );
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 30 }), fc.constantFrom(undefined, 1), (data, size, indent) => {
      expect(read(JSON.stringify(data, null, indent), { size })).toEqual(data);
      expect(read(data.map((row) => `${JSON.stringify(row)}\n`).join(''), { lines: true, size })).toEqual(data);
    }),
    { numRuns: 200 },
  );
});
