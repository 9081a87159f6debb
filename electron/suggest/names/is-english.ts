import { toWords } from './lists/list.ts';
import type { Line } from './words.ts';

/** What every English text is full of. */
const commonest = toWords('the of and to in a that');
/** In English prose about a quarter of all words are these; in headlines and lists fewer. */
const LEAST_SHARE = 0.08;
/** Unit: words. A shorter text does not tell. */
const ENOUGH = 30;

/** Whether a text is English by what is said of it, else by its words. */
export function isEnglish(language: string | null, lines: readonly Line[]): boolean {
  if (language !== null) return /^en\b/iu.test(language);
  const words = lines.flatMap((line) => line.words);
  const common = words.filter(({ key }) => commonest.has(key)).length;
  return words.length < ENOUGH || common / words.length >= LEAST_SHARE;
}
