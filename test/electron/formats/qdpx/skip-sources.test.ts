import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skipSources } from '../../../../electron/formats/qdpx/skip-sources.ts';

const skip = (...slices: string[]) => Array.from(skipSources(slices)).join('');

const cut = (text: string, places: readonly number[]) =>
  [...places.map((place) => place % (text.length + 1)).toSorted((a, b) => a - b), text.length].map((end, n, ends) =>
    text.slice(ends[n - 1] ?? 0, end),
  );
const places = fc.array(fc.nat(), { maxLength: 12 });
const inside = fc
  .array(
    fc.constantFrom(
      ...['<TextSource name="a > b">', '</TextSource>', 'words', '\n', '\r', '\r\n', '😀', '</SourcesOfMine>'],
      ...['<!-- </Sources> <![CDATA[ -->', '<![CDATA[</Sources><!--]]>', '<?say </Sources>?>', '-'.repeat(100)],
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));
const outside = fc
  .array(fc.constantFrom('<Note/>', '\r\n', 'é', '<!-- <Sources> -->', '<![CDATA[<Sources>]]>', '<SourceRef/>'), {
    maxLength: 8,
  })
  .map((pieces) => pieces.join(''));
const name = fc.constantFrom('Sources', 'q:Sources');

test('what sources hold is passed over but for its line ends, and all else kept, however the file is cut', () => {
  fc.assert(
    fc.property(outside, inside, outside, name, places, (before, within, behind, tag, at) => {
      const text = `${before}<${tag}>${within}</${tag} >${behind}`;
      const kept = skip(...cut(text, at));
      const [start, end] = [`${before}<${tag}>`, `</${tag} >${behind}`];
      expect([kept.slice(0, start.length), kept.slice(-end.length)]).toEqual([start, end]);
      const blanks = kept.slice(start.length, -end.length);
      expect(blanks.trim()).toBe('');
      expect(blanks.match(/\r\n?|\n/gu)).toEqual(within.match(/\r\n?|\n/gu));
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['without sources', '<Project><Notes/></Project>'],
  ['with none in it', '<Project><Sources/><Notes/></Project>'],
  ['whose sources are in a comment', '<Project><!-- <Sources> --><Notes/></Project>'],
])('a project %s is as it was', (_, project) => {
  expect(skip(project)).toBe(project);
});

test('sources that nobody closed leave nothing behind them', () => {
  expect(skip('<Project><Sources><a>', 'b'.repeat(200)).trim()).toBe('<Project><Sources>');
});
