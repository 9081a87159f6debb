import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conllU } from '../../../../electron/formats/conll-u/conll-u-format.ts';
import type { DatasetArticle } from '../../../../electron/formats/format.ts';
import type { FoundDocument } from '../../../../electron/formats/found.ts';
import { listLosses } from '../../../../electron/formats/losses.ts';
import { adaptTokens, expectTokenLosses } from '../../../helpers/formats/adapt-tokens.ts';
import { toDataset, toWritten, writeInMemory, type Files } from '../../../helpers/formats/in-memory.ts';
import { plainArticle } from '../../../helpers/formats/plain-article.ts';
import { anyArticle } from '../../../helpers/formats/random-articles.ts';
import { expectRoundTrip } from '../../../helpers/formats/round-trip.ts';
import { readFound, readSamples, survey } from '../../../helpers/formats/samples.ts';

const toName = (label: string) => label.replace(/\W+/gu, '_').replace(/_$/u, '');
const adapt = adaptTokens(toName);

test('what is written reads back the same, but for what was said to be lost', () =>
  fc.assert(
    fc.asyncProperty(anyArticle(1), anyArticle(2), (...articles) => expectRoundTrip(conllU, articles, { adapt })),
    { numRuns: 60 },
  ));

const sentencesOf = async (...items: DatasetArticle[]) =>
  Buffer.from((await writeInMemory(conllU, toDataset(items))).get('articles.conllu')!).toString();
/** Words with what opens and closes at them. */
const entitiesOf = (sentences: string) =>
  sentences.split('\n').flatMap((line) => {
    const cells = line.split('\t');
    const entity = /Entity=([^|]*)/u.exec(cells[9] ?? '')?.[1];
    return entity === undefined ? [] : [`${cells[1]} ${entity.replace(/-1-\w+/gu, '')}`];
  });
const mean = (item: DatasetArticle, entity: string, ...annotations: number[]) => {
  for (const n of annotations) Object.assign(item.annotations[n]!, { entity, entityUid: entity, entityLink: 'person' });
  return item;
};

test('a loss is named where something is lost, and only there', () =>
  fc.assert(
    fc.property(anyArticle(1), (item) => expectTokenLosses(conllU, item, { toName, joins: false })),
    { numRuns: 60 },
  ));

test('each sentence is ten columns in normal form, with its text and where its words stand', async () => {
  const item = plainArticle('Re\u0301gine ran.\n\n\u{1D518} sat.', ['actor', 0, 7]);
  expect(await sentencesOf(item)).toBe(
    [
      '# newdoc id = 00000001-00a1-8000-8000-000000000001',
      '# global.Entity = eid-etype-head-other',
      '# sent_id = 00000001-00a1-8000-8000-000000000001-1',
      '# text = Régine ran.',
      '1\tRégine\t_\t_\t_\t_\t_\t_\t_\tEntity=(e1-actor-1-00000000000070008000000000000000)|TokenRange=0:7',
      '2\tran\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=8:11',
      '3\t.\t_\t_\t_\t_\t_\t_\t_\tTokenRange=11:12',
      '',
      '# sent_id = 00000001-00a1-8000-8000-000000000001-2',
      '# text = 𝔘 sat.',
      '1\t𝔘\t_\t_\t_\t_\t_\t_\t_\tTokenRange=14:15',
      '2\tsat\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=16:19',
      '3\t.\t_\t_\t_\t_\t_\t_\t_\tTokenRange=19:20',
      '',
      '',
    ].join('\n'),
  );
  const kinds = listLosses(conllU, item, toDataset([item])).map(({ kind }) => kind);
  expect(kinds).toEqual(['annotator', 'text']);
});

test('brackets nest and cross, gaps are parts, and annotations of one entity are one chain in all articles', async () => {
  const item = plainArticle('a b c d e', ['X', 0, 5], ['Y', 2, 7], ['Z', 0, 1], ['X', 8, 9]);
  item.annotations[3]!.spans.unshift({ start: 4, end: 5, quote: 'c' });
  mean(item, 'one', 0, 3);
  const other = mean(plainArticle('f', ['X', 0, 1]), 'one', 0);
  expect(entitiesOf(await sentencesOf(item, other))).toEqual([
    'a (e1-X(e3-Z)',
    'b (e2-Y',
    'c e1)(e1[1/2]-X)',
    'd e2)',
    'e (e1[2/2]-X)',
    'f (e1-X)',
  ]);
});

