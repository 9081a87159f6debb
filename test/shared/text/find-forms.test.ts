import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFormFinder, toFormMatch, type FormMatching } from '#shared/text/find-forms';
import { isGraphemeBorder } from '#shared/text/graphemes';

const usual: FormMatching = { wholeWord: true, matchCase: false, matchMarks: false, matchLetters: false };

/** The places of a form in a text, as written there. */
const find = (form: string, text: string, how: Partial<FormMatching> = {}) =>
  createFormFinder([{ form }], { ...usual, ...how })(text).map(({ start, end }) => text.slice(start, end));

test('a name is found as it stands, without what only leans on it', () => {
  expect(find('Reef Front', 'The Reef Front, said Reef  Front’s man; “reef-front” (Reef Front).')).toEqual([
    'Reef Front',
    'Reef  Front',
    'reef-front',
    'Reef Front',
  ]);
});

test('the words of a name are not taken across the end of a sentence or a paragraph', () => {
  expect(find('Reef Front', 'They held the reef. Front lines moved.')).toEqual([]);
  expect(find('Reef Front', 'on the Reef\n\nFront page')).toEqual([]);
  expect(find('Reef Front', 'the Reef\nFront of a wrapped line')).toEqual(['Reef\nFront']);
  expect(find('St. Petra', 'in St. Petra and St Petra')).toEqual(['St. Petra', 'St Petra']);
  expect(find('Reef Front', `Reef ${'-'.repeat(40)} Front`)).toEqual([]);
});

test('the signs that a name begins and ends with are taken along where they stand, and nothing else is', () => {
  expect(find('(HTS)', 'HTS, the (HTS) and “HTS”; (HTS, HTS)')).toEqual(['HTS', '(HTS)', 'HTS', '(HTS', 'HTS)']);
  expect(find('@zorn', 'zorn and @zorn')).toEqual(['zorn', '@zorn']);
});

test('a whole word is not the part of another that a hyphen joins, but for the article', () => {
  expect(find('Sukhnah', 'near al-Sukhnah, Sukhnah and Sukhnah-based men')).toEqual(['al-Sukhnah', 'Sukhnah']);
  expect(find('al-Sukhnah', 'near Al-Sukhnah and Sukhnah')).toEqual(['Al-Sukhnah', 'Sukhnah']);
  expect(find('Morrow', 'Morrowite Morrow-backed', { wholeWord: false })).toEqual(['Morrow', 'Morrow']);
});

test('case, marks and Arabic letters count only where it is asked for', () => {
  const latin = 'Sofía SOFIA sofia Sofia';
  expect(find('Sofía', latin)).toHaveLength(4);
  expect(find('Sofía', latin, { matchCase: true })).toEqual(['Sofía', 'Sofia']);
  expect(find('Sofía', latin, { matchMarks: true })).toEqual(['Sofía']);
  expect(find('Øre', 'Øre ØRE Ore', { matchCase: true })).toEqual(['Øre', 'Ore']);
  const arabic = 'أحمد احمد أَحْمَد أحـمد';
  expect(find('أحمد', arabic)).toHaveLength(4);
  expect(find('أحمد', arabic, { matchLetters: true })).toEqual(['أحمد', 'أَحْمَد', 'أحـمد']);
  expect(find('أحمد', arabic, { matchMarks: true })).toEqual(['أحمد', 'احمد', 'أحـمد']);
  expect(find('حسكة', 'حسكه حسكة', { matchLetters: true })).toEqual(['حسكة']);
  expect(find('المدينة ٣', 'المدينه 3')).toEqual(['المدينه 3']);
});

test('as a part of a word a name is found after a joined Arabic particle and before an ending, to the letter', () => {
  expect(find('العبارة', 'والعبارة بالعبارات', { wholeWord: false })).toEqual(['العبارة']);
  expect(find('Şam', "Şam'da", { wholeWord: false })).toEqual(['Şam']);
  expect(find('cafe', 'the cafe\u0301s', { wholeWord: false })).toEqual(['cafe\u0301']);
  expect(find('Stras', 'Straße', { wholeWord: false })).toEqual([]);
});

test('the beginning of a word is looked for no further than it can reach, in a word of a hundred thousand letters', () => {
  expect(find('of', 'oﬃ'.repeat(50_000), { wholeWord: false })).toEqual([]); // the ligature cannot be cut
});

test('of names that begin at one place the longest is taken, and none within it', () => {
  const finder = createFormFinder([{ form: 'Reef' }, { form: 'Reef Front' }, { form: 'Front' }], usual);
  expect(finder('Reef Front and Reef')).toEqual([
    { start: 0, end: 10, form: 'Reef Front' },
    { start: 15, end: 19, form: 'Reef' },
  ]);
});

test('a name that needs its case is found in it alone, beside others that do not', () => {
  const finder = createFormFinder([{ form: 'IS', isInItsCase: true }, { form: 'Islamic State' }], usual);
  const text = 'It is IS, the islamic state.';
  expect(finder(text).map(({ start, end }) => text.slice(start, end))).toEqual(['IS', 'islamic state']);
});

test('characters outside the basic plane are never cut', () => {
  expect(find('Ann 👩‍👩‍👧‍👦 Dell', '𝒳 Ann 👩‍👩‍👧‍👦 Dell 𝒳')).toEqual(['Ann 👩‍👩‍👧‍👦 Dell']);
  expect(find('Dell', '😀Dell😀')).toEqual(['Dell']);
});

test('what has no word is not looked for', () => {
  expect(toFormMatch('—', usual)).toBeNull();
  expect(find('…', 'a … b')).toEqual([]);
});

test('places are in order, apart and on the borders of characters whatever the text', () => {
  const piece = fc.constantFrom(
    'al-',
    'Sham',
    ' ',
    'é',
    'e\u0301',
    '.',
    '\n',
    "'",
    'و',
    'ال',
    'شام',
    '😀',
    'IS',
    '-',
    'ß',
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(
      text,
      fc.array(text, { maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      (body, forms, wholeWord, matchMarks) => {
        const finder = createFormFinder(
          forms.map((form) => ({ form })),
          { ...usual, wholeWord, matchMarks },
        );
        let last = 0;
        for (const { start, end } of finder(body)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(isGraphemeBorder(body, start) && isGraphemeBorder(body, end)).toBe(true);
          last = end;
        }
      },
    ),
    { seed: 11, numRuns: 300 },
  );
});
