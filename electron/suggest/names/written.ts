import { articlePattern } from './words.ts';

const SHORT = 5;
const hasCapital = (text: string) => /\p{Lu}/u.test(text);
const isAcronym = (text: string) => text.length <= SHORT && /\p{Lu}/u.test(text) && !/\p{Ll}|\s/u.test(text);

/**
 * Whether words in a text may be the name that is written so: “is” is not IS, nor “reef front” Reef Front. A name without capitals,
 * or of a script that has none, may be written anyhow.
 */
export function isWrittenAlike(found: string, written: string): boolean {
  if (!hasCapital(written)) return true;
  if (isAcronym(written.replaceAll('.', ''))) return !/\p{Ll}/u.test(found);
  return /^\p{Lu}/u.test(found.replace(articlePattern, '')) || /^[ae]l\s\p{Lu}/iu.test(found);
}
