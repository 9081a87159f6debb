/** As in review-settle-text.css. Unit: pixels. */
const CARD_HEIGHT = 20;

/**
 * Puts the cards beside a section level with the lines on which their words begin, pushed down where one would lie on another. The
 * section has to be laid out.
 */
export function placeCards(section: HTMLElement): void {
  const { top: origin } = section.getBoundingClientRect();
  const cards = [...section.querySelectorAll<HTMLElement>('.settle-card')].filter((card) => card.offsetParent !== null);
  const level = cards.map((card) => {
    const line = findWords(card)?.getClientRects()[0];
    return line ? line.top + line.height / 2 - CARD_HEIGHT / 2 - origin : 0;
  });
  const ends = { left: -Infinity, right: -Infinity };
  cards.forEach((card, n) => {
    const side = card.dataset['side'] === 'left' ? 'left' : 'right';
    const top = Math.round(Math.max(level[n]!, ends[side]));
    ends[side] = top + CARD_HEIGHT;
    card.style.top = `${top}px`;
  });
}

/** A card stands before the words that it is about, perhaps on the line above: they are what is measured. */
function findWords(card: HTMLElement): Element | undefined {
  let next = card.nextElementSibling;
  while (next?.matches('.settle-card')) next = next.nextElementSibling;
  return next?.querySelector('[data-start]') ?? undefined;
}
