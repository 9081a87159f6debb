import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Span } from '#shared/domain/span';
import { isGraphemeBorder } from '#shared/text/graphemes';

const Row = z.tuple([
  z.int().nonnegative(),
  z.int().positive(),
  z.enum(['actor', 'location']),
  z.enum(['name', 'designation']),
  z.string().min(1),
]);

const Stored = z.strictObject({
  textSha256: z.string().regex(/^[0-9a-f]{64}$/u),
  /** The seed page that the article came from. */
  page: z.string().optional(),
  /** The row of the CSV file, the first after the header being 1. */
  row: z.int().positive().optional(),
  tags: z.array(Row),
});

/** One mention, offsets in UTF-16 units, half-open. A designation stands for an actor without naming it. */
export type HandTag = {
  start: number;
  end: number;
  label: 'actor' | 'location';
  kind: 'name' | 'designation';
  entity: string;
};

const SpanPair = z.tuple([z.int().nonnegative(), z.int().positive()]);
const Count = z.int().nonnegative().nullable();

/** Those units of the codebook that occur. */
const Unit = z.enum([
  'killed',
  'wounded',
  'captured',
  'displaced',
  'people',
  'missiles',
  'aircraft',
  'vehicles',
  'distance',
  'other',
]);

const StoredClaims = z.strictObject({
  textSha256: z.string().regex(/^[0-9a-f]{64}$/u),
  page: z.string(),
  claims: z.array(
    z.strictObject({
      span: SpanPair,
      voice: z.enum(["outlet's own", 'quoted', 'paraphrased']),
      /** Who says it, the words that stand for them, the verb of saying. */
      attribution: z.array(z.tuple([z.string().min(1), SpanPair.nullable(), SpanPair.nullable()])).min(1),
      /** Unit as in the codebook, least, most (null: the text sets none), and of whom or what, in our words. */
      figures: z.array(z.tuple([Unit, Count, Count, z.string().min(1)])),
      place: z.string().min(1).nullable(),
    }),
  ),
});

/** One statement that can be checked, with what its own sentence says of it; `place` and `who` are names of entities. */
export type HandClaim = {
  span: Span;
  voice: "outlet's own" | 'quoted' | 'paraphrased';
  attribution: { who: string; words: Span | null; verb: Span | null }[];
  figures: { unit: z.infer<typeof Unit>; min: number | null; max: number | null; ofWhom: string }[];
  place: string | null;
};

type HandClaimed = { file: string; textSha256: string; page: string; claims: HandClaim[] };

/** Spans to be laid on the text of that hash. */
type Laid = { file: string; textSha256: string; tags: readonly Span[] };

/** The tags of one article; its text is found by the hash. */
export type HandTagged = {
  file: string;
  textSha256: string;
  page?: string | undefined;
  row?: number | undefined;
  tags: HandTag[];
};

/** `seeds-second`: the same articles by a second reader, who named no entities. */
export type HandTagCollection = 'seeds' | 'seeds-second' | 'fa-kes';

/** The tags of every article of a collection, in order of file name. Errors: two tags that overlap or stand out of order. */
export function readHandTags(collection: HandTagCollection): HandTagged[] {
  return readAll(collection, Stored).map(({ tags: rows, ...head }) => {
    const tags = rows.map(([start, end, label, kind, entity]) => ({ start, end, label, kind, entity }));
    requireOrder(head.file, tags);
    return { ...head, tags };
  });
}

/** The claims of page 002, in order of file name. Errors: as above. */
export function readHandClaims(): HandClaimed[] {
  return readAll('claims', StoredClaims).map(({ claims: rows, ...head }) => {
    const claims = rows.map(({ span, attribution, figures, ...rest }) => ({
      ...rest,
      span: toSpan(span),
      attribution: attribution.map(([who, words, verb]) => ({
        who,
        words: words && toSpan(words),
        verb: verb && toSpan(verb),
      })),
      figures: figures.map(([unit, min, max, ofWhom]) => ({ unit, min, max, ofWhom })),
    }));
    requireOrder(
      head.file,
      claims.map(({ span }) => span),
    );
    return { ...head, claims };
  });
}

/** Every span that a claim names: its own, the words for who says it, their verbs. */
export function listClaimSpans({ span, attribution }: HandClaim): Span[] {
  return [span, ...attribution.flatMap(({ words, verb }) => [words, verb].filter((part) => part !== null))];
}

function readAll<T>(collection: string, schema: z.ZodType<T>): (T & { file: string })[] {
  const folder = new URL(`../fixtures/hand-tags/${collection}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ ...schema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))), file }));
}

const toSpan = ([start, end]: [number, number]): Span => ({ start, end });

function requireOrder(file: string, spans: readonly Span[]): void {
  for (const [index, { start, end }] of spans.entries()) {
    const free = spans[index - 1]?.end ?? 0;
    if (start >= end || start < free) throw new Error(`${file}: ${start}-${end} is empty or out of order`);
  }
}

/**
 * What is wrong with tags laid on `text`, a line each: another text; a tag past its end, that cuts a character or a word,
 * or that has blanks at its ends.
 */
export function findHandTagFaults({ file, textSha256, tags }: Laid, text: string): string[] {
  if (createHash('sha256').update(text).digest('hex') !== textSha256) return [`${file}: not the text that was tagged`];
  const isBorder = (offset: number) => isGraphemeBorder(text, offset) && !isInsideWord(text, offset);
  return tags.flatMap(({ start, end }) => {
    const quote = text.slice(start, end);
    const isWhole = end <= text.length && isBorder(start) && isBorder(end);
    return isWhole && quote !== '' && quote === quote.trim()
      ? []
      : [`${file}: ${start}-${end} cuts or leaves the text`];
  });
}

/** Whether letters or digits stand on both sides. A hyphen parts words here: the name in "Temsar-led" is tagged alone. */
function isInsideWord(text: string, offset: number): boolean {
  return /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(offset - 1, offset + 1));
}
