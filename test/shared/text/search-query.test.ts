import BetterSqlite3 from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { parseSearchQuery, toMatch } from '#shared/text/search-query';

const read = (text: string) => toMatch(parseSearchQuery(text));

describe('parseSearchQuery', () => {
  it.each([
    ['Syrian army', '("syrian" AND "army")'],
    ['"Syrian army" -ISIS', '(("syrian army") NOT ("isis"))'],
    ['sukh*', '"sukh" *'],
    ['“Deir ez*”', '"deir ez" *'],
    ['NEAR(a b, 5)', 'NEAR("a" "b", 5)'],
    ['NEAR(a b,5)', 'NEAR("a" "b", 5)'],
    ['NEAR(a b, 99999999999)', 'NEAR("a" "b", 1000)'],
    ['NEAR("a b" 5)', 'NEAR("a b" "5", 10)'],
    ['a OR b c', '("a" OR ("b" AND "c"))'],
    ['(a OR b) -c', '((("a" OR "b")) NOT ("c"))'],
    ['-(a b) c', '(("c") NOT (("a" AND "b")))'],
    ['title:"old ferry" x', '(title : "old ferry" AND "x")'],
    ['al-Sukhnah', '"al sukhnah"'],
    ["Dara'a", '"daraa"'],
    ['C++', '"c ++"'],
    ['U.S.', '"u.s"'],
    ['الجيش OR أنباء', '("الجيش" OR "انباء")'],
    ['a — b', '("a" AND "b")'],
    ['a NOT b AND c', '(("a" AND "c") NOT ("b"))'],
    ['near or "or"', '("near" AND "or" AND "or")'],
    ['a -', '"a"'],
  ])('%s asks for %s', (text, match) => {
    expect(read(text)).toBe(match);
  });

  it.each([
    ['', 'query-empty'],
    ['— & ()', 'query-empty'],
    ['NEAR()', 'query-empty'],
    ['-x', 'query-only-excludes'],
    ['a OR -x', 'query-only-excludes'],
    ['"abc', 'query-unclosed'],
    ['(a', 'query-unclosed'],
    ['NEAR(a', 'query-unclosed'],
    ['a)', 'query-not-understood'],
    ['a OR', 'query-not-understood'],
    ['OR a', 'query-not-understood'],
    ['NEAR(a OR b)', 'query-not-understood'],
    ['--a', 'query-not-understood'],
    ['('.repeat(30), 'query-not-understood'],
    ['word '.repeat(201), 'query-too-long'],
  ])('%s is refused: %s', (text, code) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code }));
  });

  it('reads any text as a query that FTS5 takes, or refuses it in one sentence', () => {
    const db = new BetterSqlite3(':memory:');
    db.exec(`CREATE VIRTUAL TABLE search_index USING fts5 (title, text, content = '', prefix = '2 3 4',
      tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'")`);
    const search = db.prepare('SELECT rowid FROM search_index WHERE search_index MATCH ?');
    const pieces = [
      'NEAR(',
      'OR',
      'AND',
      'NOT',
      '(',
      ')',
      '"',
      '”',
      '*',
      '-',
      ' ',
      ',',
      ':',
      'title:',
      '7',
      'a',
      "l'b",
      'C++',
      'الـ',
      '军',
      '\0',
      "'",
    ];
    const anyQuery = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(anyQuery, (text) => {
        let match: string;
        try {
          match = read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpectedError);
          return;
        }
        expect(search.all(match)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    db.close();
  });
});
