import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { findFaults } from './find-faults.ts';
import { createJourneys, findPoint, type Journey } from './journey.ts';

const journeys = createJourneys();
let journey: Journey;
beforeEach(async () => {
  journey = await journeys.begin();
  const { page } = journey;
  await page
    .getByRole('region', { name: 'Articles' })
    .getByRole('option', { name: /Fuel jetty blast/ })
    .click();
  await page.getByRole('document', { name: /Fuel jetty blast/ }).waitFor();
  await select('Interior Ministry', 2);
  await page.keyboard.press('a');
  await said('tagged as actor');
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const said = (words: string) => journey.page.getByRole('status').filter({ hasText: words }).waitFor();
const stored = async () =>
  (await journey.call('annotations:list', {})).annotations.map(({ label, spans }) => `${label}: ${spans[0]!.quote}`);

async function select(from: string, words: number) {
  const { page } = journey;
  const { x, y } = await findPoint(page, from, 'start');
  await page.mouse.click(x + 1, y);
  for (let word = 0; word < words; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
}

/** The middle of a handle's knob, which the style sheet draws. */
const findKnob = (end: 's' | 'e') =>
  journey.page.evaluate((which) => {
    const handle = document.querySelector(`.handle-${which}`)!;
    const { left, top } = handle.getBoundingClientRect();
    const knob = getComputedStyle(handle, '::after');
    return { x: left, y: top + parseFloat(knob.top) + 4 };
  }, end);

it('an annotation is set to other words that are selected, by keyboard too, and undone', async () => {
  const { page } = journey;
  const button = page.getByRole('button', { name: 'Set to selection' });
  await button.press('Enter');
  await said('Select the words that it shall stand on first.');
  await page.keyboard.press('Shift+F6');
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+ArrowLeft');
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await button.press('Enter');
  await said('actor stands on “The Interior Ministry” now');
  expect(await stored()).toEqual(['actor: The Interior Ministry']);
  expect(await page.evaluate(() => document.activeElement!.textContent)).toBe('Set to selection');
  await page.keyboard.press('Control+z');
  await said('undone: change of a tag, “Interior Ministry”');
  expect(await stored()).toEqual(['actor: Interior Ministry']);
});

it('its ends are dragged by their handles, by whole words, and Escape leaves them; with Ctrl words are added', async () => {
  const { page } = journey;
  const drag = async (from: { x: number; y: number }, words: string, meanwhile?: () => Promise<void>) => {
    const to = await findPoint(page, words, 'start');
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x + 12, to.y, { steps: 3 });
    await meanwhile?.();
    await page.mouse.up();
  };
  await drag(await findKnob('e'), 'families', () => page.keyboard.press('Escape'));
  await drag(await findKnob('e'), 'families');
  await said('actor stands on “Interior Ministry said 4,000 families” now');
  expect(await stored()).toEqual(['actor: Interior Ministry said 4,000 families']);
  expect(await page.getByRole('toolbar', { name: 'Tag as' }).count()).toBe(0);
  await page.keyboard.press('Control+z');
  await said('undone: change of a tag, “Interior Ministry”');
  await page.keyboard.down('Control');
  const { x, y } = await findPoint(page, 'families', 'start');
  await drag({ x: x + 3, y }, 'families', async () => page.mouse.move(x + 30, y));
  await page.keyboard.up('Control');
  await said('actor stands on “Interior Ministry … families” now: words added');
  expect(await page.getByRole('toolbar', { name: 'Tag as' }).count()).toBe(0);
});

it('of more than two upon one another a list is shown to choose from, which goes with the next key', async () => {
  const { page } = journey;
  const list = page.getByRole('listbox', { name: 'Annotations here' });
  await select('Ministry', 1);
  await page.keyboard.press('l');
  await said('tagged as location');
  await select('The Interior', 4);
  await page.keyboard.press('c');
  await said('tagged as claim');
  await page.getByRole('img', { name: /^claim: The Interior/ }).waitFor(); // the lines part where three are upon one another
  const { x, y } = await findPoint(page, 'Ministry', 'start');
  // it has scrolled there, and a scroll that is told later would put the list away
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.mouse.click(x + 6, y);
  await list.waitFor();
  await list.getByRole('option', { name: 'location: Ministry', selected: true }).waitFor();
  await page.mouse.click(x + 6, y);
  await list.getByRole('option', { name: 'actor: Interior Ministry', selected: true }).waitFor();
  await list.getByRole('option', { name: /^claim/ }).click();
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('heading', { name: 'claim' }).waitFor();
  await list.waitFor({ state: 'detached' });
  await page.keyboard.press(' ');
  await list.waitFor();
  expect(await findFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.role)).toBe('document');
  await page.keyboard.press(' ');
  await list.waitFor();
  await page.keyboard.press('ArrowRight');
  await list.waitFor({ state: 'detached' });
});
