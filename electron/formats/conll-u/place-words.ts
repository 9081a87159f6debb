import { createUnitMap } from '#shared/text/offset-units';
import { standsAt, toNumber, type PlacedTokens } from '../tokens/read-offsets.ts';
import { findMisc, joinWords, type Section } from './parse-sentences.ts';

/** Words as they say they stand in a text; undefined where one does not. Unit of what they say: code points. */
export function placeOn(text: string, { sentences }: Section): PlacedTokens | undefined {
  const { toUtf16 } = createUnitMap(text, 'codepoint');
  const words = sentences.flatMap((sentence) => sentence.words);
  const places = words.map(({ misc }) => {
    const range = findMisc(misc[0]!, 'TokenRange=') ?? '';
    const colon = range.indexOf(':');
    const [start, end] = [toNumber(range, 0, colon), toNumber(range, colon + 1, range.length)];
    return { start: toUtf16(start), end: toUtf16(end) };
  });
  const stand = places.every((place, n) => {
    const { form } = words[n]!;
    return standsAt(text, place, form) || text.slice(place.start, place.end).normalize('NFC') === form;
  });
  return stand ? { text, places, uids: places.map(() => null) } : undefined;
}

/** The text that the words make, paragraphs on lines of their own. */
export function layOut({ sentences }: Section): PlacedTokens {
  const placed: PlacedTokens = { text: '', places: [], uids: [] };
  for (const [n, { words, isNewParagraph }] of sentences.entries()) {
    if (isNewParagraph && n > 0) placed.text = `${placed.text.trimEnd()}\n`;
    let at = placed.text.length;
    for (const { form, hasSpace } of words) {
      placed.places.push({ start: at, end: at + form.length });
      placed.uids.push(null);
      at += form.length + (hasSpace ? 1 : 0);
    }
    placed.text += joinWords(words);
  }
  return { ...placed, text: placed.text.trimEnd() };
}
