import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { overlaps } from '#shared/domain/span';
import { alias, find, namesIn, tagged } from './names-in.ts';

const MEGABYTE = 1_000_000;
const fill = (unit: string, length = MEGABYTE) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
/** Names cost more than words. */
const MANY_NAMES = 200_000;

describe('a long line is read to its end', () => {
  // whatever takes its square of steps runs into the time that a test has
  test.each([
    ['capitals', fill('REEF ')],
    ['words with capitals', fill('Reef Front ', MANY_NAMES)],
    ['one word', fill('A')],
    ['one word with many hyphens', fill('Aa-')],
    ['adjectives of states', fill('US ', MANY_NAMES)],
    ['names in a row', fill('Peru, ', MANY_NAMES)],
    ['names that "and" joins', fill('Peru and ', MANY_NAMES)],
    ['names that "of" joins', fill('Ministry of ', MANY_NAMES)],
    ['names in deep brackets', `${'('.repeat(MEGABYTE / 2)}Peru${')'.repeat(MEGABYTE / 2)}`],
    ['abbreviations', fill('U.S. Lt. Gen. ', MANY_NAMES)],
    ['possessives', fill("Peru's ", MANY_NAMES)],
    ['marks on one letter', `Peru${'\u0301'.repeat(MEGABYTE)}`],
    ['blanks within a name', `Reef${' '.repeat(MEGABYTE)}Front`],
    ['control and direction characters', fill('\u0000\u200F\u202E')],
    ['known names', fill('Zarq Nine ', MANY_NAMES)],
  ])('%s', (_, text) => {
    const forms = [
      tagged('Zarq Nine', 'actor'),
      ...Array.from({ length: 100 }, (_, n) => alias(`Zarq ${n}`, 'actor', `e${n}`)),
    ];
    const found = find(text, { forms });
    expect(found.every(({ spans: [span] }) => span!.end <= text.length)).toBe(true);
  });
});

test('a run of capitals that is longer than any name is none', () => {
  expect(namesIn(`He saw ${'Reef '.repeat(30)}burn.`)).toEqual([]);
});

test('direction characters around a name are no part of it', () => {
  expect(namesIn('In \u202BPeru\u202C it rained.')).toEqual(['location: Peru']);
});

test('whatever the text, spans are whole characters in it, in order, and of actors and locations none overlaps another', () => {
  const forms = [
    tagged('Zarq', 'actor'),
    tagged('Peru', 'actor'),
    tagged('Reef Front of Varn', 'location'),
    alias('الحسكة', 'location', 'e1'),
  ];
  const part = fc.constantFrom(
    ...[
      'Peru',
      'Reef Front',
      'of',
      'Varn',
      'Colonel',
      'Yusr',
      'the',
      'Army',
      'in',
      'and',
      'US',
      '-backed',
      "'s",
      ', ',
      '. ',
      ' (',
      ')',
      '\n',
    ],
    ...['Zarq', 'al-', 'Ulan Province', 'الحسكة', 'ال', '\u0301', '\u200D', '👩‍👩‍👧', '\u202E', 'T-72', 'ZQ', '“', ' '],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), fc.boolean(), (parts, isSpaced) => {
      const text = parts.join(isSpaced ? ' ' : '');
      const spans = find(text, { forms, places: ['Varn'] }).map(({ spans: [span] }) => span!);
      for (const { start, end } of spans) {
        expect(start).toBeLessThan(end);
        expect(isGraphemeBorder(text, start) && isGraphemeBorder(text, end)).toBe(true);
      }
      spans.slice(1).forEach((span, n) => expect(overlaps(spans[n]!, span)).toBe(false));
    }),
    { numRuns: 500, seed: 7 },
  );
});
