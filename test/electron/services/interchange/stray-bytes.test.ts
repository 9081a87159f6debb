import { expect, test } from 'vitest';
import type { FormatName } from '#shared/domain/dataset';
import { createTestCorpus } from '../../../helpers/corpus.ts';
import { notesOf, plan, writeFiles } from '../../../helpers/interchange.ts';

const row = (n: number, word: string, misc = '_') => `${n}\t${word}\t${'_\t'.repeat(7)}${misc}\n`;
const mention = (word: string) => `#begin document (a); part 000\na\t0\t0\t${word}\t(1)\n#end document\n`;
const quote = (id: string) => `{
  "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:x:${id}", "type": "Annotation",
  "target": { "source": "${id}.txt", "selector": { "type": "TextQuoteSelector", "exact": "Ann" } } }`;

/** The first file has a byte at `?` that is no UTF-8. */
const cases: [FormatName, Record<string, string>, line: number][] = [
  ['conll-2003', { 'a.conll': 'Ann B-PER\nran O\n? O\n', 'b.conll': 'Ann B-PER\n' }, 3],
  ['conll-2012', { 'a.conll': mention('?'), 'b.conll': mention('Ann') }, 2],
  ['conll-u', { 'a.conllu': `${row(1, '?')}\n`, 'b.conllu': `${row(1, 'Ann', 'NER=B-PER')}\n` }, 1],
  [
    'hugging-face',
    {
      'a.jsonl': '{"tokens":["So"],"ner_tags":["O"]}\n{"tokens":["?"],"ner_tags":["O"]}\n',
      'b.jsonl': '{"tokens":["Ann"],"ner_tags":["B-PER"]}\n',
    },
    2,
  ],
  ['w3c', { 'a.txt': 'Ann ?', 'a.json': quote('a'), 'b.txt': 'Ann', 'b.json': quote('b') }, 1],
];

test.for(cases)('%s: a file with a byte that is no UTF-8 is refused, and the others are read', async (each) => {
  const [format, files, line] = each;
  const made = createTestCorpus();
  const folder = writeFiles(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        Uint8Array.from(text, (sign) => (sign === '?' ? 0xe9 : sign.charCodeAt(0))),
      ]),
    ),
  );
  const planned = await plan(made, [folder], { format });
  expect(planned.annotations.new).toBe(1);
  expect(notesOf(made, planned).filter(({ kind }) => kind === 'refused')).toMatchObject([
    { file: Object.keys(files)[0]!, place: `line ${line}`, what: 'a byte there is no UTF-8.' },
  ]);
});
