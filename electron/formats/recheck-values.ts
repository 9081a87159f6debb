type Named = { article: string; start: number; end: number; quote: string };

const inCodePoints = (text: string, start: number, end: number) => Array.from(text).slice(start, end).join('');

/**
 * Whether the words that a written value names stand where it says. Unit: Unicode code points, unless `slice` counts in another.
 * Those of an article that is not in the dataset, of which `readText` gives null, cannot be checked in it.
 */
export function valuesStand(
  written: string,
  readText: (article: string) => string | null,
  slice: (text: string, start: number, end: number) => string = inCodePoints,
): boolean {
  if (!written.includes('"quote"')) return true;
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return true; // a text that happens to speak of quotes
  }
  return listNamed(value).every(({ article, start, end, quote }) => {
    const text = readText(article);
    // one less is another, or the end is behind that of the text
    return (
      text === null ||
      (start >= 0 && slice(text, start, end) === quote && (quote === '' || slice(text, start, end - 1) !== quote))
    );
  });
}

/** Every object with an article and a quote is a span. */
function listNamed(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'article' in value && 'quote' in value ? [value as Named] : Object.values(value).flatMap(listNamed);
}
