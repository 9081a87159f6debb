import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { VIEWPORT } from './open-window.ts';

/** In the page: what scrolls sideways or stands beyond the edge, but tables in a place of their own that a key reaches and that has a name. */
function findWide(): string[] {
  const edge = document.documentElement.clientWidth;
  const isScrolled = (element: Element) => /auto|scroll/u.test(getComputedStyle(element).overflowX);
  const isTables = (element: Element) =>
    element.matches('[role][tabindex="0"][aria-label]:has(> table)') && isScrolled(element);
  const isWithinTables = (element: Element | null): boolean =>
    element !== null && (isTables(element) || isWithinTables(element.parentElement));
  const wide = [...document.querySelectorAll('*')].filter((element) => {
    const { width, right } = element.getBoundingClientRect();
    const isBeyond = width > 1 && right > edge + 1;
    const isWider = isScrolled(element) && element.scrollWidth > element.clientWidth + 1;
    return (isBeyond || isWider) && !isWithinTables(element);
  });
  return wide.map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">`);
}

/** At 200 % zoom of a window of 1440 by 900 nothing but a table has to be scrolled sideways to be read (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: VIEWPORT.width / 2, height: VIEWPORT.height / 2 });
  await expect.poll(() => page.evaluate(findWide)).toEqual([]); // what is measured is drawn anew
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(VIEWPORT.width / 2);
  await page.setViewportSize(VIEWPORT);
}
