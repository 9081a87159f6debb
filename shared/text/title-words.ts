import { foldTitle } from './fold.ts';

/** What a title has to hold, as `foldTitle` gives it, to be the one that was typed: words or parts of them, in any order. */
export const listTitleWords = (typed: string): string[] => [...new Set(foldTitle(typed).trim().split(/\s+/u))];

/** Whether a title has all of what was typed, however it is written and they are. */
export function createTitleTest(typed: string): (title: string) => boolean {
  const words = listTitleWords(typed);
  return (title) => {
    const folded = foldTitle(title);
    return words.every((word) => folded.includes(word));
  };
}
