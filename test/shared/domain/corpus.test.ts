import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toFileName } from '#shared/domain/corpus';

it.each([
  ['War 2019', 'War 2019.galley'],
  ['war.galley', 'war.galley'],
  ['War: 2019/1', 'War  2019 1.galley'],
  ['  ends in dots... ', 'ends in dots.galley'],
  ['.hidden', 'hidden.galley'],
  ['../../etc', 'etc.galley'],
  ['حرب ٢٠١٩', 'حرب ٢٠١٩.galley'],
  ['', 'Corpus.galley'],
  ['???', 'Corpus.galley'],
  ['.galley', 'Corpus.galley'],
  ['nul', '_nul.galley'],
  ['COM1.old', '_COM1.old.galley'],
  ['console', 'console.galley'],
])('%j becomes the file name %j', (name, fileName) => {
  expect(toFileName(name)).toBe(fileName);
});

it('any text becomes a name that is not hidden, names no other folder, and leaves room for what lies beside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const fileName = toFileName(name);
      expect(fileName).toMatch(/^[^./\\: ][^/\\:]*\.galley$/);
      expect(Buffer.byteLength(fileName)).toBeLessThanOrEqual(255 - '.new-.-journal'.length - 36);
    }),
  );
});
