import { assertNever } from '#shared/domain/assert-never';
import type { Direction } from '#shared/text/direction';
import type { Letter, Mark } from './draw-block.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Paths of the glyphs that say a state, in a box of 7 by 7. Source: docs/decisions/0005-reader.md. */
const statePaths: Readonly<Record<string, string>> = {
  accepted: 'm1 4 2 2 3-4.5',
  corrected: 'M1 4.5c1-2.5 2-2.5 3 0s2 2.5 2.5 0',
  rejected: 'm1 1.5 5 4.5m0-4.5-5 4.5',
};

/**
 * The element of a mark. It holds no text: letters and names are drawn by the style sheet from attributes, so that what
 * the page's text says is the article's and nothing else.
 */
export function createMarkElement(mark: Mark): HTMLElement {
  switch (mark.kind) {
    case 'letters': {
      const carrier = createElement('span', 'tg');
      const row = createElement('b', '');
      row.append(...mark.letters.map(createLetter));
      carrier.append(row);
      turn(carrier, mark.turn);
      return carrier;
    }
    case 'bracket':
    case 'handle': {
      const [short, from] =
        mark.kind === 'bracket'
          ? (['br', `br-${mark.colour}${mark.dashed ? ' br-q' : ''}`] as const)
          : (['handle', ''] as const);
      const element = createElement('span', `${short} ${short}-${mark.end === 'start' ? 's' : 'e'} ${from}`.trim());
      element.style.setProperty('--slot', String(mark.slot));
      turn(element, mark.turn);
      return element;
    }
    case 'invisible': {
      const element = createElement('span', 'ctl');
      element.dataset['name'] = mark.name;
      element.role = 'img';
      element.ariaLabel = mark.name;
      return element;
    }
    default:
      return assertNever(mark);
  }
}

/** Gives a mark a direction of its own, by an invisible character that the style sheet puts into it. */
function turn(element: HTMLElement, direction: Direction | undefined): void {
  if (direction === undefined) return;
  element.dataset['turn'] = direction;
  element.append(createElement('span', 'turn'));
}

/** Tells two marks at one place apart; the same key draws the same. */
export const toMarkKey = (mark: Mark): string => JSON.stringify(mark);

function createLetter({ letter, colour, name, state, part, focused }: Letter): HTMLElement {
  const element = createElement('i', `t-${colour}${focused ? ' on' : ''}`);
  element.role = 'img';
  element.ariaLabel = name;
  element.dataset['letter'] = state === 'unsure' || state === 'suggested' ? `${letter}?` : letter;
  if (part > 0) element.dataset['part'] = String(part);
  const path = statePaths[state];
  if (path !== undefined) {
    const glyph = document.createElementNS(SVG, 'svg');
    glyph.setAttribute('class', 'st');
    glyph.setAttribute('viewBox', '0 0 7 7');
    glyph.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS(SVG, 'path');
    line.setAttribute('d', path);
    glyph.append(line);
    element.append(glyph);
  }
  return element;
}

function createElement(tag: string, className: string): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  return element;
}
