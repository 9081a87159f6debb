import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findFaults } from './find-faults.ts';

/** Nothing is wrong by axe in light, and in dark, which differs in colours alone, none of these. */
export async function expectNoFaults(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await findFaults(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findFaults(page, ['color-contrast']), 'dark').toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}
