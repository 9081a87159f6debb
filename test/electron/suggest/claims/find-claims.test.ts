import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGraphemeBorder } from '#shared/text/graphemes';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { listMisfits } from '../../../../electron/corpus/repositories/misfit-repository.ts';
import { findClaims } from '../../../../electron/suggest/claims/find-claims.ts';
import type { Found } from '../../../../electron/suggest/found.ts';
import { createTestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';

type Kinds = Record<number, string>;

/** A text of paragraphs with a blank line between; `kinds` of those that are something else. */
function toReading(text: string, kinds: Kinds = {}) {
  let at = 0;
  const blocks = text.split('\n\n').map((block, n) => {
    const start = at;
    at += block.length + 2;
    return { kind: kinds[n] ?? 'paragraph', start, end: start + block.length };
  });
  return { text, blocks: blocks.filter(({ start, end }) => start < end), language: 'en' };
}

const claimsOf = (text: string, kinds: Kinds = {}, names: Found[] = [], published: string | null = null) =>
  findClaims(toReading(text, kinds), names, { published });
const quotesOf = (text: string, kinds: Kinds = {}) =>
  claimsOf(text, kinds).map(({ spans: [span] }) => text.slice(span!.start, span!.end));

/** A name as the finders of names give it. */
function name(text: string, words: string, label: 'actor' | 'location', entity?: string): Found {
  const start = text.indexOf(words);
  return {
    label,
    spans: [{ start, end: start + words.length }],
    rule: 'name',
    reason: {},
    confidence: 1,
    ...(entity !== undefined && { entity }),
  };
}

const span = (text: string, words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  quote: words,
});

