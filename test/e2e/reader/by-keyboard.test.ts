import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findReasonToSkip } from '../../helpers/browser.ts';
import { openJourney, type Journey } from '../journey.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(async () => {
  expect(journey.violations).toEqual([]);
  await journey.close();
});

const inspector = () => journey.page.getByRole('complementary', { name: 'Inspector' });
const said = (words: string) => journey.page.getByRole('status').filter({ hasText: words }).first().waitFor();
const press = async (...keys: string[]) => {
  for (const key of keys) await journey.page.keyboard.press(key);
};
const stored = async () =>
  (await journey.call('annotations:list', { filter: { articles: [journey.articles['jetty.txt']] } })).annotations;
const words = async () =>
  (await stored()).map(({ label, spans }) => `${label}: ${spans.map(({ quote }) => quote).join(' … ')}`);

/** The last words before the caret, where the text has the focus. */
const before = () =>
  journey.page.evaluate(() => {
    const { focusNode, focusOffset } = document.getSelection()!;
    const text = document.activeElement;
    if (text?.role !== 'document' || !focusNode) return null;
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(focusNode, focusOffset);
    return range.toString().split(' ').slice(-2).join(' ');
  });

describe.skipIf(findReasonToSkip())('an article worked through by keyboard alone', () => {
  it('names are tagged at the caret, given their entities, and the focus comes back to the same place', async () => {
    const { page } = journey;
    await page.getByRole('option', { selected: true }).waitFor();
    await page.getByRole('listbox', { name: 'Articles' }).focus();
    await press('ArrowDown');
    await page.getByRole('document', { name: /Fuel jetty blast/ }).waitFor();
    await press('Enter');
    await expect.poll(before).not.toBeNull();
    for (let paragraph = 0; paragraph < 3; paragraph += 1) await press('Control+ArrowDown');
    await press('Alt+ArrowDown', 'Control+ArrowLeft', 'Control+ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'a');
    await said('“Murayn Harbour Authority” tagged as actor');
    await expect.poll(before).toBe('Harbour Authority');
    await press('e');
    await page.keyboard.type('Harbour Authority of Murayn');
    await press('Enter');
    await expect.poll(before).toBe('Harbour Authority');
    await expect.poll(async () => (await stored())[0]?.entity).toBe('Harbour Authority of Murayn');
    await press('Control+ArrowRight', 'Control+ArrowLeft');
    expect(await before()).toBe('Authority ');
  });

  it('a claim is widened to, tagged, filled in, and left for the next tag where the caret was', async () => {
    await press('.', '.', 'c');
    await said('tagged as claim');
    expect((await before())!.endsWith('said.')).toBe(true);
    await inspector().getByRole('heading', { name: 'claim' }).waitFor();
    await press('Enter');
    await expect.poll(() => journey.page.evaluate(() => document.activeElement!.closest('aside') !== null)).toBe(true);
    await press('Escape');
    expect((await before())!.endsWith('said.')).toBe(true);
    await press('Control+ArrowRight');
    expect(await before()).toBe('said. It');
  });

  it('a relation is drawn from one to the other, and Escape and Enter lead back to the text', async () => {
    await press('Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowLeft', ' ');
    await said('actor: Murayn Harbour Authority');
    await press('r', ' ');
    await said('claim: At least 14');
    await press('Enter');
    const dialog = journey.page.getByRole('dialog', { name: 'Relation' });
    await dialog.waitFor();
    await press('Escape');
    await expect.poll(before).toBe('Harbour ');
    await press('Enter');
    await dialog.waitFor();
    await press('Enter');
    await said('Related:');
    await expect.poll(before).toBe('Harbour ');
  });

  it('ends are moved and words added and taken away, each one step to undo', async () => {
    await press(' ');
    await said('actor: Murayn Harbour Authority');
    await press('F2', 'Tab', 'Control+ArrowLeft', 'Enter');
    await said('actor stands on “the Murayn Harbour Authority” now');
    await press('Control+z');
    await said('undone: change of a tag'); // it goes to what it changed
    await expect.poll(words).toContain('actor: Murayn Harbour Authority');
    await press('Control+ArrowDown', 'Control+Shift+ArrowRight', '+');
    await said('words added');
    await expect.poll(words).toContain('actor: Murayn Harbour Authority … Colonel');
    await press('-');
    await said('words taken away');
    await expect.poll(words).toContain('actor: Murayn Harbour Authority');
    await press('Control+z', 'Control+z');
    await expect
      .poll(words)
      .toEqual([expect.stringMatching(/^claim: At least 14/u), 'actor: Murayn Harbour Authority']);
  });

  it('another person’s annotation stays where it is, and it is said whose it is', async () => {
    await journey.call('settings:set', { name: 'Omar' });
    await inspector().getByText('Sara made this').waitFor();
    await expect.poll(before).not.toBeNull(); // the text comes anew for somebody else
    await press('F2');
    await said('Sara made this');
    await press('Shift+Control+ArrowRight', '+');
    await said('Sara made this');
    await expect.poll(words).toContain('actor: Murayn Harbour Authority');
  });
});
