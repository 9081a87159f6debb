import { expect, test } from 'vitest';
import { createOffsetMap } from '#shared/text/offsets';
import { anchor, countAgreement } from '../../../electron/formats/anchor.ts';
import { emptyDocument, type FoundAnnotation, type FoundDocument } from '../../../electron/formats/found.ts';

const annotation = (changes: Partial<FoundAnnotation>): FoundAnnotation => ({
  id: 'T1',
  uid: null,
  label: 'actor',
  spans: [],
  entity: null,
  attributes: {},
  annotator: null,
  state: null,
  note: '',
  place: 'line 1',
  ...changes,
});
const document = (text: string, annotations: Partial<FoundAnnotation>[], changes: Partial<FoundDocument> = {}) => ({
  ...emptyDocument('one', 'one.txt'),
  text,
  annotations: annotations.map(annotation),
  ...changes,
});
const span = (start: number, end: number, quote: string | null = null) => ({ start, end, quote });
const placesOf = (of: FoundDocument, unit: 'utf16' | 'codepoint' = 'codepoint') => {
  const { placed, unplaced } = anchor(of, unit);
  return [
    ...placed.map(({ spans, how }) => [spans.map(({ quote }) => quote).join('|'), how]),
    ...unplaced.map(({ why }) => why),
  ];
};

const text = '😀 The army met the army of Temsar.';
const { toCodePoint } = createOffsetMap(text);

test('the unit is told by the words that stand beside the offsets', () => {
  const said = (convert: (n: number) => number) => {
    const at = text.indexOf('Temsar');
    return document(text, [{ spans: [span(convert(at), convert(at + 6), 'Temsar')] }]);
  };
  expect(countAgreement(said(toCodePoint))).toMatchObject({ codepoint: 1, utf16: 0, quoted: 1 });
  expect(countAgreement(said((n) => n))).toMatchObject({ codepoint: 0, utf16: 1, quoted: 1 });
  expect(countAgreement(document(text, [{ spans: [span(0, 1)] }]))).toMatchObject({ quoted: 0 });
});

test('words that stand elsewhere, once, are followed; those that stand twice or nowhere are listed', () => {
  const wrong = (quote: string) => ({ spans: [span(0, 3, quote)] });
  expect(placesOf(document(text, [wrong('Temsar'), wrong('army'), wrong('navy')]))).toEqual([
    ['Temsar', 'by-quote'],
    'quote-repeated',
    'quote-missing',
  ]);
});

test('of words that stand several times those are meant that lie over the place, if only one does', () => {
  const said = (start: number, quote: string) => ({ spans: [span(start, start + quote.length, quote)] });
  const lines = 'Omar left. Omar ate ha ha ha';
  const { placed, unplaced } = anchor(
    document(lines, [
      ...[said(12, 'Omar'), said(6, 'Omar'), said(21, 'ha'), said(-1, 'ha')],
      ...[said(25, 'ha'), said(21, 'ha ha')], // one ends where this begins; two lie over that
    ]),
    'utf16',
  );
  expect(placed.map(({ spans, how }) => [spans[0]!.start, how])).toEqual([
    [11, 'by-quote'],
    [20, 'by-quote'],
    [26, 'by-quote'],
  ]);
  expect(unplaced.map(({ why }) => why)).toEqual(['quote-repeated', 'quote-repeated', 'quote-repeated']);
});

test('what stands before and after says which of two is meant', () => {
  const told = (beside: { before?: string; after?: string }, start = 0) => ({
    spans: [{ ...span(start, start + 3, 'army'), ...beside }],
  });
  const { placed, unplaced } = anchor(
    document(text, [
      ...[told({ before: 'the ' }), told({ after: ' met' })],
      ...[told({ before: 'he ' }, 6), told({ before: 'an ' }), told({ after: 'ies' })],
    ]),
    'utf16',
  );
  const starts = [text.lastIndexOf('army'), text.indexOf('army')];
  expect(placed.map(({ spans }) => spans)).toEqual(starts.map((start) => [{ start, end: start + 4, quote: 'army' }]));
  // not beside its place either, where what is said of it holds in two places or in none
  expect(unplaced.map(({ why }) => why)).toEqual(['quote-repeated', 'quote-missing', 'quote-missing']);
});

test('words of some parts alone tell nothing, and blanks are no words', () => {
  const some = { spans: [span(0, 3, 'army'), span(6, 9)] };
  const blanks = { spans: [span(0, 3, ' ')] };
  expect(placesOf(document('The army', [some, blanks]), 'utf16')).toEqual(['outside', 'quote-missing']);
  expect(placesOf(document('The army', [{ spans: [span(0, 3, 'army'), span(4, 8)] }]), 'utf16')).toEqual([
    ['The|army', 'as-said'],
  ]);
});

