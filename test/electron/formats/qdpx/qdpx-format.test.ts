import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { qdpx } from '../../../../electron/formats/qdpx/qdpx-format.ts';
import { hasFile, hasProgram, runProgram } from '../../../helpers/formats/by-program.ts';
import { expectFacts } from '../../../helpers/formats/facts.ts';
import { toDataset, writeInMemory } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { toXmlText } from '../../../helpers/formats/replace-forbidden.ts';
import { expectRoundTrip, type ComparedArticle } from '../../../helpers/formats/round-trip.ts';
import { readFound, samplesFolder } from '../../../helpers/formats/samples.ts';
import { recheckChanged, writeTexts } from '../../../helpers/formats/tamper.ts';

/** Texts are files of their own, values are JSON: only what stands in elements is replaced. */
const adapt = (article: ComparedArticle): ComparedArticle => ({
  ...article,
  title: article.title && toXmlText(article.title),
  outlet: article.outlet && toXmlText(article.outlet),
  annotations: article.annotations.map((each) => ({ ...each, note: toXmlText(each.note) })),
});

test('what is written reads back the same, but for what was said to be lost', () =>
  fc.assert(
    fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) => expectRoundTrip(qdpx, articles, { adapt })),
    { numRuns: 60 },
  ));

test('what is known of an article, of who tagged and of what was decided comes back', () => expectFacts(qdpx));

const text = 'Ann 𝔘\n\n👍🏽 met <Bob>\u0001\n';
const item = plainArticle(text, ['actor', 0, 6], ['claim', 4, 12]);
item.annotations[1]!.spans.push({ start: 18, end: 22, quote: 'Bob>' });
item.annotations[1]!.note = 'first\nsecond';
const { uid } = item.annotations[1]!;

test('a text is a file of its own, with LF and no mark, and positions count code points', async () => {
  const files = await writeTexts(qdpx, item);
  expect(files[`sources/${item.article.uid}.txt`]).toBe(text);
  expect(files['project.qde']).toContain(`name="Ann 𝔘" startPosition="0" endPosition="5"`);
  expect(files['project.qde']).toContain(`guid="${uid}" name="𝔘&#10;&#10;👍🏽" startPosition="4" endPosition="9"`);
});

test('the same dataset has the same GUIDs', async () => {
  expect(await writeTexts(qdpx, item)).toEqual(await writeTexts(qdpx, item));
});

test('an annotation of several parts is a selection for each, which come back as one; others see several, and that is said', async () => {
  const [found] = await readFound(qdpx, await writeInMemory(qdpx, toDataset([item])));
  expect(found).toMatchObject({
    document: {
      annotations: [
        {},
        {
          uid,
          note: 'first\nsecond',
          spans: [
            { start: 4, end: 9 },
            { start: 15, end: 19 },
          ],
        },
      ],
    },
  });
  expect(listLosses(qdpx, item, toDataset([])).map(({ kind, annotation }) => [kind, annotation])).toEqual([
    ['changed', uid],
  ]);
});

const link = (from: string, to: string, toArticle: string) => ({
  ...{ uid: '0000000b-0000-7000-8000-000000000000', kind: 'part of', isSymmetric: false, from, to, toArticle },
  ...{ note: 'because\n', annotator: 'Omar', state: 'unsure' as const },
});

test('a relation to another article is a link, which says by whom it was made', async () => {
  const other = plainArticle('Bob', ['actor', 0, 3]);
  const far = '0000000c-00a1-8000-8000-000000000000';
  const away = {
    ...other,
    article: { ...other.article, uid: far as typeof other.article.uid },
    annotations: [{ ...other.annotations[0]!, uid: '0000000d-0000-7000-8000-000000000000' as typeof uid }],
  };
  const from = { ...item, relations: [link(uid, away.annotations[0]!.uid, far)] };
  const dataset = toDataset([from, away]);
  const files = await writeInMemory(qdpx, dataset);
  expect((await readFound(qdpx, files))[0]).toMatchObject({
    document: {
      relations: [{ ...link(uid, away.annotations[0]!.uid, far), toDocument: far }].map(
        ({ isSymmetric: _, toArticle: __, ...each }) => each,
      ),
    },
  });
});

const project = 'project.qde';
test.each([
  ['a position', project, 'startPosition="0" endPosition="5"', 'startPosition="1" endPosition="5"'],
  ['a name', project, 'name="Ann 𝔘"', 'name="And 𝔘"'],
  ['a byte of the text', `sources/${item.article.uid}.txt`, ' met ', ' set '],
  ['a name that goes on', project, 'name="Ann 𝔘"', 'name="Ann 𝔘 "'],
  ['who made it', project, /(<PlainTextSelection[^>]*creatingUser="[^"]{8})/u, '$1a'],
  ['a code that is not there', project, /CodeRef targetGUID="...../u, 'CodeRef targetGUID="ffff0'],
  ['a link to nothing', project, /targetGUID="00000000-0000/u, 'targetGUID="0000ffff-0000'],
])('with %s that was changed it does not check out', async (_, file, from, to) => {
  const linked = { ...item, relations: [link(uid, item.annotations[0]!.uid, item.article.uid)] };
  expect(await recheckChanged(qdpx, linked, file, from, to)).not.toEqual([]);
});

const schema = resolve(samplesFolder, 'qdpx/schemas/Project.xsd');
const untried = 'projects are not checked by the schema of REFI-QDA';
const hasXmllint = hasFile(schema, untried) && hasProgram('xmllint', ['--version'], /libxml/u, untried);

test.skipIf(!hasXmllint)('every project is valid by the schema of REFI-QDA', async () => {
  const some = fc.sample(fc.tuple(...Array.from({ length: 20 }, (_, n) => anyArticle(n + 2))), { numRuns: 1, seed: 6 });
  for (const dataset of [
    toDataset([item, ...some[0]!]),
    toDataset([], { codebook: { ...toDataset([]).codebook, labels: [] }, date: '' }),
  ]) {
    const files = await writeInMemory(qdpx, dataset);
    const { ok, said } = runProgram('xmllint', ['--noout', '--schema', schema, 'project.qde'], files);
    expect(said.trim()).toBe('project.qde validates');
    expect(ok).toBe(true);
  }
});
