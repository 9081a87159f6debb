import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { findFormAt, findNameAt } from '#shared/text/name-at';

const at = (text: string, offset: number) => {
  const span = findNameAt(text, offset);
  return span && text.slice(span.start, span.end);
};

describe('the name at a place', () => {
  test.each([
    ['the Murayn Harbour Authority said', 'Murayn Harbour Authority'],
    ['The Interior Ministry said', 'Interior Ministry'],
    ['On Tuesday Colonel Yusr Hadad left', 'Colonel Yusr Hadad'],
    ['met Gen. Y. Hadad there', 'Gen. Y. Hadad'],
    ['the Temsar Coast Guard’s Reef station', 'Temsar Coast Guard'],
    ['the pilots near al-Sukhnah said', 'al-Sukhnah'],
    ['near al Sukhnah yesterday', 'al Sukhnah'],
    ['in Deir ez-Zor today', 'Deir ez-Zor'],
    ['Hayat Tahrir al-Sham and', 'Hayat Tahrir al-Sham'],
    ['for Abu Omar al Qasimi, who', 'Abu Omar al Qasimi'],
    ['the Board for the Liberation of Murayn met', 'Board for the Liberation of Murayn'],
    ['the Ministry of Defence said', 'Ministry of Defence'],
    ['the 4th Reef Brigade left', '4th Reef Brigade'],
    ['the U.S. Army left', 'U.S. Army'],
    ['it left the U.S. yesterday', 'U.S.'],
    ['at Qal’at Murayn before', 'Qal’at Murayn'],
    ['in Côte d’Ivoire now', 'Côte d’Ivoire'],
    ['the group (HTS) said', 'HTS'],
    ['of S-400 launchers', 'S-400'],
  ])('in “%s” is %s', (text, name) => {
    const start = text.indexOf(name);
    for (let offset = start; offset < start + name.length; offset += 1) expect(at(text, offset)).toBe(name);
  });

  test.each([
    ['Colonel Hadad of the Reef Front said', 'Hadad', 'Colonel Hadad'],
    ['He met Hadad. Varr left', 'Hadad', 'Hadad'],
    ['Reef Front, Temsar Guard', 'Temsar', 'Temsar Guard'],
    ['Turkish-backed Reef fighters', 'Reef', 'Reef'],
    ['Reef Front fighters', 'Front', 'Reef Front'],
    ['The fire spread', 'The', 'The'],
    ['a fire spread', 'fire', 'fire'],
    ['قال المجلس أمس', 'المجلس', 'المجلس'],
    ['In\nMurayn Harbour', 'Murayn', 'Murayn Harbour'],
  ])('in “%s” at %s is %s', (text, place, name) => {
    expect(at(text, text.indexOf(place))).toBe(name);
  });

  test('is the known one before any run of capitals, and none where there is no word', () => {
    const text = 'the reef fighters of Murayn Harbour';
    const known = (offset: number) => findFormAt(text, offset, ['reef fighters', 'fighters']);
    expect(findNameAt(text, 10, known)).toEqual({ start: 4, end: 17 });
    expect(findNameAt(text, 22, known)).toEqual({ start: 21, end: 35 });
    expect(findNameAt('a  b', 2)).toBeUndefined();
  });

  test('holds the place and cuts no character, in any text', () => {
    const piece = fc.constantFrom(
      'Reef',
      ' ',
      ' ',
      'of',
      'al-Sham',
      '’s',
      '.',
      'Gen.',
      '👨‍👩‍👧',
      'E\u0301lan',
      'حلب',
      '\n',
      '4th',
      'the',
      'Ministry',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), fc.nat(60), (pieces, place) => {
        const text = pieces.join('');
        const offset = Math.min(place, text.length);
        const span = findNameAt(text, offset);
        if (!span) return;
        expect(span.start <= offset && offset <= span.end).toBe(true);
        expect(isGraphemeBorder(text, span.start) && isGraphemeBorder(text, span.end)).toBe(true);
      }),
    );
  });
});

describe('a known form at a place', () => {
  const text = 'HTS and HTS-led men; the Reef Front, Reef';
  test('is the longest that stands there', () => {
    const start = text.indexOf('Reef');
    expect(findFormAt(text, start + 2, ['Reef', 'Reef Front'])).toEqual({ start, end: start + 10 });
    expect(findFormAt(text, text.length, ['Reef Front', 'Reef'])).toEqual({ start: text.length - 4, end: text.length });
  });

  test('is not there inside a longer word or elsewhere', () => {
    expect(findFormAt(text, 1, ['HT', 'TS', ''])).toBeUndefined();
    expect(findFormAt(text, 5, ['HTS', 'Reef'])).toBeUndefined();
  });
});
