import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { xmi } from '../../../../electron/formats/xmi/xmi-format.ts';
import { hasFile, hasProgram, runProgram } from '../../../helpers/formats/by-program.ts';
import { expectFacts } from '../../../helpers/formats/facts.ts';
import { toDataset, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { toXmlArticle } from '../../../helpers/formats/replace-forbidden.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { recheckChanged, writeTexts } from '../../../helpers/formats/tamper.ts';

test('what is written reads back the same, but for what was said to be lost', () =>
  fc.assert(
    fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) =>
      expectRoundTrip(xmi, articles, { adapt: toXmlArticle }),
    ),
    { numRuns: 60 },
  ));

test('what is known of an article, of who tagged and of what was decided comes back', () => expectFacts(xmi));

const text = 'Ann\r\nmet\t👍🏽 "Bob" & <Cy>\u0001.';
const item = plainArticle(text, ['actor', 0, 3], ['armed group (non-state)', 15, 18]);
const file = `${item.article.uid}.xmi`;

test('line ends and tabs of a text stand as references, for XML makes blanks of them in an attribute', async () => {
  const written = (await writeTexts(xmi, item))[file]!;
  expect(written).toContain('sofaString="Ann&#13;&#10;met&#9;👍🏽 &quot;Bob&quot; &amp; &lt;Cy&gt;\uFFFD."');
});

test('offsets count UTF-16', async () => {
  expect((await writeTexts(xmi, item))[file]).toMatch(/<custom:ArmedGroupNonState [^>]*begin="15" end="18"/u);
});

test('the type system has a type for each label with its attributes, and says what people call them', async () => {
  const types = (await writeTexts(xmi, item))['TypeSystem.xml']!;
  expect(types).toContain(
    '<name>custom.ArmedGroupNonState</name>\n<description>armed group (non-state)</description>\n<supertypeName>uima.tcas.Annotation</supertypeName>',
  );
  expect(types).toContain(
    '<name>choices</name><description>choices</description><rangeTypeName>uima.cas.StringArray</rangeTypeName>',
  );
  expect(types).toContain('<name>Governor</name><description></description><rangeTypeName>uima.tcas.Annotation<');
});

test('control characters are replaced one by one, and that is said', () => {
  const note = plainArticle('Ann', ['actor', 0, 3]);
  note.annotations[0]!.note = 'a\u0000b';
  expect(listLosses(xmi, note, toDataset([])).map(({ kind, part }) => [kind, part])).toEqual([['changed', 'note']]);
  expect(listLosses(xmi, item, toDataset([])).map(({ kind, part }) => [kind, part])).toEqual([['changed', 'text']]);
});

test('an annotation of several parts and a relation to another article are losses', () => {
  const parted = plainArticle('Ann met Bob', ['actor', 0, 3]);
  parted.annotations[0]!.spans.push({ start: 8, end: 11, quote: 'Bob' });
  const { uid } = parted.annotations[0]!;
  const end = { uid: 'r', kind: 'part of', isSymmetric: false, from: uid, to: 'else', toArticle: 'other' };
  parted.relations.push({ ...end, note: '', annotator: 'Sara', state: 'unchecked' });
  expect(listLosses(xmi, parted, toDataset([])).map(({ kind, annotation }) => [kind, annotation])).toEqual([
    ['changed', uid],
    ['relation', 'r'],
  ]);
});

test.each([
  ['an offset', /begin="15" end="18"/u, 'begin="14" end="18"'],
  ['a quote', 'galleyQuote="Ann"', 'galleyQuote="Anna"'],
  ['a byte of the text', 'met&#9;', 'set&#9;'],
  ['a type', /custom:Actor/gu, 'custom:Factor'],
  ['an id that is in no view', 'members="2 3 4 5"', 'members="2 3 4"'],
])('with %s that was changed it does not check out', async (_, from, to) => {
  expect(await recheckChanged(xmi, item, file, from, to)).not.toEqual([]);
});

const jar = process.env['GALLEY_UIMA'] ?? '/usr/share/java/uimaj-core.jar';
const reader = fileURLToPath(new URL('../../../ReadXmi.java', import.meta.url));
const untried = 'what Apache UIMA reads of XMI files is not tried';
const hasUima = hasFile(jar, untried) && hasProgram('java', ['--list-modules'], /jdk\.compiler/u, untried);

test.skipIf(!hasUima)('Apache UIMA reads every file, and each annotation covers the words that it says', async () => {
  const articles = fc.sample(fc.tuple(...Array.from({ length: 40 }, (_, n) => anyArticle(n + 1))), {
    numRuns: 1,
    seed: 6,
  })[0]!;
  const count = articles.reduce((sum, { annotations }) => sum + annotations.length, 0);
  const files = await writeInMemory(xmi, toDataset(articles));
  const { said, ok } = runProgram('java', ['-cp', jar, reader, '.'], files);
  expect(said.trim()).toBe(`${count} ${count}`);
  expect(ok).toBe(true);
});
