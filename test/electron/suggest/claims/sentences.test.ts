import { describe, expect, test } from 'vitest';
import { listQuotations } from '#shared/text/quotations';
import { listSentences } from '../../../../electron/suggest/claims/sentences.ts';

const whole = (text: string) => ({ start: 0, end: text.length });
const cut = (text: string) => listSentences(text, whole(text)).map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  test.each<[string, string[]]>([
    ['ends at its mark', ['The port is shut.', 'Who shut it?', 'Nobody!', 'So it is…', 'A last one']],
    ['goes on after a title', ['Gen. Temo Varr and Mr. Dell met Dr. Hadad in St. Morrow.', 'They ate.']],
    ['goes on after an initial', ['George W. Dell met J. Varr.', 'They ate.']],
    [
      'goes on after an acronym, but for a word that begins one',
      ['The U.S. Navy left.', 'It had come from the U.S.', 'The army stayed.'],
    ],
    ['goes on after a time', ['It fell at 6 a.m. Monday.', 'Another fell at 7 p.m.', 'The port burned.']],
    ['goes on within a figure', ['It cost 1.5 million and 4.000 boats.', 'No. 5 burned.']],
    ['goes on before a small letter', ['“Go!” said the guard.', 'He shouted... and left.']],
    ['takes its closing marks along', ['“The port is shut.”', '(It was.)', 'They ate.']],
    ['goes on within brackets', ['The Reef Front (formerly the Front. Then not.) came.', 'It left.']],
    ['begins with a number, a quotation or a dash', ['They ate.', '19 others came.', '“Go.”', '– Nobody went.']],
  ])('%s', (_, sentences) => expect(cut(sentences.join(' '))).toEqual(sentences));

  test('ends where the blank was lost, but not within an address', () => {
    expect(cut('A convoy nears the port.A convoy nears it. Photograph: www.Example.Org')).toEqual([
      'A convoy nears the port.',
      'A convoy nears it.',
      'Photograph: www.Example.Org',
    ]);
  });

  test('ends with its block and goes on over a line that was wrapped', () => {
    const text = 'The port\nis shut\n\nNobody came';
    expect(listSentences(text, { start: 0, end: 16 })).toEqual([{ start: 0, end: 16 }]);
  });
});

describe('a quotation', () => {
  const quoted = (text: string) => listQuotations(text, whole(text)).map(({ start, end }) => text.slice(start, end));
  test.each<[string, string, string[]]>([
    ['has straight or curly marks', 'a "b c" d “e f” g «h» i ‘j k’ l', ['"b c"', '“e f”', '«h»', '‘j k’']],
    ['has other quotations in it', 'a “b ‘c’ d” e', ['“b ‘c’ d”']],
    ['is begun anew where it is opened twice', 'a “b c “d e” f', ['“d e”']],
    ['is not begun by an apostrophe', 'the army’s and the rebels’ men ’tis', []],
    ['is not ended by an apostrophe', '‘the army’s men’ came', ['‘the army’s men’']],
    ['that nobody closes is none', 'a "b c and “d', []],
    [
      'that nobody closes is one where a paragraph begins with it',
      '“The port is shut. It is',
      ['“The port is shut. It is'],
    ],
  ])('%s', (_, text, quotations) => expect(quoted(text)).toEqual(quotations));
});
