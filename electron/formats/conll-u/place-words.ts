import { createUnitMap } from '#shared/text/offset-units';
import type { PlacedTokens } from '../tokens/read-offsets.ts';
import { findMisc, joinWords, type Section } from './parse-sentences.ts';

/** Words as they say they stand in a text; undefined where one does not. Unit of what they say: code points. */
export function placeOn(text: string, { sentences }: Section): PlacedTokens | undefined {
  const { toUtf16 } = createUnitMap(text, 'codepoint');
  const words = sentences.flatMap((sentence) => sentence.words);
  const places = words.map(({ misc }) => {
    const [start = NaN, end = NaN] = (findMisc(misc[0]!, 'TokenRange') ?? '').split(':').map(Number);
    return { start: toUtf16(start), end: toUtf16(end) };
  });
  const stand = places.every(({ start, end }, n) => {
    const said = text.slice(start, end);
    return said === words[n]!.form || said.normalize('NFC') === words[n]!.form;
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
