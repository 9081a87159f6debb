import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { findCorpusArgument, readSecondInstance } from '../../../electron/shell/corpus-argument.ts';

it.each<[string, string[], string | null]>([
  ['nothing', [], null],
  ['--corpus and a file', ['--corpus', 'war.galley'], 'war.galley'],
  ['--corpus=file', ['--corpus=war.galley'], 'war.galley'],
  ['a file name of any ending after --corpus', ['--corpus', 'war.db'], 'war.db'],
  ['a file that the system opens with Galley', ['--some-switch', 'my war.galley'], 'my war.galley'],
  ['--corpus before what the system adds', ['other.galley', '--corpus', 'war.galley'], 'war.galley'],
  ['--corpus without a file', ['--corpus'], null],
  ['an empty name', ['--corpus', ''], null],
  ['switches and other files', ['--inspect=1.galley', 'notes.txt'], null],
])('a command line with %s', (_what, args, expected) => {
  expect(findCorpusArgument(args, '/home/person')).toBe(expected && resolve('/home/person', expected));
});

it('what a second instance sends is a corpus or nothing', () => {
  expect(readSecondInstance({ corpus: '/a.galley' })).toBe('/a.galley');
  for (const data of [null, undefined, 'x', {}, { corpus: null }, { corpus: 3 }, { corpus: ['/a'] }])
    expect(readSecondInstance(data)).toBeNull();
});
