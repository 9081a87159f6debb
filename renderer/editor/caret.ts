import { getBlockElement, type Sheet } from './sheet.ts';

/** Which of its two neighbours a caret stands at where a line breaks between them. */
export type Affinity = 'before' | 'after';

const carets = new WeakMap<Sheet, HTMLElement>();

/** Draws the caret, inside its block so that it stays with the words when blocks above change their height. */
export function drawCaret(sheet: Sheet, offset: number, affinity: Affinity): void {
  let caret = carets.get(sheet);
  if (!caret) {
    caret = document.createElement('span');
    caret.className = 'reader-caret';
    caret.ariaHidden = 'true';
    carets.set(sheet, caret);
  }
  const block = getBlockElement(sheet, sheet.mapping.findBlock(offset));
  const { top, left } = block.getBoundingClientRect();
  const place = measureCaret(sheet, offset, affinity);
  caret.style.transform = `translate(${place.left - left}px, ${place.top - top}px)`;
  caret.style.height = `${place.bottom - place.top}px`;
  if (caret.parentElement !== block) block.append(caret);
}

export function removeCaret(sheet: Sheet): void {
  carets.get(sheet)?.remove();
}

/** Where the caret stands in the window, in pixels. */
export function measureCaret({ view, mapping }: Sheet, offset: number, affinity: Affinity) {
  const side = affinity === 'before' ? -1 : 1;
  return view.coordsAtPos(mapping.toPos(offset, side), side);
}
