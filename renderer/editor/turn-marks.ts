import { findDirection, type Direction } from '#shared/text/direction';
import type { Drawn } from './draw-block.ts';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const isLetter = /\p{L}/u;

/**
 * Gives the marks at words that run against their block's direction that of the words: without a direction of its own a mark before
 * Latin words in an Arabic line would stand where these end. Only at letters, since there it moves nothing else.
 */
export function turnMarks(drawn: Drawn[], text: string, block: { start: number; end: number }): Drawn[] {
  const words = text.slice(block.start, block.end);
  if (!rightToLeft.test(words)) return drawn;
  const own = findDirection(words);
  return drawn.map((one) => {
    if (!('mark' in one) || one.mark.kind === 'invisible') return one;
    const isEnd = one.mark.kind !== 'letters' && one.mark.end === 'end';
    const letter = text.charAt(isEnd ? one.at - 1 : one.at);
    const direction: Direction = rightToLeft.test(letter) ? 'rtl' : 'ltr';
    return isLetter.test(letter) && direction !== own ? { ...one, mark: { ...one.mark, turn: direction } } : one;
  });
}
