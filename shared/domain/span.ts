import { z } from 'zod';

/** Half-open range of UTF-16 code units in an article's text: the quote is `text.slice(start, end)`. */
export const Span = z
  .object({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((span) => span.start < span.end, 'A span holds at least one character');
export type Span = z.infer<typeof Span>;

/** A span as it was tagged, with the words that stood there then: what later checks are held against. */
export const QuotedSpan = z.object({ start: z.int().nonnegative(), end: z.int().positive(), quote: z.string() });
export type QuotedSpan = z.infer<typeof QuotedSpan>;

export const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** In reading order: by start, the longer first. */
export const bySpan = (a: Span, b: Span) => a.start - b.start || b.end - a.end;
