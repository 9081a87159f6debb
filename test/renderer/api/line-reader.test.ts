import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineReader } from '../../../renderer/api/line-reader.ts';

it('gives the same lines however the text is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), fc.array(fc.nat(200)), (texts, cuts) => {
      const lines = texts.map((text) => text.replaceAll('\n', ' '));
      const text = lines.map((line) => `${line}\n`).join('');
      const reader = new LineReader();
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
      const parts = places.slice(1).map((place, i) => text.slice(places[i], place));
      expect(parts.flatMap((part) => reader.take(part))).toEqual(lines);
    }),
  );
});

it('keeps what is not ended yet', () => {
  const reader = new LineReader();
  expect([reader.take('{"type":'), reader.take('"settings"}'), reader.take('\n')]).toEqual([
    [],
    [],
    ['{"type":"settings"}'],
  ]);
});
