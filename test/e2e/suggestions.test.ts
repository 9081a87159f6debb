import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { ArticleRef } from '#shared/domain/ids';
import type { Suggestion } from '#shared/domain/suggestion';
import { findFaults } from './find-faults.ts';
import { createJourneys, type Journey } from './journey.ts';

const journeys = createJourneys({ suggestions: 'shown' });
let journey: Journey;
beforeEach(async () => {
  journey = await journeys.begin();
  await journey.page
    .getByRole('region', { name: 'Articles' })
    .getByRole('option', { name: /Fuel jetty blast/u })
    .click();
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const inspector = () => journey.page.getByRole('complementary', { name: 'Inspector' });
const text = () => journey.page.getByRole('region', { name: 'Article text' }).getByRole('document');
const status = () => journey.page.getByRole('contentinfo');
const said = (words: string | RegExp) => journey.page.getByRole('status').filter({ hasText: words }).waitFor();
const press = (keys: string) => journey.page.keyboard.press(keys);
const focusedIs = (quote: string) => inspector().locator('.says').filter({ hasText: quote }).waitFor();

const listSuggestions = async (): Promise<Suggestion[]> => {
  const article = journey.articles['jetty.txt'] as ArticleRef;
  return (await journey.call('suggestions:list', { article })).suggestions;
};
const listTags = async () =>
  (await journey.call('annotations:list', {})).annotations.map(({ label, spans, origin }) => [
    label,
    spans[0]!.quote,
    origin,
  ]);
const counted = (n: number) => status().getByText(`${n} suggestions`, { exact: true }).waitFor();

it('suggestions are taken, dismissed and corrected with the keyboard alone, and each undo brings one back', async () => {
  const all = await listSuggestions();
  await counted(all.length);
  const names = all.filter(({ label }) => label !== 'claim');
  const [first, second, third] = names as [Suggestion, Suggestion, Suggestion];
  await text().focus();
  const goTo = async (suggestion: Suggestion) => {
    for (let n = 0; n < all.length; n += 1) {
      if ((await inspector().locator('.says').textContent()) === suggestion.spans[0]!.quote) return;
      await press('Tab');
    }
  };
  await press('Tab');
  await inspector().getByText(first.label, { exact: false }).first().waitFor();
  expect(await findFaults(journey.page)).toEqual([]);

  await goTo(first);
  await press('y');
  await said(`“${first.spans[0]!.quote}” taken as ${first.label}. Suggestion, ${all[1]!.label}`);
  expect(await listTags()).toEqual([[first.label, first.spans[0]!.quote, 'suggestion']]);

  await goTo(second);
  await press('n');
  await said(`${second.label} “${second.spans[0]!.quote}” dismissed.`);
  await counted(all.length - 2);

  await goTo(third);
  const other = third.label === 'actor' ? 'location' : 'actor';
  await press(other === 'actor' ? 'a' : 'l');
  await said(`“${third.spans[0]!.quote}” taken as ${other}`);
  expect(await listTags()).toHaveLength(2);

  await press('Control+z');
  await press('Control+z');
  await counted(all.length - 1);
  await press('Control+z');
  await counted(all.length);
  expect(await listTags()).toEqual([]);
});

it('all of one name or kind are taken or dismissed as one step, and the list says what there is', async () => {
  const all = await listSuggestions();
  await counted(all.length);
  await inspector()
    .getByRole('radio', { name: `Suggestions ${all.length}` })
    .click();
  const list = inspector().getByRole('listbox', { name: 'Suggestions' });
  await inspector().getByRole('radio', { name: 'likeliest first' }).click();
  const [likeliest] = all.toSorted((a, b) => b.confidence - a.confidence);
  await list.getByRole('option').first().getByText(likeliest!.spans[0]!.quote).waitFor();
  expect(await findFaults(journey.page)).toEqual([]);

  await list.focus();
  await press('y');
  await said(`“${likeliest!.spans[0]!.quote}” taken as ${likeliest!.label}`);
  expect(await listTags()).toHaveLength(1);
  await press('n');
  await said(/“.*” dismissed/u);
  await press('Control+z');
  await said('undone: dismissal');
  await press('Control+z');
  await counted(all.length);
  expect(await listTags()).toEqual([]);

  const same = all.filter(({ label, spans }) => label === 'location' && spans[0]!.quote === 'Qal’at Murayn');
  expect(same.length).toBeGreaterThan(1);
  await list.press('End');
  await list
    .locator('.is-active')
    .getByText(all.toSorted((a, b) => b.confidence - a.confidence).at(-1)!.spans[0]!.quote)
    .waitFor();
  await list.getByRole('option', { name: 'Qal’at Murayn' }).first().click();
  await focusedIs('Qal’at Murayn');
  await inspector()
    .getByRole('button', { name: `Take all (${same.length}): location: Qal’at Murayn` })
    .click();
  await said(`${same.length} suggestions taken`);
  expect(await listTags()).toHaveLength(same.length);
  await counted(all.length - same.length);

  await inspector()
    .getByRole('button', { name: /^Dismiss all \(\d+\): /u })
    .last()
    .click();
  await said(/suggestions dismissed/u);
  await inspector().locator('[data-to-list]').click();
  await inspector()
    .getByRole('button', { name: /^Suggest what you dismissed again/u })
    .click();
  await counted(all.length - same.length);
  await text().focus();
  for (const n of [1, 2, 3]) {
    await press('Control+z');
    await said(n === 3 ? 'taking' : 'suggestions');
  }
  await counted(all.length);
  expect(await listTags()).toEqual([]);

  await journey.page.getByRole('button', { name: /^suggestions/u }).click();
  await inspector().getByRole('button', { name: 'Show suggestions' }).waitFor();
});
