import type { PlotOptions } from '@observablehq/plot';
import { plot } from '@observablehq/plot';

/**
 * Draws a picture into a document, the page's own or one without a screen, so that page, report and command line show the same.
 *
 * Colours are custom properties of `tokens.css`; who takes the picture out of the page resolves them (`palette.ts`).
 */
export type DrawPicture = (document: Document, width: number) => Element;

/**
 * A plot without the style sheet that the library puts into it, which the page's policy refuses (ours stands in `pictures.css`), and
 * without its names for groups, which have no role to be named by: a picture has one name, and a table behind it.
 */
export function drawPlot(document: Document, options: Omit<PlotOptions, 'document'>): Element {
  const drawn = plot({ ...options, document });
  for (const style of drawn.querySelectorAll('style')) style.remove();
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  return drawn;
}
