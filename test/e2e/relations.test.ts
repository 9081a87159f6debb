import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleRef } from '#shared/domain/ids';
import { findFaults } from './find-faults.ts';
import { createJourneys, type Journey } from './journey.ts';

const journeys = createJourneys();
let journey: Journey;
let [claim, actor, elsewhere] = ['', '', ''];
beforeEach(async () => {
  journey = await journeys.begin();
  claim = await tag('jetty.txt', 'claim', 'At least 14 people were killed');
  actor = await tag('jetty.txt', 'actor', 'Murayn Harbour Authority');
  elsewhere = await tag('second-night.txt', 'claim', 'families slept in three schools');
  await openArticle(/Fuel jetty blast/);
});
afterEach(() => expect(journey.violations).toEqual([]));
afterAll(() => journeys.end());

const region = (name: string) => journey.page.getByRole('region', { name });
const inspector = () => journey.page.getByRole('complementary', { name: 'Inspector' });
const said = (text: string) => journey.page.getByRole('status').filter({ hasText: text }).waitFor();
const bar = () => journey.page.getByRole('region', { name: 'Relation', exact: true });
const dialog = (name: string) => journey.page.getByRole('dialog', { name });

async function tag(file: keyof Journey['articles'], label: string, words: string): Promise<string> {
  const article = journey.articles[file] as ArticleRef;
  const { text } = await journey.call('articles:get', { article });
  const start = text.indexOf(words);
  const spans = [{ start, end: start + words.length }];
  return (await journey.call('annotations:create', { article, label, spans })).uid;
}

async function openArticle(title: RegExp) {
  await journey.page.getByRole('option', { name: title }).click();
  await region('Article text').getByRole('document', { name: title }).waitFor();
}

/** Puts an annotation of the open article into focus from the list of all, and the caret into the text. */
async function goTo(words: string) {
  await inspector().getByRole('option', { name: words }).first().click();
  await region('Article text').getByRole('document').focus();
}

const listed = async (annotation: string) =>
  (await journey.call('relations:list', { annotation: annotation })).relations.map(({ kind, from, to, note }) => [
    kind,
    from.annotation,
    to.annotation,
    note,
  ]);

describe('a relation', () => {
  it('is made with the keyboard alone, shown at both ends, and removed', async () => {
    const { page } = journey;
    await goTo('At least 14');
    await page.keyboard.press('r');
    await bar().getByText('go to its other end').waitFor();
    await page.keyboard.press('Enter');
    await said('Go to the other end first');
    await page.keyboard.press('Tab');
    await bar().getByText('Murayn Harbour Authority').waitFor();
    await page.keyboard.press('Enter');
    await dialog('Relation').waitFor();
    await page.keyboard.press('ArrowDown'); // from “attributed to” to “about”
    await page.keyboard.press('Tab');
    await page.keyboard.type('the authority speaks of itself');
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await said('Related: about');
    await bar().waitFor({ state: 'detached' });
    expect(await listed(claim)).toEqual([['about', claim, actor, 'the authority speaks of itself']]);

    await inspector()
      .getByRole('button', { name: /^about, from “At least 14/u })
      .click();
    await inspector()
      .getByRole('button', { name: /^about, to “Murayn/u })
      .waitFor();
    await inspector()
      .getByRole('button', { name: /^More about about/u })
      .click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await said('Relation about removed');
    expect(await listed(claim)).toEqual([]);
  });

  it('holds its end while another article is opened; Escape leaves it', async () => {
    const { page } = journey;
    await goTo('At least 14');
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    await said('No relation made.');
    await page.keyboard.press('r');
    await openArticle(/second night/u);
    await bar().getByText('At least 14').waitFor();
    await goTo('families slept');
    await page.keyboard.press('Enter');
    await dialog('Relation')
      .getByRole('radio', { name: /contradicts/u })
      .waitFor();
    await page.keyboard.press('Enter');
    await said('Related: contradicts');
    expect(await listed(elsewhere)).toEqual([['contradicts', claim, elsewhere, '']]);
    await inspector()
      .getByRole('button', { name: /^contradicts, to “At least 14/u })
      .click();
    await region('Article text')
      .getByRole('document', { name: /Fuel jetty blast/u })
      .waitFor();
    await inspector()
      .getByRole('button', { name: /^contradicts, to “families slept/u })
      .waitFor();
  });
});

describe('an event card', () => {
  it('is made from a claim, gets another, and shows both; a claim is opened from it', async () => {
    const { page } = journey;
    const attributes = { figures: [{ what: 'people', unit: 'killed', min: 14 }] };
    await journey.call('annotations:update', { annotation: claim, changes: { attributes } });
    await goTo('At least 14');
    await inspector().getByRole('button', { name: 'Add to a card…' }).click();
    await page.getByRole('combobox', { name: 'Event card' }).fill('Jetty blast');
    await page.getByRole('option', { name: 'New card “Jetty blast”' }).waitFor();
    await page.keyboard.press('Enter');
    await said('Put on “Jetty blast”');

    await openArticle(/second night/u);
    await goTo('families slept');
    await inspector().getByRole('button', { name: 'Add to a card…' }).click();
    await page.getByRole('option', { name: 'Jetty blast' }).waitFor();
    await page.keyboard.press('Enter');
    await inspector().getByRole('button', { name: 'Open the card “Jetty blast”' }).click();

    const card = dialog('Event cards').getByRole('article', { name: 'Jetty blast' });
    await card.getByRole('textbox', { name: 'Date' }).fill('2024-03-12');
    await card.getByRole('button', { name: 'Save card' }).click();
    await dialog('Event cards')
      .getByRole('button', { name: /Jetty blast.*2024-03-12 · 2 claims/u })
      .waitFor();
    expect(await findFaults(page)).toEqual([]);
    const figures = card.getByRole('table', { name: 'Figures over all claims' });
    await figures.getByRole('row', { name: /people killed.*14/u }).waitFor();
    await card.getByRole('button', { name: /^Open “At least 14/u }).click();
    await dialog('Event cards').waitFor({ state: 'detached' });
    await region('Article text')
      .getByRole('document', { name: /Fuel jetty blast/u })
      .waitFor();
    await inspector().getByText('At least 14 people were killed').first().waitFor();
  });
});
