import fc from 'fast-check';
import { expect, test } from 'vitest';
import { getFormat } from '../../../../electron/formats/formats.ts';
import { findPython, runPython } from '../../../helpers/formats/by-python.ts';
import { toDataset, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';

const python = findPython('formats of JSON read by Python', 'json');

test.skipIf(!python)('Python finds the same words at the same code points in each format', async () => {
  const anyPlain = anyArticle(1)
    .map((item) => ({
      ...item,
      annotations: item.annotations.filter(({ spans }) => spans.length === 1),
      relations: [],
    }))
    .filter(({ annotations }) => annotations.length > 3);
  const [item] = fc.sample(anyPlain, { seed: 7, numRuns: 1 });
  const dataset = toDataset([item!], { options: { unit: 'codepoint' } });
  const names = ['doccano', 'label-studio', 'prodigy', 'w3c'] as const;
  const written = await Promise.all(names.map((name) => writeInMemory(getFormat(name), dataset)));
  const { ok, said } = runPython(python!, 'verify-json.py', new Map(written.flatMap((files) => [...files])));
  const quotes = item!.annotations.map(({ label, spans }) => [label, spans[0]!.quote]);
  expect([
    ok,
    ok
      ? said
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as unknown)
      : said,
  ]).toEqual([true, [...quotes, ...quotes, ...quotes, ...quotes]]);
});
