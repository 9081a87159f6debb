import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import { ExpectedError } from '#shared/errors';
import { parseSearchQuery, toMatch } from '#shared/text/search-query';
import { tokenise } from '#shared/text/tokens';
import BetterSqlite3 from 'better-sqlite3';
import { placeHits } from '../../../../electron/services/search/place-hits.ts';

/** The words that are hit, those in the title with a mark. */
const hit = (query: string, text: string, title = '') =>
  placeHits(parseSearchQuery(query), { title, text }).map(({ start, end, where }) =>
    where === 'text' ? text.slice(start, end) : `title: ${title.slice(start, end)}`,
  );

describe('placeHits', () => {
  it.each([
    ['sukhnah', 'at al-Sukhnah, Sukhnah', ['Sukhnah', 'Sukhnah']],
    ['al-Sukhnah', 'at al-Sukhnah and Al Sukhnah', ['al-Sukhnah', 'Al Sukhnah']],
    ["Dara'a", 'Dara’a, Daraa and Dara', ['Dara’a', 'Daraa']],
    ['C++', 'C and C++', ['C++']],
    ['milit*', 'Militants, a military', ['Militants', 'military']],
    ['"old fer*"', 'the old ferry, the old one', ['old ferry']],
    ['army -isis', 'the army', ['army']],
    ['army -isis', 'the army and ISIS', []],
    ['army navy', 'the army', []],
    ['(army navy) OR sea', 'the army at sea', ['sea']],
    ['NEAR(army homs, 2)', 'army of the Homs; x y z army x y z Homs', ['army of the Homs']],
    ['old OR "old ferry"', 'an old ferry', ['old ferry']],
    ['الجيش', 'قال الجَيْشُ السوري', ['الجَيْشُ']],
    ['军队', '叙利亚军队', ['军队']],
  ])('%s in “%s” is at %j', (query, text, found) => {
    expect(hit(query, text)).toEqual(found);
  });

  it('finds words in a title that the text does not hold, and in one that it holds only once', () => {
    expect(hit('ferry', 'A ferry.', 'The ferry')).toEqual(['title: ferry', 'ferry']);
    expect(hit('ferry', 'The ferry\nA ferry.', 'The ferry')).toEqual(['ferry', 'ferry']);
    expect(hit('title:ferry', 'The ferry\nA ferry.', 'The ferry')).toEqual(['ferry']);
    expect(hit('harbour ferry', 'A ferry.', 'The harbour')).toEqual(['title: harbour', 'ferry']);
  });

  it('finds words near each other where another place of one of them lies further away', () => {
    expect(hit(`NEAR(7 a a's, 2)`, "a's a a 7")).toEqual(["a's a a 7"]);
    expect(hit('NEAR(a b, 0)', 'a b b a')).toEqual(['a b', 'b a']);
  });

  it('covers whole characters', () => {
    const text = 'x \u0600٣ y';
    expect(hit('3', text)).toEqual(['\u0600٣']);
  });
});

test('an article has a hit where the index says that it matches, and only there', () => {
  const db = new BetterSqlite3(':memory:');
  db.exec(`CREATE VIRTUAL TABLE search_index USING fts5 (title, text, content = '', contentless_delete = 1, prefix = '2 3 4',
    tokenize = "ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'")`);
  const word = fc.constantFrom('a', 'b', 'ab', 'c', 'al-b', "a's", 'C++', 'U.S.', 'الـب', '军', '7');
  const anyText = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
  const { query } = fc.letrec<{ query: string }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 3 },
      word,
      word.map((one) => `${one}*`),
      word.map((one) => `title:${one}`),
      fc.tuple(word, word).map((words) => `"${words.join(' ')}"`),
      fc.tuple(word, word, word, fc.nat(3)).map(([a, b, c, n]) => `NEAR(${a} "${b} ${c}", ${n})`),
      fc.tuple(word, word, word, fc.nat(3)).map(([a, b, c, n]) => `NEAR(${a} ${b} ${c}, ${n})`),
      fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} OR ${b})`),
      fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} ${b})`),
      fc.tuple(tie('query'), tie('query')).map(([a, b]) => `(${a} -${b})`),
    ),
  }));
  const toLine = (text: string) =>
    tokenise(text)
      .map(({ token }) => token)
      .join(' ');
  const insert = db.prepare('INSERT OR REPLACE INTO search_index (rowid, title, text) VALUES (1, ?, ?)');
  const search = db.prepare('SELECT rowid FROM search_index WHERE search_index MATCH ?');
  fc.assert(
    fc.property(anyText, anyText, query, (title, text, asked) => {
      insert.run(toLine(title), toLine(text));
      try {
        const parsed = parseSearchQuery(asked);
        expect(placeHits(parsed, { title, text }).length > 0).toBe(search.all(toMatch(parsed)).length > 0);
      } catch (error) {
        if (!(error instanceof ExpectedError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
  db.close();
});
