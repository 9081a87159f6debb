import { z } from 'zod';
import { BlockKind } from './block.ts';
import { Compared, SideName, toBothSides, Voice } from './comparison.ts';
import { MOST_HITS, SearchHit } from './search.ts';

/** What is set against each other by how often it stands: words of the texts, labels, entities, marked verbs of saying. */
export const KeynessOf = z.enum(['words', 'labels', 'entities', 'verbs']);
export type KeynessOf = z.infer<typeof KeynessOf>;

/** By size, whatever the side: `lrc`, then G². */
export const KeynessSort = z.enum(['lrc', 'g2', 'frequency']);
export type KeynessSort = z.infer<typeof KeynessSort>;

/** The columns of the table of a family, from the left. */
export const KeynessColumn = z.enum([
  'name',
  'countA',
  'perMillionA',
  'countB',
  'perMillionB',
  'lrc',
  'logRatio',
  'g2',
  'percent',
  'bic',
  'q',
  'articlesA',
  'shareA',
  'dispersionA',
  'articlesB',
  'shareB',
  'dispersionB',
]);
export type KeynessColumn = z.infer<typeof KeynessColumn>;

/** By what a column reads, above zero before below where it descends; what is undefined comes last, either way. */
const KeynessColumnSort = z.object({ column: KeynessColumn, direction: z.enum(['ascending', 'descending']) });

/** A row that stands in fewer articles of both sides together is tested, and not shown, unless another number is asked for. */
export const LEAST_ARTICLES = 5;
/** So many of either side, where the counts can tell, are drawn. */
export const MOST_KEY_ROWS = 20;
/** So many rows are given at most, but for files and programs, which get all. */
const MOST_ROWS = 2000;

/** `query`: part of a row's name, whatever its case and marks. `sort`: of all rows that pass, of which the first `limit` are given. */
export const KeynessInput = Compared.extend({
  of: KeynessOf.default('words'),
  minArticles: z.int().min(1).max(1_000_000).default(LEAST_ARTICLES),
  query: z.string().max(200).default(''),
  sort: z.union([KeynessSort, KeynessColumnSort]).default('lrc'),
  limit: z.int().min(1).max(MOST_ROWS).default(500),
});
export type KeynessInput = z.infer<typeof KeynessInput>;

/**
 * `share`: of the side's articles; null where it has none. `perMillion`: of all that the side has of its kind; null where it has nothing. `dispersion`: Gries' DP over the side's articles; null
 * where it lacks the row.
 */
const KeynessSide = z.object({
  count: z.int(),
  articles: z.int(),
  share: z.number().nullable(),
  perMillion: z.number().nullable(),
  dispersion: z.number().nullable(),
});

/** Above zero where A has it relatively more often; `percent` is null where B has none of it. `q`: over all rows tested. */
const KeynessFigures = z.object({
  lrc: z.number(),
  logRatio: z.number(),
  g2: z.number(),
  percent: z.number().nullable(),
  bic: z.number(),
  q: z.number(),
});
export type KeynessFigures = z.infer<typeof KeynessFigures>;

/**
 * `key`: the folded word, the uid of an entity or a label, the folded verb. `name`: a word or a verb as it is most often written on both
 * sides together. `figures` are null where a side has nothing to compare.
 */
export const KeynessRow = toBothSides(KeynessSide).extend({
  key: z.string(),
  name: z.string(),
  figures: KeynessFigures.nullable(),
});
export type KeynessRow = z.infer<typeof KeynessRow>;

/**
 * `size`: tokens, annotations, mentions or marked verbs of a side, of which rates are; `leftOut`: tokens in boilerplate and repeats.
 *
 * `tested` rows stand anywhere; `matching` pass the least number of articles and the query, of which `rows` are the first. `keyRows`: of
 * all that pass the least number, whatever the query and the order, those with the largest LRC: A's first, then B's, the largest last.
 */
export const KeynessTable = z.object({
  of: KeynessOf,
  minArticles: z.int(),
  sides: toBothSides(z.object({ size: z.int(), leftOut: z.int() })),
  tested: z.int(),
  matching: z.int(),
  rows: z.array(KeynessRow),
  keyRows: z.array(KeynessRow),
});
export type KeynessTable = z.infer<typeof KeynessTable>;

/** Where a word of `KeynessTable` stands on a side, newest article first. Context: so many UTF-16 units on each side. */
export const WordLinesInput = Compared.extend({
  word: z.string().min(1).max(5000),
  side: SideName,
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(MOST_HITS).default(50),
  context: z.int().min(0).max(1000).default(60),
});
export type WordLinesInput = z.infer<typeof WordLinesInput>;

/** `voice`: as that of a mention. `block`: what it stands in; null between blocks. */
export const WordLine = SearchHit.extend({ voice: Voice, block: BlockKind.nullable() });
export type WordLine = z.infer<typeof WordLine>;

/** `total` lines in so many `articles`; a page of them. */
export const WordLines = z.object({ total: z.int(), articles: z.int(), lines: z.array(WordLine) });
export type WordLines = z.infer<typeof WordLines>;
