import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FormatName } from '#shared/domain/dataset';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { samplesFolder } from '../../../helpers/formats/samples.ts';
import { readAll, take } from '../../../helpers/interchange.ts';

/** With who is new in them: people stay when an import is undone. */
const sets: [path: string, format: FormatName, ...people: string[]][] = [
  ['brat/bio-tutorial', 'brat'],
  ['brat/dkpro', 'brat'],
  ['brat/news-tutorial', 'brat'],
  ['conll/dkpro-2002', 'conll-2003'],
  ['conll/dkpro-2003', 'conll-2003'],
  ['conllu/ud-valid', 'conll-u'],
  ['doccano/export-examples', 'doccano'],
  ['doccano/import-tests', 'doccano'],
  ['doccano/import-tests-relations', 'doccano'],
  ['label-studio/ls-emoji-cypress-expected.json', 'label-studio'],
  ['qdpx/annex_A2.qde', 'qdpx'],
  ['spacy-prodigy/prodigy-relations-support-6467.jsonl', 'prodigy'],
  ['tei/standOff-example-1.xml', 'tei'],
  ['uima-json/apache-FsAsArray', 'cas-json'],
  ['w3c-annotation/correct', 'w3c'],
  ['w3c-annotation/hypothesis', 'w3c', 'mark@localhost'],
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
