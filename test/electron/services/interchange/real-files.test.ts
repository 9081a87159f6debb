import { expect, test } from 'vitest';
import type { FormatName } from '#shared/domain/dataset';
import { recogniseFiles } from '../../../../electron/services/interchange/recognise.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { notesOf, plan, readAll, take, writeFiles } from '../../../helpers/interchange.ts';

const toLines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const toRows = (...rows: string[][]) => rows.map((row) => `${row.join('\t')}\n`).join('');

const TEXT = 'The Harbour Board shut the pier.';
const region = (id: string, value: object, type = 'labels') => ({
  id,
  from_name: type,
  to_name: 'text',
  type,
  value: { start: 4, end: 17, text: 'Harbour Board', ...value },
});
const task = (...result: unknown[]) => JSON.stringify([{ data: { text: TEXT }, annotations: [{ result }] }]);
const tei = (text: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>${text}</body></text></TEI>`;
const webanno = (label: string) =>
  `#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Name|value\n\n\n#Text=Harbour shut\n1-1\t0-7\tHarbour\t${label}\t\n1-2\t8-12\tshut\t_\t\n`;
const w3c = (target: unknown) =>
  JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:example:1',
    type: 'Annotation',
    body: { type: 'TextualBody', purpose: 'tagging', value: 'LOC' },
    target,
  });
const words = [
  { tokens: ['Harbour', 'Board', 'shut'], ner_tags: [1, 2, 0] },
  { tokens: ['Harbour'], ner_tags: [1, 2] },
];
const infos = { default: { features: { ner_tags: { feature: { names: ['O', 'B-ORG', 'I-ORG'] } } } } };

/** `tags`: `label: words`, in the order of the text; `says`: what is noted of the rest, none where it is empty. */
const cases: [string, FormatName, Record<string, string>, { tags: string[]; says?: RegExp[] }][] = [
  [
    'the first doccano, with numbers for labels',
    'doccano',
    { 'a.jsonl': toLines({ text: TEXT, annotations: [{ label: 2, start_offset: 4, end_offset: 17, user: 1 }] }) },
    { tags: ['2: Harbour Board'] },
  ],
  [
    'offsets of a program in Python, behind emoji',
    'doccano',
    { 'a.jsonl': toLines({ text: `👍👍 ${TEXT}`, entities: [{ start: 7, end: 20, label: 'ORG' }] }) },
    { tags: ['actor: Harbour Board'] },
  ],
  [
    'a first record whose tags are wrong',
    'doccano',
    {
      'a.jsonl': toLines({
        text: TEXT,
        label: [
          ['x', 2, 'A'],
          [0, 99, 'ORG'],
          [4, 17, 'ORG'],
        ],
      }),
    },
    { tags: ['actor: Harbour Board'], says: [/without offsets/u, /behind the text/u] },
  ],
  [
    'training data of spaCy',
    'prodigy',
    { 'a.json': JSON.stringify([[TEXT, { entities: [[4, 17, 'ORG']] }]]) },
    { tags: ['actor: Harbour Board'] },
  ],
  [
    'the same as annotators for spaCy save it',
    'prodigy',
    { 'a.json': JSON.stringify({ classes: ['ORG'], annotations: [[TEXT, { entities: [[4, 17, 'ORG']] }], null] }) },
    { tags: ['actor: Harbour Board'] },
  ],
  [
    'a document of spaCy',
    'prodigy',
    {
      'a.json': JSON.stringify({
        text: TEXT,
        ents: [{ start: 4, end: 17, label: 'ORG' }],
        spans: { sc: [{ start: 27, end: 31, label: 'LOC' }] },
        tokens: [{ id: 0, start: 0, end: 3, pos: 'DET' }],
      }),
    },
    { tags: ['actor: Harbour Board', 'location: pier'], says: [/parts of speech/u] },
  ],
  [
    'a tag of Prodigy that says its tokens only',
    'prodigy',
    {
      'a.jsonl': toLines({
        text: TEXT,
        tokens: ['The 0 3', 'Harbour 4 11', 'Board 12 17'].map((each, id) => {
          const [text, start, end] = each.split(' ');
          return { text, start: Number(start), end: Number(end), id };
        }),
        spans: [{ token_start: 1, token_end: 2, label: 'ORG' }],
      }),
    },
    { tags: ['actor: Harbour Board'] },
  ],
  [
    'a region with two labels of two controls, one without any, and results that are no list',
    'label-studio',
    {
      'a.json': task(
        region('r', { labels: ['ORG'] }),
        region('r', { hypertextlabels: ['LOC'] }, 'hypertextlabels'),
        region('s', { labels: [] }),
        region('t', { taxonomy: [['A', 'B']] }, 'taxonomy'),
      ),
      'b.json': JSON.stringify([{ data: { text: `${TEXT} Again.` }, annotations: [{ result: { r: 1 } }] }]),
    },
    {
      tags: ['actor: Harbour Board', 'location: Harbour Board'],
      says: [/^labels: on words that have no label/u, /^taxonomy:/u, /no list/u],
    },
  ],
  [
    'words with numbers for tags, whose names stand beside them',
    'hugging-face',
    { 'd/dataset_infos.json': JSON.stringify(infos), 'd/train.json': JSON.stringify(words) },
    { tags: ['actor: Harbour Board'], says: [/1 word and 2 tags/u] },
  ],
  [
    'tags of a scheme with M',
    'conll-2003',
    { 'a.conll': 'Old B-ORG\nHarbour M-ORG\nBoard E-ORG\nshut O\n' },
    { tags: ['actor: Old Harbour Board'] },
  ],
  ['tags of no scheme', 'conll-2003', { 'a.conll': 'Harbour ORG\nshut O\n' }, { tags: [], says: [/no columns/u] }],
  [
    'a bridge between entities',
    'conll-u',
    {
      'a.conllu': toRows(
        ['1', 'Harbour', '_', '_', '_', '_', '0', 'root', '_', 'Entity=(e1-place-1)'],
        ['2', 'shut', '_', '_', '_', '_', '1', 'dep', '_', 'Bridge=e1<e2'],
        [],
      ),
    },
    { tags: ['location: Harbour'], says: [/Bridge/u, /lemmas/u] },
  ],
  [
    'characters of a plain text (RFC 5147), as a selector and as an address',
    'w3c',
    {
      'd/a.txt': TEXT,
      'd/a.json': w3c({ source: 'a.txt', selector: { type: 'FragmentSelector', value: 'char=27,31' } }),
      'd/b.json': w3c('a.txt#char=4,11').replace(':1"', ':2"'),
    },
    { tags: ['location: Harbour', 'location: pier'] },
  ],
  [
    'spans from one word to another, and between anchors',
    'tei',
    {
      'a.xml': tei(
        '<p><w xml:id="a">Harbour</w> <w xml:id="b">Board</w> shut <anchor xml:id="c"/>the pier<anchor xml:id="d"/></p>' +
          '<spanGrp type="name"><span from="#a" to="#b" ana="#ORG"/><span from="#c" to="#d"/></spanGrp>',
      ),
    },
    { tags: ['actor: Harbour Board', 'name: the pier'], says: [/<w>/u, /<anchor>/u] },
  ],
  [
    'a form of JSONL that a newer Galley writes',
    'jsonl',
    { 'a.jsonl': toLines({ galley: 2, unit: 'codepoint', id: 'x' }) },
    { tags: [], says: [/newer Galley/u] },
  ],
];

