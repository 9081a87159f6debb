import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getArticleText } from '../../../../electron/corpus/repositories/article-repository.ts';
import { exportDataset } from '../../../../electron/services/dataset/export-dataset.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { hasPython, verifyByPython } from '../../../helpers/verify-dataset.ts';

/** A text as files have them: astral, combining, joined and right-to-left characters, every line end, odd spaces. */
const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    '👩‍👩‍👧‍👦',
    '👍🏽',
    '🇸🇾',
    '𝔘',
    'حلب ',
    'ـَّ',
    'שָׁ',
    '한',
    '\r\n',
    '\n',
    '\r',
    '\t',
    '"',
    ',',
    '\n\n',
  ),
  fc.constantFrom('=', '+', '-', '@', "'", '\u200f', '\u200d', '\u2028', '\u0085', '\ufeff', '\u{e0041}'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'grapheme-composite', maxLength: 6 }),
);
const anyText = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.constantFrom('', '\0'))
  .map(([pieces, nul]) => `Headline\n\n${pieces.join('')}${nul}`);
const anyRanges = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 });

const borders = (text: string) => [
  ...[...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ index }) => index),
  text.length,
];

type Line = { text: string; annotations: { id: string; spans: { start: number; end: number; quote: string }[] }[] };

test('whatever range of characters is tagged in whatever text, the code points at its offsets are its quote', async () => {
  const made = createTestCorpus();
  let n = 0;
  const wanted = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(anyText, anyRanges, async (source, ranges) => {
      n += 1;
      const article = await made.importText(source, `${n}.txt`);
      const text = getArticleText(made.corpus.read, article);
      const at = borders(text);
      for (const [a, b] of ranges) {
        const [start, end] = [at[a % at.length]!, at[b % at.length]!].sort((x, y) => x - y) as [number, number];
        if (start < end) wanted.set(made.tag(article, 'claim', start, end).uid, text.slice(start, end));
      }
    }),
    { numRuns: 100 },
  );
  const folder = mkdtempSync(join(made.folder, 'sets-'));
  for (const format of ['jsonl', 'csv'] as const)
    await exportDataset(made.corpus, { format, filter: {} }, join(folder, format), noJob);

  const lines = readFileSync(join(folder, 'jsonl', 'articles.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  const found = new Map<string, string>();
  for (const { text, annotations } of lines.map((line) => JSON.parse(line) as Line)) {
    const codePoints = [...text];
    for (const { id, spans } of annotations) found.set(id, codePoints.slice(spans[0]!.start, spans[0]!.end).join(''));
  }
  expect(found).toEqual(wanted);
  const table: Record<string, string>[] = parse(readFileSync(join(folder, 'csv', 'annotations.csv'), 'utf8'), {
    columns: true,
  });
  expect(table).toHaveLength(wanted.size);
  if (!hasPython) return;
  for (const format of ['jsonl', 'csv'])
    expect(verifyByPython(join(folder, format))).toEqual({ ok: true, said: expect.any(String) });
});
