import { expect, test } from 'vitest';
import type { FormatName } from '#shared/domain/dataset';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { undo } from '../../../../electron/services/undo.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';
import { take, writeFiles } from '../../../helpers/interchange.ts';

const long = 'x'.repeat(1 << 20);
const toLine = (...label: [number, number, string][]) => `${JSON.stringify({ text: 'Harbour shut', label })}\n`;
const lines = (count: number, toText: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => toText(n)).join('');
const manyLabels = Array.from({ length: 2000 }, (_, n) => `T${n}\tL${n} 0 7\tHarbour\n`).join('');

const cases: [string, FormatName, Record<string, string>, { added: number; says: RegExp | null }][] = [
  [
    'more labels than there is room for',
    'brat',
    { 'a.txt': 'Harbour', 'a.ann': manyLabels },
    { added: 47, says: /L2”/u },
  ],
  [
    '20,000 labels',
    'doccano',
    { 'a.jsonl': toLine(...Array.from({ length: 20_000 }, (_, n): [number, number, string] => [0, 7, `L${n}`])) },
    { added: 47, says: /no room/u },
  ],
  [
    'more attributes than there is room for',
    'brat',
    {
      'a.txt': 'Harbour shut',
      'a.ann': `T1\tORG 0 7\tHarbour\nT2\tLOC 8 12\tshut\n${lines(1000, (n) => `A${n}\tX${n} T1 v\n`)}`,
    },
    { added: 2, says: /attribute “X\d+” is left out/u },
  ],
  ['a name of 1 MB', 'doccano', { 'a.jsonl': toLine([0, 7, long]) }, { added: 0, says: /xxx…$/u }],
  ['a name with NUL', 'doccano', { 'a.jsonl': toLine([0, 7, 'A\0B']) }, { added: 0, says: /left out/u }],
  ['names in other letters', 'doccano', { 'a.jsonl': toLine([0, 7, 'Zed'], [8, 12, 'ZED']) }, { added: 2, says: null }],
  ['annotations without their text', 'brat', { 'a.ann': 'T1\tPER 0 7\tHarbour\n' }, { added: 0, says: /no text/u }],
  ['a text of no characters', 'brat', { 'a.txt': '', 'a.ann': 'T1\tPER 0 0\t\n' }, { added: 0, says: /empty/u }],
];

test.for(cases)('%s: what is left out is said in short, and the corpus holds', async ([, format, files, expected]) => {
  const made = createTestCorpus();
  await made.importText('Something else.', 'else.txt');
  const before = computeContentFingerprint(made.corpus.read);
  const report = await take(made, [writeFiles(files)], { format });
  expect(report.annotations.added).toBe(expected.added);
  const said = report.notes.map(({ what }) => what);
  if (expected.says) expect(said).toContainEqual(expect.stringMatching(expected.says));
  else expect(said).toEqual([]);
  expect(Math.max(0, ...said.map(({ length }) => length))).toBeLessThan(600);
  expect((await verifyCorpus(made.corpus, noJob)).problems).toEqual([]);
  if (computeContentFingerprint(made.corpus.read) !== before) undo(made.corpus, made.sara, false);
  expect(computeContentFingerprint(made.corpus.read)).toBe(before);
});
