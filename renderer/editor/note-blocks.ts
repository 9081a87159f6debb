import { getBlockElement, type Sheet } from './sheet.ts';

/** Blocks of a reader that say something beside them. */
const noted = new WeakMap<Sheet, Set<number>>();

/** Says something of blocks in their margin, by their place in the article; of no others. The style sheet draws it. */
export function noteBlocks(sheet: Sheet, notes: ReadonlyMap<number, string>): void {
  for (const index of noted.get(sheet) ?? []) delete getBlockElement(sheet, index).dataset['note'];
  for (const [index, note] of notes) getBlockElement(sheet, index).dataset['note'] = note;
  noted.set(sheet, new Set(notes.keys()));
}
