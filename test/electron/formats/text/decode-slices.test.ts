import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSlices, type SliceOptions } from '../../../../electron/formats/text/decode-slices.ts';
import { decodeText } from '../../../../electron/formats/text/decode-text.ts';

function decode(bytes: Uint8Array, size: number, { encoding = 'auto', stray = 'auto' }: Partial<SliceOptions> = {}) {
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  );
  let text = '';
  const marks: { at: number; byte: number | null }[] = [];
  for (const slice of decodeSlices(chunks, { file: 'a.csv', encoding, stray })) {
    marks.push(...slice.marks.map(({ at, byte }) => ({ at: text.length + at, byte })));
    text += slice.text;
  }
  return { text, marks };
}

test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256', 'gb18030', 'shift_jis'])(
  'bytes in %s are decoded in chunks of any size as they are at once',
  (encoding) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (bytes, size) => {
        const whole = decodeText(bytes, { file: 'a.csv', encoding, stray: 'mark' });
        const { text, marks } = decode(bytes, Math.max(size, 3), { encoding, stray: 'mark' });
        expect(text).toBe(whole.text);
        expect(marks.flatMap(({ byte }) => byte ?? [])).toEqual(whole.strayBytes);
        for (const { at } of marks) expect(text[at]).toBe('\uFFFD');
      }),
      { numRuns: 200 },
    );
  },
);

describe('bytes that cannot be read', () => {
  const bytes = Buffer.concat([Buffer.from('ab\uFFFDc\n'), Buffer.from([0x95]), Buffer.from('d\n')]);

  test('are marked by their places, and what stood there as U+FFFD is not', () => {
    expect(decode(bytes, 4)).toEqual({
      text: 'ab\uFFFDc\n\uFFFDd\n',
      marks: [
        { at: 2, byte: null },
        { at: 5, byte: 7 },
      ],
    });
  });

  test('refuse the file where that was asked for', () => {
    expect(() => decode(bytes, 4, { stray: 'refuse' })).toThrow(
      /“a.csv” has 1 byte or more that utf-8 cannot read \(one at byte 7\)/u,
    );
  });

  test('refuse the file, unasked, where there are so many that it is written in another encoding', () => {
    const arabic = Buffer.alloc(3000, Buffer.from([0xc7, 0xe1, 0xe3, 0x20]));
    expect(() => decode(arabic, 512)).toThrow(/perhaps windows-12\d\d/u);
    expect(decode(arabic, 512, { stray: 'mark' }).marks).toHaveLength(2250);
    expect(decode(arabic, 512, { encoding: 'windows-1256' }).text).toContain('الم');
  });
});
