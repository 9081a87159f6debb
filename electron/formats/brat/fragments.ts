import type { Span } from '#shared/domain/span';

/** Where brat, or the Python that it is written in, ends a line. */
export const LINE_BREAK = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/u;
const lines = /[^\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/gu;
const onlyBreaks = /^[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+$/u;

/** The stretches of spans that lie within one line each: what brat can have. None where they hold line breaks alone. */
export const toFragments = (text: string, spans: readonly Span[]): Span[] =>
  spans.flatMap(({ start, end }) => {
    const quote = text.slice(start, end);
    if (!LINE_BREAK.test(quote)) return [{ start, end }];
    return Array.from(quote.matchAll(lines), ({ index, 0: line }) => ({
      start: start + index,
      end: start + index + line.length,
    }));
  });

/** The spans that fragments are read back as: those that only line breaks part are one. */
export function joinFragments(text: string, fragments: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of fragments) {
    const last = joined.at(-1);
    if (last && onlyBreaks.test(text.slice(last.end, start))) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

/** On one line, without white space at its ends: brat has no way to write a line break or a tab in a note or a value. */
export const flatten = (text: string) => text.replace(/[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/gu, ' ').trim();
