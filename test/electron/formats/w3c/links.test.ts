import { expect, test } from 'vitest';
import { w3c } from '../../../../electron/formats/w3c/w3c-format.ts';
import { toDataset, toWritten, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { plainArticle, relatePlain } from '../../../helpers/formats/plain-article.ts';
import { readFound } from '../../../helpers/formats/samples.ts';
import { recheckChanged } from '../../../helpers/formats/tamper.ts';

const item = plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 8, 11]);
relatePlain(item, 0, 1);
const page = `pages/${item.article.uid}.json`;

test.each([
  ['a link with a third end', /("id": "urn:uuid:00000001-[^"]*"\s*\})(?=\s*\])/u, '$1, { "id": "urn:x" }'],
  ['a link from nothing', /"id": "urn:uuid:00000000-0000-7000-8000-000000000000"(?=\s*\})/u, '"id": "urn:x"'],
  ['a tag of another text', /"source": "urn:uuid:00000001/u, '"source": "urn:uuid:00000002'],
  ['other words before a quote', '"prefix": "Ann met ', '"prefix": "Bob met '],
])('%s does not check out', async (_, from, to) => {
  expect(await recheckChanged(w3c, item, page, from, to)).not.toEqual([]);
});

test('without texts a quote that is longer than its place does not check out', async () => {
  const dataset = toDataset([item], { withText: false });
  const files = await writeInMemory(w3c, dataset);
  expect((await w3c.recheck(toWritten(files), dataset)).mismatches).toEqual([]);
  files.set(page, Buffer.from(Buffer.from(files.get(page)!).toString().replace('"exact": "Ann"', '"exact": "Anna"')));
  expect((await w3c.recheck(toWritten(files), dataset)).mismatches).toHaveLength(1);
});

test('a link that has not two ends is listed', async () => {
  const link = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: '#l',
    type: 'Annotation',
    motivation: 'linking',
    body: [{ type: 'TextualBody', purpose: 'tagging', value: 'met' }],
    target: [{ id: '#a' }],
  };
  expect(await readFound(w3c, new Map([['a.json', Buffer.from(JSON.stringify([link]))]]))).toMatchObject([
    { document: { relations: [], left: [{ quote: '#l', count: 1 }] } },
  ]);
});