describe('a claim', () => {
  test('has speaker, verb, voice, figures, place and date as far as the sentence says them', () => {
    const text = 'It rained. At least 14 sailors were killed in Morrow on Tuesday, the Reef Front said. It stopped.';
    const claims = claimsOf(
      text,
      {},
      [name(text, 'Morrow', 'location', 'm'), name(text, 'Reef Front', 'actor', 'r')],
      '2019-01-16',
    );
    expect(claims).toEqual([
      {
        label: 'claim',
        spans: [{ start: 11, end: 85 }],
        rule: 'figure',
        reason: { figure: 'At least 14 sailors', speaker: 'the Reef Front', verb: 'said' },
        confidence: 1,
        attributes: {
          attribution: [{ who: { entity: 'r' }, words: span(text, 'the Reef Front'), verb: span(text, 'said') }],
          voice: 'paraphrased',
          figures: [{ what: 'sailors', unit: 'killed', min: 14 }],
          'event date': '2019-01-15',
          place: { entity: 'm' },
        },
      },
    ]);
  });

  test('that names nobody stands on the word of the outlet', () => {
    const [claim] = claimsOf('Shells killed 14 sailors in Morrow.');
    expect(claim!.attributes).toEqual({
      attribution: [{ who: 'the outlet' }],
      voice: "outlet's own",
      figures: [{ what: 'sailors', unit: 'killed', min: 14, max: 14 }],
    });
  });

  test('that somebody says in quotation marks is not the outlet’s own, even where it is not read who says it', () => {
    const [unread] = claimsOf(
      '“We counted seventeen bodies before the power failed,” said a stevedore at the quay who asked not to be named.',
    );
    expect(unread!.attributes).toMatchObject({ voice: 'quoted', figures: [{ min: 17 }] });
    expect(unread!.attributes).not.toHaveProperty('attribution');
    const [read] = claimsOf('“We counted seventeen bodies before the power failed,” said a surgeon at the quay.');
    expect(read!.attributes).toMatchObject({ attribution: [{ who: 'unnamed' }], voice: 'quoted' });
  });

  test.each<[string, string | undefined]>([
    ['A military source said that shells fell on Morrow.', 'unnamed'],
    ['Local activists said that shells fell on Morrow.', 'unnamed'],
    ['A Temsar Post correspondent said that shells fell on Morrow.', undefined],
    ['State media said that shells fell on Morrow.', undefined],
    ['The ministry said that shells fell on Morrow.', undefined],
  ])('says of whom it does not know more than the text: %s', (text, who) => {
    const [item] = claimsOf(text)[0]!.attributes!['attribution'] as { who?: string }[];
    expect(item!.who).toBe(who);
  });

  test.each<[string, string[], string | undefined]>([
    ['The Reef Front (RF) said that shells fell on Morrow.', ['Reef Front', 'RF'], 'Reef Front'],
    ['A spokesman for the Reef Front said that shells fell on Morrow.', ['Reef Front'], 'Reef Front'],
    ['Dawn news agency said that shells fell on Morrow.', ['Dawn'], 'Dawn'],
    ['The website of Dawn said that shells fell on Morrow.', ['Dawn'], 'Dawn'],
    ['The Varr-backed Reef Front said that shells fell on Morrow.', ['Varr', 'Reef Front'], 'Reef Front'],
    ['A Varr-backed group said that shells fell on Morrow.', ['Varr'], undefined],
    ['A Varr official said that shells fell on Morrow.', ['Varr'], undefined],
    ['Shells fell on Morrow after Varr left, the army said.', ['Varr'], undefined],
  ])('is of the entity whose name is the speaker’s own: %s', (text, actors, who) => {
    const names = actors.map((actor) => name(text, actor, 'actor', actor));
    const [item] = claimsOf(text, {}, names)[0]!.attributes!['attribution'] as { who?: unknown }[];
    expect(item!.who).toEqual(who && { entity: who });
  });

  test.each<[string, string | undefined]>([
    ['Shells killed 14 sailors in Morrow.', 'Morrow'],
    ['Shells killed 14 sailors in the northern town of Morrow.', 'Morrow'],
    ['About 40 sailors came out of the village of Morrow.', 'Morrow'],
    ['Shells killed 14 sailors on a boat to Morrow.', undefined],
    ['Shells killed 14 sailors, the mayor in Morrow said.', undefined],
    ['Morrow buried 14 sailors.', undefined],
  ])('happened where the sentence says: %s', (text, place) => {
    const [claim] = claimsOf(text, {}, [name(text, 'Morrow', 'location', 'Morrow')]);
    expect(claim!.attributes!['place']).toEqual(place && { entity: place });
  });

  test('of “he added” is of whom the sentence before quotes, if that is known', () => {
    const text =
      'Ann Dell said that shells fell on Morrow. She added that Murayn was hit. She insisted that Temsar had shelled it.';
    const who = claimsOf(text, {}, [name(text, 'Ann Dell', 'actor', 'a')]).map(
      ({ attributes }) => (attributes!['attribution'] as { who?: unknown }[])[0]!.who,
    );
    expect(who).toEqual([{ entity: 'a' }, { entity: 'a' }, { entity: 'a' }]);
    const unnamed = 'A source said that shells fell on Morrow. He added that Murayn was hit.';
    expect(claimsOf(unnamed)[1]!.attributes!['attribution']).toEqual([
      { words: span(unnamed, 'He'), verb: span(unnamed, 'added') },
    ]);
  });

  test('is quoted where most of it is, over all sentences of a quotation', () => {
    const text = '“The boats came from Temsar at dawn. They shelled the port of Morrow,” Ann Dell told reporters.';
    const claims = claimsOf(text);
    expect(claims.map(({ rule, attributes }) => [rule, attributes!['voice']])).toEqual([
      ['quotation', 'quoted'],
      ['quotation', 'quoted'],
    ]);
    expect(claims[0]!.attributes!['attribution']).toEqual(claims[1]!.attributes!['attribution']);
  });

  test('with a figure is likelier than one without, and one that somebody is named for likelier than one of nobody', () => {
    const [both] = claimsOf('The Reef Front said that shells killed 14 sailors.');
    const [figure] = claimsOf('Shells killed 14 sailors.');
    const [said] = claimsOf('The Reef Front said that shells fell on Morrow.');
    const [forecast] = claimsOf('The Reef Front said that shells would fall on Morrow.');
    const order = [both, figure, said, forecast].map((claim) => claim!.confidence);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(new Set(order).size).toBe(4);
  });
});

test('a phrase that is no verb gives none', () => {
  const text = 'According to Temsar, shells killed 14 sailors.';
  expect(claimsOf(text)[0]).toMatchObject({
    reason: { figure: '14 sailors', speaker: 'Temsar', verb: 'According to' },
    attributes: { attribution: [{ words: span(text, 'Temsar') }] },
  });
  expect(claimsOf(text)[0]!.attributes!['attribution']).not.toHaveProperty('0.verb');
});

describe('no claim is', () => {
  test.each([
    'Did the Reef Front say that 14 sailors were killed?',
    'The mayor said that Temsar should stop.',
    'He said so.',
    'The port lies about 40 km from Morrow.',
    'The sea was calm and the boats came home.',
    '“Nobody knows,” she said.',
  ])('%s', (text) => expect(quotesOf(text)).toEqual([]));

  test('in boilerplate, a byline or another language', () => {
    const text = 'The ministry said 14 sailors were killed.';
    for (const kind of ['boilerplate', 'byline', 'dateline', 'related'])
      expect(quotesOf(text, { 0: kind })).toEqual([]);
    expect(findClaims({ ...toReading(text), language: 'ar' }, [], { published: null })).toEqual([]);
  });
});

