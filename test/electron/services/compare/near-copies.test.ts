import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Breathe } from '../../../../electron/services/job.ts';
import { findNearCopies, type BlocksOfText } from '../../../../electron/services/compare/near-copies.ts';

/** A text of these blocks, a blank line between two. */
function toText(paragraphs: readonly string[]): BlocksOfText {
  let start = 0;
  const blocks = paragraphs.map((words) => {
    const block = { start, end: start + words.length };
    start = block.end + 2;
    return block;
  });
  return { text: paragraphs.join('\n\n'), blocks };
}
const compare = (a: readonly string[], b: readonly string[], breathe: Breathe = () => undefined) =>
  findNearCopies(toText(a), toText(b), breathe);

const WIRE =
  'Nine sailors were killed on Tuesday when boats shelled the fuel jetty at the northern harbour, a statement said';

test('a paragraph that both took from the same wire is found, with its words in another case and signs', async () => {
  expect(await compare(['Something else.', WIRE], [`“${WIRE.toUpperCase()}”!`])).toEqual([{ a: 1, b: 0, share: 1 }]);
});

test('a paragraph with a word put in is a near copy while four fifths of the shorter one’s runs of five words stand', async () => {
  const [copy] = await compare([WIRE], [WIRE.replace('sailors', 'young sailors')]);
  expect(copy!.share).toBeCloseTo(14 / 15, 10); // of its fifteen runs only the first holds the seam
  expect(await compare([WIRE], [WIRE.replace('Tuesday when boats', 'Monday as ships')])).toEqual([]);
});

test('a shorter paragraph that stands within a longer one is a near copy of it', async () => {
  const short = WIRE.split(' ').slice(0, 9).join(' ');
  expect(await compare([short], [WIRE])).toEqual([{ a: 0, b: 0, share: 1 }]);
});

test('blocks of fewer than five words are copies where all their words are the same', async () => {
  expect(await compare(['Read more here', 'Read more', '***'], ['READ MORE HERE', 'Read more of it', '***'])).toEqual([
    { a: 0, b: 0, share: 1 },
  ]);
});

test('what an article repeats without end is no copy of anything, and is not paired each with each', async () => {
  const many = (n: number) => Array.from({ length: n }, () => 'Read more');
  expect(await compare(many(20_000), [WIRE, ...many(20_000)])).toEqual([]);
  expect(await compare([...many(60), WIRE], [WIRE, 'Read more'])).toEqual([{ a: 60, b: 0, share: 1 }]);
});

const words = fc.array(fc.constantFrom('sea', 'boat', 'harbour', 'ميناء', 'fire', 'night', 'the'), { maxLength: 9 });
const texts = fc.array(
  words.map((each) => each.join(' ')),
  { maxLength: 5 },
);

test('the other way round the same blocks are copies of each other', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, async (a, b) => {
      const mirrored = (await compare(b, a)).map((copy) => ({ a: copy.b, b: copy.a, share: copy.share }));
      const inOrder = mirrored.sort((one, other) => one.a - other.a || one.b - other.b);
      expect(await compare(a, b)).toEqual(inOrder);
    }),
  );
});

test('every block with words is a copy of itself', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (paragraphs) => {
      const found = await compare(paragraphs, paragraphs);
      paragraphs.forEach((paragraph, n) => {
        const isFound = found.some(({ a, b, share }) => a === n && b === n && share === 1);
        expect(isFound).toBe(paragraph !== '');
      });
    }),
  );
});

test('it is asked at each block whether to wait', async () => {
  let asked = 0;
  await compare([WIRE, WIRE], [WIRE], () => {
    asked += 1;
    return undefined;
  });
  expect(asked).toBeGreaterThanOrEqual(3);
});
