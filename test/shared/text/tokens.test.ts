import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise, tokeniseByPattern } from '#shared/text/tokens';

const words = (text: string) => tokenise(text).map(({ token }) => token);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'al',
        'U',
        '.',
        "'",
        '’',
        '-',
        ' ',
        '\n',
        's',
        'C',
        '+',
        '#',
        '10',
        ',',
        '5',
        'é',
        'e\u0301',
        'الـ',
        'جَ',
        '军',
        'ที่',
        'ガ',
        '״',
        '\u200F',
        'ʿ',
        'ـ',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('tokenise', () => {
  it.each([
    ['al-Sukhnah', ['al', 'sukhnah']],
    ["Dara'a, Dara’a, Dara`a, Daraʿa", ['daraa', 'daraa', 'daraa', 'daraa']],
    ["Assad's they’ve don't", ['assad', 's', 'they', 've', 'dont']],
    ['l’armée, qu’il', ['l', 'armee', 'qu', 'il']],
    ['C++ and C#', ['c', '++', 'and', 'c', '#']],
    ['the U.S.-backed SDF. In the U.S.', ['the', 'u.s', 'backed', 'sdf', 'in', 'the', 'u.s']],
    ['attack.The www.sana.sy', ['attack', 'the', 'www', 'sana', 'sy']],
    ['10,000 dead, 3.5 km, F-16', ['10,000', 'dead', '3.5', 'km', 'f', '16']],
    ['الجَيْشُ السُّورِيّ', ['الجيش', 'السوري']],
    ['הצה״ל', ['הצהל']],
    ['叙利亚军队 2019', ['叙', '利', '亚', '军', '队', '2019']],
    ['ที่นี่', ['ที่', 'นี่']],
    ['co\u00ADop\u200F', ['coop']],
    ['— “…” & 👍', []],
  ])('%s is made of %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('says where each word stands, with the full stop of an abbreviation and without marks of direction', () => {
    const text = 'the U.S., Assad’s \u200Fحلب\u200F';
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'the',
      'U.S.',
      'Assad',
      's',
      'حلب',
    ]);
  });

  it('parts a word with a hundred thousand apostrophes like any other', () => {
    expect(words('l’s’x’s’s')).toEqual(['l', 's', 'x', 's', 's']);
    expect(words('’s'.repeat(100_000))).toHaveLength(100_000);
  });

  it('gives words in order that do not overlap and are not empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { token, start, end } of tokenise(text)) {
          expect(token).toMatch(/^[^\s\p{C}]+$/u);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });

  it('finds the same words in a line whatever lines stand around it', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(words(`${before}\n${after}`)).toEqual([...words(before), ...words(after)]);
      }),
    );
  });

  it('finds the words of a text in any part of it that ends at words', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const tokens = tokenise(text);
        if (tokens.length === 0) return;
        const [first, last] = [a % tokens.length, b % tokens.length].sort((x, y) => x - y) as [number, number];
        if (/^[+#]/.test(tokens[first]!.token)) return; // these follow a letter
        const part = text.slice(tokens[first]!.start, tokens[last]!.end);
        expect(words(part).join('')).toBe(
          tokens
            .slice(first, last + 1)
            .map(({ token }) => token)
            .join(''),
        );
      }),
    );
  });

  it('does not tell capitals, marks and kinds of apostrophe apart', () => {
    expect(words('DARA’A Hmeymîm')).toEqual(words("dara'a hmeymim"));
  });
});

it('plain words are found as the pattern finds them, whatever stands around them', () => {
  const plain = fc
    .array(
      fc.constantFrom(
        'Army',
        'الجيش',
        'Ма',
        'ß',
        'ʿ',
        'ـ',
        '军',
        '队',
        '、',
        '’',
        '”',
        '—',
        '\u3099',
        '\u200D',
        'カ',
        'a',
        'B',
        '7',
        '10',
        '.',
        ',',
        ' ',
        '\n',
        '-',
        '_',
        "'",
        'é',
        '“',
        '+',
        '#',
        '\u0301',
        '军',
      ),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(anyText, plain), (text) => {
      expect(tokenise(text)).toEqual(tokeniseByPattern(text));
    }),
    { numRuns: 2000 },
  );
});
