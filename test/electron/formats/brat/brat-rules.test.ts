import { expect, test } from 'vitest';
import { brat } from '../../../../electron/formats/brat/brat-format.ts';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { toDataset } from '../../../helpers/formats/in-memory.ts';
import { plainArticle, relatePlain } from '../../../helpers/formats/plain-article.ts';
import { CODEBOOK } from '../../../helpers/formats/random-articles.ts';
import { readFound } from '../../../helpers/formats/samples.ts';
import { recheckChanged } from '../../../helpers/formats/tamper.ts';

const item = plainArticle('Ann met Bob.', ['actor', 0, 3], ['actor', 8, 11]);
item.annotations[0]!.spans.push({ start: 4, end: 7, quote: 'met' });
Object.assign(item.annotations[1]!, { entity: 'Bob\tDell', entityUid: null, note: 'one\ntwo' });
relatePlain(item, 0, 1);
const ann = `${item.article.uid}.ann`;

test.each([
  ['fragments that lie over each other', ann, '0 3;4 7\tAnn met', '0 3;2 7\tAnn n met'],
  ['a reference of no tag', ann, 'Reference T2', 'Reference T9'],
  ['a reference without a scheme', ann, 'galley:', 'galley '],
  ['a relation to nothing', ann, 'Arg2:T2', 'Arg2:T9'],
  ['a relation whose ends have one role', ann, 'Arg2:', 'Arg1:'],
  ['a note of nothing', ann, 'AnnotatorNotes T2', 'AnnotatorNotes T9'],
  ['a note that says nothing', ann, 'one two', ''],
  ['a line end that only Python sees', ann, 'one two', 'one\x1ctwo'],
  ['an article that is not in the table', 'articles.csv', /\n0000.*/u, ''],
  ['an article in the table that is nowhere else', 'articles.csv', /\n$/u, '\nx,y,,,,,\n'],
])('with %s it does not check out', async (_, file, from, to) => {
  expect(await recheckChanged(brat, item, file, from, to)).not.toEqual([]);
});

test('a name with a tab in it, and labels and kinds that brat cannot show, are losses', () => {
  const named = plainArticle('Ann', ['armed | group', 0, 3]);
  Object.assign(named.annotations[0]!, { entity: 'Bob\tDell' });
  named.relations.push({ ...item.relations[0]!, kind: 'x | y', to: named.annotations[0]!.uid });
  const kinds = [{ ...CODEBOOK.relationKinds[0]!, name: 'x | y' }];
  const losses = listLosses(brat, named, toDataset([], { codebook: { ...CODEBOOK, relationKinds: kinds } }));
  expect(losses.map(({ kind, part, annotation }) => [kind, part, annotation])).toEqual([
    ['renamed', undefined, named.annotations[0]!.uid],
    ['changed', 'entity', named.annotations[0]!.uid],
    ['renamed', undefined, item.relations[0]!.uid],
  ]);
});

const readOne = async (text: string, lines: string) => {
  const files = new Map(Object.entries({ 'a.txt': text, 'a.ann': lines }).map(([name, of]) => [name, Buffer.from(of)]));
  const [found] = await readFound(brat, files);
  if (!found || !('document' in found)) throw new Error('refused');
  return found.document;
};

test('a text stays as it lies there where line ends of another kind agree no better', async () => {
  const document = await readOne('Ann\nBob', 'T1\tX 0 3\tAnn\nT2\tX 4 7\tCid\n');
  expect(document.text).toBe('Ann\nBob');
});

test('words of fragments without a blank between them are told by their code points', async () => {
  const { annotations } = await readOne('𝔘𝔘 and b', 'T1\tX 0 2;7 8\t𝔘𝔘b\nT2\tX 0 2;7 8\t𝔘𝔘 b\n');
  expect(annotations.map(({ quote }) => quote)).toEqual([
    { text: '𝔘𝔘b', joiner: '' },
    { text: '𝔘𝔘 b', joiner: ' ' },
  ]);
});

test('a note of a kind that people do not write is listed', async () => {
  const { left } = await readOne('Ann', 'T1\tX 0 3\tAnn\n#1\tMissing T1\tnext month\n');
  expect(left).toMatchObject([{ quote: expect.stringContaining('next month') as string, count: 1 }]);
});
