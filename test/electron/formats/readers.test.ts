import { describe, expect, test } from 'vitest';
import { chooseReader } from '../../../electron/formats/readers.ts';

const look = (name: string, text: string, isWhole = true) =>
  chooseReader({ name, bytes: Buffer.from(text), encoding: 'utf-8', text, isWhole }, 'auto').name;

describe('a file is taken for what it holds and is called:', () => {
  const cases: [string, string, string, string][] = [
    ['CSV by its name', 'a.csv', 'x,y\n1,2\n', 'csv'],
    ['CSV by a first row that names articles', 'a.txt', 'title,text,date\nOne,"A text, long",2017\n', 'csv'],
    ['with semicolons', 'a', '\uFEFFtitle;text\nOne;A text\n', 'csv'],
    ['TSV by its name', 'A.TSV', 'x\ty\n1\t2\n', 'tsv'],
    ['a list of objects', 'a.json', '\uFEFF\n[\n {"text": "x"}]', 'json'],
    ['a list of objects under a wrong name', 'a.txt', '[{"text": "x"}]', 'json'],
    ['objects line by line', 'a.json', '{"text":"x"}\n{"text":"y"}\n', 'jsonl'],
    ['one line of JSONL', 'a.jsonl', '{"text":"x"}', 'jsonl'],
    ['one object on one line', 'a.json', '{"articles":[{"text":"x"}]}', 'json'],
    ['an object over several lines', 'a.txt', '{\n"text": "x"\n}', 'json'],
    ['prose with commas', 'a.txt', 'Yesterday, all was well, they said,\nand today, it is not, they say,\n', 'text'],
    [
      'prose whose first line names a title and a text',
      'a.txt',
      'Title, text and date of the letter\n\nIt was, as they say, long.\n',
      'text',
    ],
    ['prose that begins with a bracket', 'a.txt', '[Update] The pier is open.\n', 'text'],
    ['prose that begins with a brace', 'a.txt', '{The pier} is open.\n', 'text'],
    ['nothing', 'a.txt', '', 'text'],
  ];
  test.each(cases)('%s', (_, name, text, format) => expect(look(name, text)).toBe(format));

  test('a first line longer than what was looked at is JSONL by its name', () => {
    expect(look('a.jsonl', `{"text":"${'x'.repeat(100)}`, false)).toBe('jsonl');
    expect(look('a.json', `{"text":"${'x'.repeat(100)}`, false)).toBe('json');
  });
});
