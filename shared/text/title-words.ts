import { foldName } from './fold.ts';

/** Whether a title has all words that were typed, or their beginnings or parts: in any order, however it is written and they are. */
export function createTitleTest(typed: string): (title: string) => boolean {
  const words = foldName(typed).split(/\s+/u);
  return (title) => {
    const folded = foldName(title);
    return words.every((word) => folded.includes(word));
  };
}
