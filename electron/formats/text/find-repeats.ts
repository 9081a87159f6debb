const SHINGLE = 5;
const NEAR = 0.8;

const toWords = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function toShingles(text: string): Set<string> {
  const words = toWords(text);
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= words.length; i += 1) shingles.add(words.slice(i, i + SHINGLE).join(' '));
  return shingles;
}

/**
 * For each text the first earlier one that it repeats, or null: of their runs of five words, at least four fifths of the
 * shorter's stand in the other.
 *
 * Complexity: linear in the words, through an index from runs to the texts that hold them.
 */
export function findRepeats(texts: string[]): (number | null)[] {
  const sizes: number[] = [];
  const index = new Map<string, number[]>();
  return texts.map((text, n) => {
    const shingles = toShingles(text);
    sizes.push(shingles.size);
    const shared = new Map<number, number>();
    for (const shingle of shingles) {
      const holders = index.get(shingle) ?? [];
      for (const holder of holders) shared.set(holder, (shared.get(holder) ?? 0) + 1);
      // a run that stands everywhere says nothing, and would make this quadratic
      if (holders.length < 50) index.set(shingle, [...holders, n]);
    }
    if (shingles.size < 3) return null;
    const found = [...shared].filter(
      ([other, count]) => sizes[other]! >= 3 && count >= NEAR * Math.min(shingles.size, sizes[other]!),
    );
    return found.length === 0 ? null : Math.min(...found.map(([other]) => other));
  });
}

/** Where a text starts again from its beginning ("a caption.a caption. Photo: …"), or undefined. Unit: UTF-16. */
export function findDoubling(text: string): number | undefined {
  if (text.length < 40 || text.length > 5000) return undefined;
  const border = measurePrefixes(text);
  for (let at = 20; at <= text.length / 2 + 1; at += 1) {
    const first = text.slice(0, at).trimEnd();
    if (first.length >= 20 && border[at]! >= first.length && /[\p{L}\p{N}]/u.test(first)) return at;
  }
  return undefined;
}

/** For each place how many characters from there equal those at the start (the Z function); linear. */
function measurePrefixes(text: string): Int32Array {
  const z = new Int32Array(text.length);
  let left = 0;
  let right = 0;
  for (let i = 1; i < text.length; i += 1) {
    let length = i < right ? Math.min(right - i, z[i - left]!) : 0;
    while (i + length < text.length && text[length] === text[i + length]) length += 1;
    z[i] = length;
    if (i + length > right) [left, right] = [i, i + length];
  }
  return z;
}
