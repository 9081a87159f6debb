import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findFaults } from './find-faults.ts';

/** Nothing is wrong by axe in light, and in dark, which differs in colours alone, none of these. */
export async function expectNoFaults(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await waitForColours(page);
  expect(await findFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await waitForColours(page);
  expect(await findFaults(page, ['color-contrast']), 'dark').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Colours fade over, also those of a button that can be pressed again. */
const waitForColours = (page: Page) =>
  page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