test('a span of nothing, before the text or behind it, is listed', () => {
  expect(
    placesOf(
      document(text, [
        ...[{ spans: [span(4, 4)] }, { spans: [span(4, 400)] }, { spans: [span(9, 4)] }],
        ...[{ spans: [span(-2, 4)] }, { spans: [] }],
      ]),
    ),
  ).toEqual(['zero-length', 'outside', 'outside', 'outside', 'outside']);
  expect(placesOf(document('\uFEFFOne\r\ntwo', [{ spans: [span(0, 1)] }, { spans: [span(4, 5)] }]))).toEqual([
    'zero-length',
    'zero-length',
  ]);
});

test('parts that lie over one another are one, of the longest of them; those that touch are two', () => {
  const parts = (...spans: FoundAnnotation['spans']) => placesOf(document('The cafe\u0301 met', [{ spans }]), 'utf16');
  expect(parts(span(0, 9), span(4, 6))).toEqual([['The cafe\u0301', 'as-said']]);
  expect(parts(span(0, 6), span(4, 8))).toEqual([['The cafe\u0301', 'widened']]);
  expect(parts(span(0, 3), span(3, 9))).toEqual([['The| cafe\u0301', 'as-said']]);
});

test('a border within a cluster is widened to it, and said', () => {
  expect(placesOf(document('cafe\u0301 x', [{ spans: [span(0, 4)] }]))).toEqual([['cafe\u0301', 'widened']]);
});

test('white space may be written in another way beside offsets', () => {
  expect(placesOf(document('New\nYork now', [{ spans: [span(0, 8, 'New York')] }]))).toEqual([
    ['New\nYork', 'as-said'],
  ]);
});

test('parts that a format made at line ends are one again, others stay parts, in order', () => {
  const spans = [span(9, 12), span(0, 3), span(4, 8)];
  expect(placesOf(document('New\nYork now', [{ spans }], { joinsLines: true }))).toEqual([
    ['New\nYork|now', 'as-said'],
  ]);
  expect(placesOf(document('New\nYork now', [{ spans }]))).toEqual([['New|York|now', 'as-said']]);
});

test('offsets count in the text as it was given, and come out in the text as it is kept', () => {
  const given = '\uFEFFOne\r\ntwo\r\nthree\r';
  const all = ['One', 'two', 'three'].map((word) => span(given.indexOf(word), given.indexOf(word) + word.length));
  const { text: kept, placed } = anchor(document(given, [{ spans: all }]), 'utf16');
  expect(kept).toBe('One\ntwo\nthree\n');
  expect(placed[0]!.spans).toEqual([
    { start: 0, end: 3, quote: 'One' },
    { start: 4, end: 7, quote: 'two' },
    { start: 8, end: 13, quote: 'three' },
  ]);
});

test('words for all parts together hold them all', () => {
  const parts = { spans: [span(0, 3), span(8, 11)], quote: { text: 'The met', joiner: ' ' } };
  expect(placesOf(document('The army met', [{ ...parts, spans: [span(0, 3), span(9, 12)] }]))).toEqual([
    ['The|met', 'as-said'],
  ]);
  expect(placesOf(document('The army met', [parts]))).toEqual(['quote-missing']);
  // where they stand together they are one part, which is not what the file says
  expect(placesOf(document('The army met. The met', [parts]))).toEqual(['quote-missing']);
});

test('what a document says of its unit goes before what is assumed', () => {
  const spans = [span(toCodePoint(text.indexOf('Temsar')), toCodePoint(text.indexOf('Temsar')) + 6)];
  expect(placesOf(document(text, [{ spans }], { unit: 'codepoint' }), 'utf16')).toEqual([['Temsar', 'as-said']]);
});

test('a span that ends before or begins behind a line end of two signs keeps its letters', () => {
  const given = 'One\r\ntwo\r\nthree';
  const spans = [span(0, 3), span(5, 8), span(10, 15)];
  const each = spans.map((one) => ({ spans: [one] }));
  expect(placesOf(document(given, each), 'utf16').map(([quote]) => quote)).toEqual(['One', 'two', 'three']);
});

test('a span that ends one behind the text is listed, and one that ends with it is not', () => {
  const ends = [text.length, text.length + 1].map((end) => ({ spans: [span(text.length - 1, end)] }));
  expect(placesOf(document(text, ends), 'utf16')).toEqual([['.', 'as-said'], 'outside']);
});

test('of several parts it is said where any was widened', () => {
  const parts = [span(0, 3), span(2, 4)];
  expect(placesOf(document('cafe\u0301 x', [{ spans: parts }]))).toEqual([['cafe\u0301', 'widened']]);
});

test('words that stand twice with the same beside them are listed, wherever the file says that they are', () => {
  const twice = 'the army met the army';
  const spans = [{ ...span(4, 8, 'arms'), before: 'the ' }];
  const wrong = [{ ...span(5, 9, 'army'), before: 'the ' }];
  expect(placesOf(document(twice, [{ spans }, { spans: wrong }]))).toEqual(['quote-missing', 'quote-repeated']);
});