test('what a text states more than once stands once: the headline in its body, the caption that stands twice', () => {
  const text =
    '14 sailors killed in Morrow\n\nShells killed 14 sailors in Morrow, the army said.\n\nShells killed 14 sailors in Morrow, the army said.\n\n9 boats sunk off Murayn';
  expect(quotesOf(text, { 0: 'title', 2: 'caption', 3: 'heading' })).toEqual([
    'Shells killed 14 sailors in Morrow, the army said.',
    '9 boats sunk off Murayn',
  ]);
});

test('annotations take the values as they are', async () => {
  const text =
    'Ann Dell said at least 14 sailors were killed in Morrow in April 2017.\n\nA source, citing Ann Dell, said $20 million and two boats were lost.\n\nDozens of them were wounded.';
  const made = createTestCorpus();
  const article = await made.importText(text);
  const [dell, morrow] = [addTestEntity(made, 'actor', 'Ann Dell'), addTestEntity(made, 'location', 'Morrow')];
  const names = [name(text, 'Ann Dell', 'actor', dell), name(text, 'Morrow', 'location', morrow)];
  const claims = claimsOf(text, {}, names);
  const annotations = claims.map(({ label, spans, attributes }) =>
    createAnnotation(made.corpus, made.sara, { article, label, spans: [...spans], attributes: { ...attributes } }),
  );
  expect(annotations[0]!.attributes).toEqual({
    attribution: [
      {
        who: { entity: dell, name: 'Ann Dell' },
        words: { article, ...span(text, 'Ann Dell') },
        verb: { article, ...span(text, 'said') },
      },
    ],
    voice: 'paraphrased',
    figures: [{ what: 'sailors', unit: 'killed', min: 14 }],
    'event date': '2017-04',
    place: { entity: morrow, name: 'Morrow' },
  });
  expect(annotations).toHaveLength(3);
  expect(listMisfits(made.corpus.read, 1).total).toBe(0);
});

describe('a hostile text', () => {
  const words = 'the ministry said 14 sailors were killed in Morrow and ';
  test.each<[string, string]>([
    ['without a full stop, of a megabyte,', words.repeat(20_000)],
    ['of a block a line without a full stop', `${words}\n\n`.repeat(8_000)],
    ['of quotations that nobody closes', `${words}“ said " ‘`.repeat(4_000)],
    ['of brackets that nobody closes', `${words}(([ `.repeat(4_000)],
    ['of commas and numbers', '14, '.repeat(60_000)],
    ['of sentences', `${words}left. `.repeat(4_000)],
    ['of points', '. '.repeat(100_000)],
    ['of verbs of saying', 'He said. '.repeat(20_000)],
  ])('%s is read to its end', (_, text) => {
    expect(claimsOf(text).length).toBeLessThan(2);
  });

  test('is read on grapheme borders, within one block', () => {
    const text =
      'The ministry said that at least 14 sailors were killed in Morrow. According to Reuters, citing a source, 9 boats sank.\n\n“Ten men died of 12 in the port,” said Ann Dell (RF). Up to 30 km were lost\n\nDozens were killed.';
    const noise = fc.constantFrom(
      ...[
        '\u0301',
        '\u200d',
        '👩‍👩‍👧',
        'قال ',
        '\u202e',
        '\n\n',
        '.',
        '“',
        '"',
        '(',
        ')',
        '?',
        ' ',
        '\u{1f1f8}',
        '\u0600',
        'é',
      ],
    );
    const inserts = fc.array(fc.tuple(fc.nat(text.length), noise), { maxLength: 5 });
    let claims = 0;
    fc.assert(
      fc.property(inserts, (each) => {
        const pieces = each.toSorted(([a], [b]) => b - a);
        const noisy = pieces.reduce((so, [at, piece]) => so.slice(0, at) + piece + so.slice(at), text);
        const reading = toReading(noisy);
        for (const found of findClaims(reading, [], { published: null })) {
          claims += 1;
          for (const { start, end } of listSpans(found)) {
            expect(isGraphemeBorder(noisy, start) && isGraphemeBorder(noisy, end)).toBe(true);
            expect(reading.blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          }
        }
      }),
      { numRuns: 400, seed: 4 },
    );
    expect(claims).toBeGreaterThan(400);
  });
});

type SpanOf = { start: number; end: number };

/** The spans of a claim and of its attribution. */
function listSpans({ spans, attributes }: Found): SpanOf[] {
  const attribution = (attributes!['attribution'] ?? []) as { words?: SpanOf; verb?: SpanOf }[];
  return [...spans, ...attribution.flatMap(({ words, verb }) => [words, verb])].filter((each) => each !== undefined);
}