test.for(cases)('%s: all is taken or listed', async ([, format, files, { tags, says = [] }]) => {
  const made = createTestCorpus();
  const folder = writeFiles(files);
  const [group] = await recogniseFiles([{ path: folder, name: 'files' }], null, noJob);
  expect(group?.format).toBe(format);
  const planned = await plan(made, [folder]);
  const notes = notesOf(made, planned).map(({ what }) => what);
  for (const each of says) expect(notes).toContainEqual(expect.stringMatching(each));
  if (says.length === 0) expect(notes).toEqual([]);
  await take(made, [folder]);
  const found = readAll(made).flatMap(({ annotations }) => annotations);
  expect(
    found
      .sort((a, b) => a.spans[0]!.start - b.spans[0]!.start || (a.label < b.label ? -1 : 1))
      .map(({ label, spans }) => `${label}: ${spans.map(({ quote }) => quote).join(' … ')}`),
  ).toEqual(tags);
});

test('metadata that is called as a field of the article is kept, and is no other text of it', async () => {
  const made = createTestCorpus();
  const choices = { id: 'c', from_name: 'text', to_name: 'text', type: 'choices', value: { choices: ['positive'] } };
  await take(made, [writeFiles({ 'a.json': task(region('r', { labels: ['ORG'] }), choices) })]);
  expect(readAll(made)).toMatchObject([{ article: { text: TEXT }, annotations: [{ label: 'actor' }] }]);
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
});

test.for([
  ['doccano', 'a.jsonl', `{"text":"?","label":[]}\n`, 1],
  ['csv', 'a.csv', 'text,start,end,label\n?,0,1,x\n', 1],
  ['jsonl', 'a.jsonl', '{"galley":1,"unit":"codepoint","id":"?"}\n', 0],
] as const)('%s: a byte that is no UTF-8 is refused with its line, and other files are read', async (what) => {
  const [format, name, text, others] = what;
  const made = createTestCorpus();
  const folder = writeFiles({
    [name]: Uint8Array.from(text, (sign) => (sign === '?' ? 0xe9 : sign.charCodeAt(0))),
    'b.csv': 'text,start,end,label\nAnn,0,1,x\n',
    'b.jsonl': toLines({ text: TEXT, label: [[4, 17, 'ORG']] }),
  });
  const planned = await plan(made, [folder], { format });
  expect(planned.annotations.new).toBe(others);
  expect(notesOf(made, planned)).toMatchObject([
    { kind: 'refused', file: name, place: format === 'csv' ? 'line 2' : 'line 1', what: 'a byte there is no UTF-8.' },
  ]);
});

test('a tag that stands twice in the files is kept once, and it is said', async () => {
  const made = createTestCorpus();
  const label = [
    [4, 17, 'ORG'],
    [4, 17, 'PER'],
  ];
  const folder = writeFiles({ 'a.jsonl': toLines({ text: TEXT, label }) });
  const planned = await plan(made, [folder]);
  expect(planned.annotations).toMatchObject({ new: 1, same: 1 });
  expect(notesOf(made, planned)).toMatchObject([
    { kind: 'left', what: expect.stringMatching(/^PER: .* once/u), quote: 'Harbour Board' },
  ]);
  await take(made, [folder]);
  expect(notesOf(made, await plan(made, [folder]))).toEqual([]);
});

test('what two people made of one text is of one article', async () => {
  const made = createTestCorpus();
  const folder = writeFiles({
    'annotation/pier.txt/ann.tsv': webanno('ORG'),
    'annotation/pier.txt/bob.tsv': webanno('LOC'),
  });
  expect(await plan(made, [folder])).toMatchObject({ documents: { new: 1, here: 0 }, annotations: { new: 2 } });
  const report = await take(made, [folder]);
  expect(report).toMatchObject({
    articles: { imported: 1 },
    annotations: { added: 2 },
    made: { people: ['ann', 'bob'] },
  });
  expect(readAll(made)).toHaveLength(1);
  expect(await take(made, [folder])).toMatchObject({ articles: { imported: 0 }, annotations: { added: 0 } });
});
