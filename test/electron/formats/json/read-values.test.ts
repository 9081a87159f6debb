import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValues } from '../../../../electron/formats/json/read-values.ts';

const slice = (text: string, length: number) =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, n) => text.slice(n * length, (n + 1) * length));
const read = (text: string, length = 7) => [...readValues(slice(text, length))];
const valuesOf = (text: string, length?: number) =>
  read(text, length).map((each) => ('value' in each ? each.value : each.reason));

test('values are read however they are laid out, whatever the slices', () => {
  const anyValue = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(fc.array(anyValue, { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), (values, length) => {
      const plain = JSON.parse(JSON.stringify(values)) as unknown[];
      const layouts = [
        values.map((value) => JSON.stringify(value)).join('\n'),
        values.map((value) => JSON.stringify(value, null, 2)).join('\n'),
        values.map((value) => JSON.stringify(value)).join(''),
        JSON.stringify(values),
        JSON.stringify(values, null, 4),
        `[\n${values.map((value) => JSON.stringify(value)).join(',\n')}\n]\n`,
      ];
      for (const text of layouts) expect(valuesOf(text, length)).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});

test('each value has the line that it begins in', () => {
  const lines = (text: string) => read(text).map(({ line }) => line);
  expect(lines('{"a":1}\n\n{"b":\n2}\r\n{"c":3}')).toEqual([1, 3, 5]);
  expect(lines('[\n{"a":1},\n{"b":2}\n]')).toEqual([2, 3]);
});

test('a broken value is refused at its line, and those after it are read', () => {
  expect(read('{"a":1}\n{"b":[1}\n{"c":"x\n{"d":4}\nwords, words\n{"e":5}\n')).toEqual([
    { value: { a: 1 }, line: 1 },
    { reason: expect.stringMatching(/never closed|not JSON/u) as string, line: 2 },
    { reason: expect.stringMatching(/never closed/u) as string, line: 3 },
    { value: { d: 4 }, line: 4 },
    { reason: 'It is no object.', line: 5 },
    { value: { e: 5 }, line: 6 },
  ]);
});

test('what is never closed is refused at the end, and a list of other things is read', () => {
  expect(valuesOf('{"a":')).toEqual([expect.stringMatching(/never closed/u)]);
  expect(valuesOf('[1, "a]", [2], null]')).toEqual([1, 'a]', [2], null]);
});
