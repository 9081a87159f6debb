/** What import changed in a text besides nothing; every other character stays as it was written. */
export type Normalised = { text: string; lineBreaks: number; replaced: number };

/**
 * The text as Galley keeps it: a BOM dropped, CRLF and CR made LF, NUL and lone surrogates made U+FFFD.
 *
 * No Unicode normalisation, no trimming, nothing else.
 */
export function normaliseText(decoded: string): Normalised {
  let lineBreaks = 0;
  let replaced = 0;
  const text = (decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded)
    .replace(/\r\n?/g, () => {
      lineBreaks += 1;
      return '\n';
    })
    // with the u flag a surrogate class matches lone ones only
    .replace(/[\0\p{Surrogate}]/gu, () => {
      replaced += 1;
      return '\uFFFD';
    });
  return { text, lineBreaks, replaced };
}