test('two of one entity that both have gaps are in chains of their own, so that no part is taken for the other’s', async () => {
  const item = mean(plainArticle('a b c d', ['X', 0, 1], ['X', 2, 3]), 'one', 0, 1);
  item.annotations[0]!.spans.push({ start: 4, end: 5, quote: 'c' });
  item.annotations[1]!.spans.push({ start: 6, end: 7, quote: 'd' });
  const [found] = await readFound(conllU, await writeInMemory(conllU, toDataset([item])));
  expect(found).toMatchObject({
    document: { annotations: item.annotations.map(({ uid, spans }) => ({ uid, spans, entity: { name: 'one' } })) },
  });
});

test('one that crosses another of its entity is in a chain of its own, which means the same', async () => {
  const item = mean(plainArticle('a b c', ['X', 0, 3], ['X', 2, 5]), 'one', 0, 1);
  const files = await writeInMemory(conllU, toDataset([item]));
  expect(entitiesOf(Buffer.from(files.get('articles.conllu')!).toString())).toEqual(['a (e1-X', 'b e1)(e2-X', 'c e2)']);
  const [found] = await readFound(conllU, files);
  expect(found).toMatchObject({
    document: { annotations: [{ entity: { name: 'one' } }, { entity: { name: 'one' } }], relations: [] },
  });
});

test.each([
  ['a word', 'articles.conllu', '2\tmet\t', '2\tMet\t'],
  ['a text', 'articles.conllu', '# text = Ann met', '# text = Ann  met'],
  ['an offset', 'articles.conllu', 'TokenRange=4:7', 'TokenRange=4:8'],
  ['a bracket', 'articles.conllu', ')|TokenRange', '|TokenRange'],
  [
    'a bracket that closes before it opens',
    'articles.conllu',
    /Entity=\(e2(.*)\|([^]*)Entity=e2\)/u,
    'Entity=e2)|$2Entity=(e2$1',
  ],
  ['the table of articles', 'articles.csv', /\n$/u, '\nx,y,,,,,\n'],
  ['a file beside it', 'texts/00000001-00a1-8000-8000-000000000001.txt', 'Bob', 'Rob'],
])('with %s that was changed it does not check out', async (_, name, from, to) => {
  const files = await writeInMemory(
    conllU,
    toDataset([plainArticle('Ann met Bob', ['actor', 0, 3], ['actor', 0, 11])]),
  );
  expect(await conllU.recheck(toWritten(files), toDataset([]))).toEqual({
    articles: 1,
    annotations: 2,
    relations: 0,
    mismatches: [],
  });
  const written = Buffer.from(files.get(name)!).toString();
  expect(written).toMatch(from);
  files.set(name, Buffer.from(written.replace(from, to)));
  expect((await conllU.recheck(toWritten(files), toDataset([]))).mismatches).not.toEqual([]);
});

const toFiles = (text: string): Files => new Map([['a.conllu', Buffer.from(text)]]);
const row = (id: string, form: string, misc = '_') => `${id}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${misc}\n`;
const readOne = async (text: string): Promise<FoundDocument> => {
  const [found] = await readFound(conllU, toFiles(text));
  if (!found || !('document' in found)) throw new Error(JSON.stringify(found));
  return found.document;
};

