import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { FormatName } from '#shared/domain/dataset';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { recogniseFiles } from '../../../../electron/services/interchange/recognise.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { samplesFolder } from '../../../helpers/formats/samples.ts';
import { readAll, take } from '../../../helpers/interchange.ts';

/** With who is new in them: people stay when an import is undone. */
const sets: [path: string, format: FormatName, ...people: string[]][] = [
  ['brat/bio-tutorial', 'brat'],
  ['brat/conll2002-esp-news', 'brat'],
  ['brat/dkpro', 'brat'],
  ['brat/news-tutorial', 'brat'],
  ['conll/dkpro-2002', 'conll-2003'],
  ['conll/dkpro-2003', 'conll-2003'],
  ['conllu/ud-valid', 'conll-u'],
  ['doccano/export-examples', 'doccano'],
  ['doccano/import-tests', 'doccano'],
  ['doccano/import-tests-relations', 'doccano'],
  ['label-studio/sdk-csv', 'label-studio'],
  ['label-studio/ls-emoji-cypress-expected.json', 'label-studio'],
  ['qdpx/annex_A2.qde', 'qdpx'],
  ['spacy-prodigy/prodigy-relations-support-6467.jsonl', 'prodigy'],
  ['tei/standOff-example-1.xml', 'tei'],
  ['uima-json/apache-FsAsArray', 'cas-json'],
  ['w3c-annotation/correct', 'w3c'],
  ['w3c-annotation/hypothesis', 'w3c', 'mark@localhost'],
  ['w3c-annotation/incorrect', 'w3c'],
  ['webanno-tsv/tsv3-suite', 'webanno-tsv'],
];

test.for(sets)('%s comes in once, stands whole, and goes again', async ([name, format, ...people]) => {
  const path = join(samplesFolder, name);
  if (!existsSync(path))
    return console.warn(`skipped: there is no ${path}; set GALLEY_SAMPLES to the folder of samples`);
  const made = createTestCorpus();
  const article = await made.importText('Something else.', 'else.txt');
  for (const person of people) made.tag(article, 'actor', 0, 9, person);
  const before = computeContentFingerprint(made.corpus.read);
  const first = await take(made, [path], { format });
  expect(readAll(made).flatMap(({ annotations }) => annotations)).toHaveLength(first.annotations.added + people.length);
  const again = await take(made, [path], { format });
  expect(again).toMatchObject({
    articles: { imported: 0 },
    annotations: { added: 0, changed: 0, removed: 0 },
    relations: { added: 0, changed: 0, removed: 0 },
  });
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
  if (computeContentFingerprint(made.corpus.read) !== before) undo(made.corpus, made.sara, false);
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
});

/** Files that nothing reads as annotations, by what they are. */
const NONE: [RegExp, why: string][] = [
  [/^brat\/.*(?:\.txt|\.ann|\.conf|README)$/u, 'read as a folder'],
  [/^(?:w3c-annotation|qdpx)\/schemas\/|\.rng$|typesystem\.xml$|^uima-xmi\//u, 'what others are checked with'],
  [/^w3c-annotation\/(?:hypothesis\/.*\.html|incorrect\/anno[12]\.json)$/u, 'read as a folder'],
  [/^csv\/csv-spectrum\/|^corpora\/|^doccano\/.*\.csv$|^label-studio\/.*\.csv$/u, 'texts and tables of articles'],
  [/^claimreview\//u, 'written only'],
  [/^MANIFEST\.tsv$|README\.md$|\.conll\.out$|^tei\/standOff\.xml$/u, 'about the others, or of another program'],
];

test.skipIf(!existsSync(samplesFolder))(
  'no sample is left out: each is read, or it is known why it is not',
  async () => {
    const left: string[] = [];
    for (const entry of readdirSync(samplesFolder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(samplesFolder, path);
      if (NONE.some(([pattern]) => pattern.test(name))) continue;
      const [group] = await recogniseFiles([{ path, name: entry.name }], null, noJob);
      if (group?.format == null) left.push(name);
    }
    expect(left).toEqual([]);
  },
);
