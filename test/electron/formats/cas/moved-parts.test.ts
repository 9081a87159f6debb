import { expect, test } from 'vitest';
import { anchor } from '../../../../electron/formats/anchor.ts';
import { casJson } from '../../../../electron/formats/cas-json/cas-json-format.ts';
import { xmi } from '../../../../electron/formats/xmi/xmi-format.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { readFound } from '../../../helpers/formats/samples.ts';
import { recheckChanged, writeTexts } from '../../../helpers/formats/tamper.ts';

const item = plainArticle('Ann met Bob and Cy', ['actor', 0, 3], ['claim', 12, 15]);
item.annotations[0]!.spans.push({ start: 8, end: 11, quote: 'Bob' });

test.each([
  [xmi, 'xmi', 'begin="0" end="11"', 'begin="4" end="15"', /galleyQuote="Ann met Bob" /u],
  [casJson, 'json', '"begin":0,"end":11', '"begin":4,"end":15', /"galleyQuote":"Ann met Bob",/u],
] as const)('an annotation of parts that another tool moved stands where it was moved to: $name', async (...given) => {
  const [format, ending, from, to, quote] = given;
  const name = `${item.article.uid}.${ending}`;
  const texts = await writeTexts(format, item);
  expect(texts[name]).toContain(from);
  texts[name] = texts[name]!.replace(from, to).replace(quote, '');
  const [found] = await readFound(
    format,
    new Map(Object.entries(texts).map(([each, text]) => [each, Buffer.from(text)])),
  );
  if (!found || !('document' in found)) throw new Error('refused');
  expect(anchor(found.document, 'utf16').placed.map(({ spans }) => spans.map(({ quote: words }) => words))).toEqual([
    ['met Bob and'],
    ['and'],
  ]);
});

test.each([
  ['a part that stands elsewhere', /:8,/u, ':9,'],
  ['words of a part', /Bob(?=(?:"|\\"|&quot;)\}\])/u, 'Rob'],
  ['a part over another', /:8,(.*?):11,(.*?)Bob/u, ':2,$1:11,$2n met Bob'],
] as const)('%s does not check out', async (_, from, to) => {
  for (const [format, ending] of [
    [xmi, 'xmi'],
    [casJson, 'json'],
  ] as const)
    expect(await recheckChanged(format, item, `${item.article.uid}.${ending}`, from, to)).not.toEqual([]);
});
