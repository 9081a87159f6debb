import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildRenderer } from '../../build/build-app.ts';
import { openJourney, type Journey } from '../e2e/journey.ts';
import { takeComparePictures } from './take-compare-pictures.ts';
import { takeOverlapPictures } from './take-overlap-pictures.ts';
import { takeReviewPictures } from './take-review-pictures.ts';

// npm run pictures: the screenshots that README and docs show, of invented articles
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const read = (name: string) => readFileSync(new URL(`../fixtures/journey/${name}`, import.meta.url), 'utf8');
const [text, arabic] = [read('jetty.txt'), read('arabic.txt')];

type Tag = [label: 'actor' | 'location' | 'claim', ...words: string[]];

/** Five deep in one sentence, crossing in another, one with a gap. */
const tags: Tag[] = [
  ['claim', 'At least 14 people were killed and between 30 and 35 injured'],
  ['location', 'fuel jetty at Qal’at Murayn'],
  ['actor', 'Murayn Harbour Authority'],
  [
    'claim',
    'Colonel Yusr Hadad of the Temsar Coast Guard’s Qal’at Murayn station told reporters that nine sailors had died',
  ],
  ['actor', 'Colonel Yusr Hadad of the Temsar Coast Guard’s Qal’at Murayn station'],
  ['actor', 'the Temsar Coast Guard’s Qal’at Murayn station'],
  ['actor', 'Temsar Coast Guard'],
  ['location', 'Temsar'],
  ['actor', 'Interior Ministry'],
  ['claim', 'The Interior Ministry said 4,000 families', 'had been moved inland'],
  ['location', 'Sabkha quarter'],
  ['location', 'Ras Ilun'],
];

async function tagAll({ call, articles }: Journey): Promise<void> {
  const body = text.indexOf('\n\n');
  for (const [label, ...parts] of tags) {
    const spans = parts.map((words) => {
      const start = text.indexOf(words, label === 'location' ? body : 0);
      if (start === -1) throw new Error(`“${words}” is not in the article`);
      return { start, end: start + words.length };
    });
    await call('annotations:create', { article: articles['jetty.txt'], label, spans });
  }
}

/** The coast guard, as two outlets and two scripts name it; a place beside it. */
async function makeEntities({ call, articles }: Journey): Promise<void> {
  const words = 'خفر السواحل';
  const start = arabic.indexOf(words);
  const spans = [{ start, end: start + words.length }];
  await call('annotations:create', { article: articles['arabic.txt'], label: 'actor', spans });
  const aliases = [{ form: words }, { form: 'the Temsar Coast Guard’s Qal’at Murayn station' }];
  await call('entities:create', { label: 'actor', name: 'Temsar Coast Guard', kind: 'agency', aliases });
  await call('entities:create', { label: 'location', name: 'Sabkha quarter', kind: 'town' });
}

await takeOverlapPictures(folder);
await buildRenderer();
await takeComparePictures(folder);
await takeReviewPictures(folder);
const journey = await openJourney();
const { page } = journey;
await page.getByRole('option', { name: /Fuel jetty blast/ }).click();
await tagAll(journey);
await page.setViewportSize({ width: 1280, height: 800 });
await page.locator('.reader-text').focus();
await page.keyboard.press('Tab'); // the first annotation
await page.mouse.move(0, 0);
for (const theme of ['light', 'dark'] as const) {
  await journey.call('settings:set', { theme });
  await page.waitForFunction((wanted) => document.documentElement.dataset['theme'] === wanted, theme);
  await page.screenshot({ path: join(folder, `annotate-${theme}.png`) });
}
await journey.call('settings:set', { theme: 'light' });
await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'light');
const shoot = (name: string) => page.screenshot({ path: join(folder, `${name}-light.png`) });

await page.getByRole('tab', { name: 'Search' }).click();
const query = page.getByRole('searchbox', { name: 'Search in corpus' });
await query.fill('jetty OR الوقود');
await query.press('Enter');
await page.getByRole('listbox', { name: 'Hits' }).getByRole('option').first().waitFor();
await shoot('search');

await makeEntities(journey);
await page.getByRole('tab', { name: 'Entities' }).click();
await page.getByRole('option', { name: /Temsar Coast Guard/ }).click();
await page.getByRole('button', { name: 'Link older mentions' }).click();
await page.getByRole('cell', { name: '1 by rule' }).first().waitFor();
await shoot('entities');

await page.getByRole('button', { name: /, corpus$/ }).click();
await page.getByRole('menuitem', { name: 'History…' }).click();
await page.getByRole('dialog', { name: 'History' }).getByRole('heading', { level: 4 }).first().waitFor();
await shoot('history');
await journey.close();
process.exit(0); // the browser that journeys share is still open
