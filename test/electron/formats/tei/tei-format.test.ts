import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { tei } from '../../../../electron/formats/tei/tei-format.ts';
import type { DatasetEntity } from '../../../../electron/formats/format.ts';
import { EntityId } from '#shared/domain/ids';
import { hasFile, hasProgram, runProgram } from '../../../helpers/formats/by-program.ts';
import { expectFacts } from '../../../helpers/formats/facts.ts';
import { toDataset, toFileSet, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { toXmlArticle } from '../../../helpers/formats/replace-forbidden.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, samplesFolder } from '../../../helpers/formats/samples.ts';
import { recheckChanged, writeTexts } from '../../../helpers/formats/tamper.ts';

test('what is written reads back the same, but for what was said to be lost', () =>
  fc.assert(
    fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) =>
      expectRoundTrip(tei, articles, { adapt: toXmlArticle }),
    ),
    { numRuns: 60 },
  ));

test('what is known of an article, of who tagged and of what was decided comes back', () => expectFacts(tei));

const text = 'Ann 𝔘\n\n👍🏽 met <Bob>\n';
const item = plainArticle(text, ['actor', 0, 6], ['actor', 4, 12]);
item.annotations[1]!.spans.push({ start: 18, end: 21, quote: 'Bob' });
const file = `${item.article.uid}.xml`;

test('a text is paragraphs that hold all of it, and pointers count code points of each', async () => {
  const written = (await writeTexts(tei, item))[file]!;
  expect(written).toContain(
    '<p xml:id="p1" xml:space="preserve">Ann 𝔘\n\n</p>\n<p xml:id="p2" xml:space="preserve">👍🏽 met &lt;Bob&gt;\n</p>',
  );
  expect(written).toContain('target="#string-range(p1,0,5)"');
  expect(written).toContain('target="#string-range(p1,4,3) #string-range(p2,0,2,8,3)"');
});

test('a relation to another article points into its file, and control characters are what is lost', async () => {
  const other = plainArticle('Ann\u0001', ['actor', 0, 3]);
  const { uid } = other.annotations[0]!;
  const far = '00000009-0000-7000-8000-000000000000';
  const end = { uid: far, kind: 'part of', isSymmetric: false, from: uid, to: far, toArticle: 'other' };
  other.relations.push({ ...end, note: 'n', annotator: 'Sara', state: 'unsure' });
  expect(listLosses(tei, other, toDataset([])).map(({ kind, part }) => [kind, part])).toEqual([['changed', 'text']]);
  const files = await writeInMemory(tei, toDataset([other]));
  expect(await readFound(tei, files)).toMatchObject([
    {
      document: {
        relations: [
          {
            uid: far,
            kind: 'part of',
            from: `a-${uid}`,
            to: `a-${far}`,
            toDocument: 'other',
            note: 'n',
            state: 'unsure',
          },
        ],
      },
    },
  ]);
});

const details = { description: 'A city', latitude: 36.2, longitude: 37.16, aliases: [] };
const entity = (n: number, label: string, kind: string | null): DatasetEntity => ({
  uid: EntityId.parse(`0000000${n}-00e0-7000-8000-000000000000`),
  label,
  kind,
  name: `Entity <${n}>`,
  aliases: [],
  details: {
    ...details,
    ...(label === 'location' ? {} : { latitude: null, longitude: null }),
    refs: [{ scheme: 'wiki data', value: 'Q1' }],
  },
});
const entities = [entity(1, 'location', 'city'), entity(2, 'actor', 'person'), entity(3, 'actor', null)];
const withEntities = plainArticle(text, ['actor', 0, 3], ['actor', 0, 3], ['actor', 0, 3]);
for (const [n, { uid, name }] of entities.entries())
  Object.assign(withEntities.annotations[n]!, { entity: name, entityUid: uid });

test('entities are listed as places, people and organisations, and come back with what others call them', async () => {
  const files = await writeInMemory(tei, toDataset([withEntities], { entities: () => entities }));
  const written = Buffer.from(files.get(file)!).toString();
  expect(written).toMatch(/<listPlace>\n<place xml:id="e-00000001.*<geo>36\.2 37\.16<\/geo>/u);
  expect(written).toMatch(/<listPerson>\n<person xml:id="e-00000002/u);
  expect(written).toMatch(/<listOrg>\n<org xml:id="e-00000003/u);
  const [found] = await readFound(tei, files);
  expect(found).toMatchObject({
    document: { annotations: entities.map(({ uid, name }) => ({ entity: { uid, name, refs: [{ value: 'Q1' }] } })) },
  });
  expect(tei.reader!.recognises(toFileSet(files))).toBe(true);
});

test.each([
  ['an offset', 'string-range(p1,0,5)', 'string-range(p1,1,5)'],
  ['a length', '(p2,0,2,8,3)', '(p2,0,2,8,2)'],
  ['a paragraph', '#string-range(p2,', '#string-range(p1,'],
  ['a quote', '<note type="quote" xml:space="preserve">Bob', '<note type="quote" xml:space="preserve">Rob'],
  ['a byte of the text', ' met &lt;', ' set &lt;'],
  ['a label', 'ana="#label-1"', 'ana="#label-9"'],
])('with %s that was changed it does not check out', async (_, from, to) => {
  expect(await recheckChanged(tei, item, file, from, to)).not.toEqual([]);
});

const schema = resolve(samplesFolder, 'tei/tei_all-4.12.0.rng');
const untried = 'TEI files are not checked by the schema of TEI P5';
const hasJing = hasFile(schema, untried) && hasProgram('jing', [], /RELAX NG/iu, untried);

test.skipIf(!hasJing)('every file is valid by the schema of TEI P5', async () => {
  const articles = fc.sample(fc.tuple(...Array.from({ length: 20 }, (_, n) => anyArticle(n + 2))), {
    numRuns: 1,
    seed: 6,
  })[0]!;
  withEntities.article.language = 'en';
  const known = { address: 'https://example.org/a b', byline: 'By Ann', outlet: 'Post', date: '2024-03' } as const;
  Object.assign(withEntities.article, known);
  const files = await writeInMemory(tei, toDataset([withEntities, ...articles], { entities: () => entities }));
  const { ok, said } = runProgram('jing', [schema, ...files.keys()], files);
  expect(said.replace(/^\[warning\].*\n/gmu, '')).toBe('');
  expect(ok).toBe(true);
});
