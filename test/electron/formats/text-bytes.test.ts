import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextBytes } from '../../../electron/formats/text-bytes.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  // code units on their own, halves of pairs among them
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((units) => String.fromCharCode(...units)),
  fc.string({ maxLength: 5000 }),
  fc.nat(),
);

test('pieces that are added are the bytes that all of them together are written as', () => {
  const file = new TextBytes();
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
      for (const each of pieces)
        if (typeof each === 'number') file.addNumber(each);
        else file.addText(each);
      // two halves of a pair that are added one by one are no pair
      const written = pieces.map((each) => Buffer.from(String(each)));
      expect(Buffer.from(file.take())).toEqual(Buffer.concat(written));
    }),
  );
});

test('a stretch of a text and bytes as they are can be added, and what was taken stays as it was', () => {
  const file = new TextBytes();
  file.addText('one café', 4, 8);
  file.addBytes(Buffer.from('\t_\n'));
  const taken = file.take();
  file.addText('overwritten');
  expect(Buffer.from(taken).toString()).toBe('café\t_\n');
});