describe('files that others made', () => {
  test('words that are written as one stand in the text as one', async () => {
    const document = await readOne(
      `# text = Gas dalla.\n${row('1', 'Gas', 'Entity=(e1-thing-1-)')}${row('2-3', 'dalla', 'SpaceAfter=No')}${row('2', 'da')}${row('3', 'la', 'Entity=(e2-place-1-)')}${row('3.1', 'sea')}${row('4', '.')}\n`,
    );
    expect(document.text).toBe('Gas dalla.');
    expect(document.annotations.map(({ label, spans }) => [label, spans[0]!.quote])).toEqual([
      ['thing', 'Gas'],
      ['place', 'dalla'],
    ]);
    expect(document.left).toEqual([expect.objectContaining({ count: 1 })]);
  });

  test('mentions of one thing lead from one to the next, with fields in the order that the file says', async () => {
    const document = await readOne(
      `# newdoc id = n1\n# global.Entity = etype-eid-other\n${row('1', 'Ann', 'Entity=(person-e1-x-y)')}${row('2', 'saw')}${row('3', 'her', 'Entity=(person-e1-)')}\n# newpar\n${row('1', 'She', 'Entity=(person-e1-(thing-e2-)')}${row('2', 'ran', 'Entity=e1)')}\n`,
    );
    expect(document.name).toBe('n1');
    expect(document.text).toBe('Ann saw her\nShe ran');
    expect(document.annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`)).toEqual([
      'person: Ann',
      'person: her',
      'thing: She',
      'person: She ran',
    ]);
    expect(document.relations.map(({ kind, from, to }) => [from, kind, to])).toEqual([
      ['0', 'coreference', '1'],
      ['1', 'coreference', '3'],
    ]);
  });

  test('white space that is said is that of the words, however much it is', async () => {
    const text = `# text = a  b c\n${row('1', 'a')}${row('2', 'b', 'CorrectSpaceAfter=No')}${row('3', 'c')}\n`;
    expect((await readOne(text)).text).toBe('a b c');
  });

  test('what a file says before its first document is no document, and holds for all', async () => {
    const text = `# generator = x\n# global.Entity = etype-eid\n# newdoc id = a\n${row('1', 'Ann', 'Entity=(person-e1)')}\n# newdoc id = b\n${row('1', 'Bob', 'Entity=(-e1)')}\n`;
    const found = await readFound(conllU, toFiles(text));
    expect(found).toMatchObject([
      { document: { name: 'a', annotations: [{ label: 'person' }] } },
      { document: { name: 'b', annotations: [{ label: 'mention' }] } },
    ]);
  });

  test('mentions that begin or end at a word that is not in the text reach to the words that are', async () => {
    const document = await readOne(
      `${row('0.1', '_', 'Entity=(e1-x-1(e2-y-1)')}${row('1', 'sees')}${row('2', 'her')}${row('2.1', '_', 'Entity=e1)')}\n`,
    );
    expect(document.annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`)).toEqual(['x: sees her']);
    expect(document.left.map(({ count }) => count)).toEqual([2, 1]);
  });

  test('tags of names in MISC are read', async () => {
    const { annotations, left } = await readOne(
      `${row('1', 'Ann', 'NER=B-PER')}${row('2', 'Dell', 'NER=I-PER')}${row('3', 'ran', 'ner=O')}${row('4', 'Bob', 'name=B-PER')}${row('5', 'Ulm', 'NE=gu_1')}${row('6', '.', 'Name=Yes')}\n`,
    );
    const tags = annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`);
    expect(tags).toEqual(['PER: Ann Dell', 'PER: Bob']);
    expect(left).toMatchObject([{ what: expect.stringMatching(/of no scheme/u) as string, count: 1 }]);
  });

  test.each([
    ['nine columns', '1\ta\t_\t_\t_\t_\t_\t_\t_\n\n', 1],
    ['a number left out', `${row('1', 'a')}${row('3', 'b')}\n`, 2],
    ['another text than its words make', `# text = a b\n${row('1', 'a', 'SpaceAfter=No')}${row('2', 'b')}\n`, 1],
    ['an empty column', '1\ta\t\t_\t_\t_\t_\t_\t_\t_\n\n', 1],
    ['a comment within a sentence', `${row('1', 'a')}# x\n${row('2', 'b')}\n`, 2],
    ['a bracket that closes nothing', `${row('1', 'a', 'Entity=e1)')}\n`, 1],
    ['a bracket that is never closed', `${row('1', 'a', 'Entity=(e1-x-1-')}\n`, 1],
  ])('a file with %s is refused with its line', async (_, text, line) => {
    expect(await readFound(conllU, toFiles(text))).toEqual([
      { refused: { file: 'a.conllu', line, reason: expect.stringMatching(/^\S.*\.$/u) } },
    ]);
  });

  test('one document of several is refused, the others are read', async () => {
    const text = `# newdoc id = x\n${row('2', 'a')}\n# newdoc id = y\n${row('1', 'a', 'NER=S-X')}\n`;
    expect(survey(conllU, await readFound(conllU, toFiles(text)))).toEqual([
      'a.conllu:2: “2” is not the number that comes next.',
      'a.conllu: 1 of 1, 1 of 1 utf16',
    ]);
  });

  const samples = readSamples('conllu');
  test.skipIf(!samples)('the valid cases of the validator are read, each word in its text', async () => {
    const found = await readFound(conllU, samples!);
    expect(survey(conllU, found)).toEqual(
      [
        'empty-nodes.conllu: 0 of 0, 0 of 0 utf16; 8 left',
        'layered-features.conllu: 0 of 0, 0 of 0 utf16; 1 left',
        'maximal-empty-node.conllu: 0 of 0, 0 of 0 utf16; 4 left',
        'minimal-empty-node.conllu: 0 of 0, 0 of 0 utf16; 4 left',
        'multiple-features.conllu: 0 of 0, 0 of 0 utf16; 1 left',
        'nmod-obl.conllu: 0 of 0, 0 of 0 utf16; 5 left',
        'tanl.conllu: 0 of 0, 0 of 0 utf16; 12 left',
        'whitespace.conllu: 0 of 0, 0 of 0 utf16; 3 left',
      ].map((line) => `ud-valid/${line}`),
    );
    const texts = found.map((each) => ('document' in each ? each.document.text : null));
    expect(texts[0]).toBe('Sue likes coffee and Bill tea');
    expect(texts[6]).toBe('LONDRA . Gas dalla statua . Evacuata la Tate Gallery .');
  });
});
