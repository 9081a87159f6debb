import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setAssignments } from '../../electron/services/assignments.ts';
import { editArticle, markArticle } from '../../electron/services/edit-article.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { importTaggedTwice } from '../helpers/tagged-twice.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { expectNoSidewaysScroll } from './expect-no-sideways-scroll.ts';
import { openWindow, type TestWindow } from './open-window.ts';

let opened: TestWindow;
beforeAll(async () => {
  opened = await openWindow({ name: 'Nour', prepare });
  await opened.page.getByRole('tab', { name: 'Review' }).click();
  await opened.page.getByRole('tab', { name: 'Agreement' }).click();
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

const NEWS = ['The ferry left Morrow at dawn.', 'The council of Morrow met in Murayn.', 'Two boats burned at Murayn.'];

/** Sara and Omar are done with four articles of two outlets, Lina with three of them; a fifth waits for Omar. */
async function prepare(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  const twice = await importTaggedTwice(made);
  editArticle(made.corpus, made.sara, twice, { outlet: 'بريد الميناء' });
  for (const [n, text] of NEWS.entries()) {
    const article = await made.importText(`News ${n}\n\n${text}\n`, `news-${n}.txt`);
    editArticle(made.corpus, made.sara, article, { outlet: 'Ferry News', date: '2024-03-14' });
    for (const by of ['Sara', 'Omar', 'Lina'].slice(0, n === 2 ? 1 : 3)) {
      for (const place of ['Morrow', 'Murayn']) {
        const start = `News ${n}\n\n${text}`.indexOf(place);
        if (start < 0 || (by === 'Lina' && place === 'Murayn')) continue;
        made.tag(article, by === 'Omar' && n === 0 ? 'actor' : 'location', start, start + place.length, by);
      }
      markArticle(made.corpus, made.person(by), article, 'done');
    }
    if (n === 2)
      setAssignments(made.corpus, made.sara, { articles: [article], people: ['Sara', 'Omar'], blind: false });
  }
  markArticle(made.corpus, made.person('Lina'), twice, 'done');
  made.corpus.close();
  return join(home, 'test.galley');
}

const table = (name: string) => opened.page.getByRole('table', { name, exact: true });
const behind = () => opened.page.getByRole('complementary', { name: 'What stands behind the number' });

it('figures of all and of each pair stand with their intervals; what is hollow or undefined is said in words', async () => {
  const { page } = opened;
  await table('Agreement').getByRole('rowheader', { name: 'All 3: Lina, Omar, Sara' }).waitFor();
  await table('Agreement').getByRole('rowheader', { name: 'Omar, Sara', exact: true }).waitFor();
  await table('Agreement').getByText('few articles').first().waitFor();
  await page.getByText('cuα undefined for').first().waitFor();
  await page
    .getByText(/It tells labels from each other, and there is one label only. Not shown as 0/)
    .first()
    .waitFor();
  await page.getByText(/1000 samples of articles, seed 1/).waitFor();
  await expectNoSidewaysScroll(page);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export…' }).press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^Agreement/);
  await page.getByRole('button', { name: 'Work out γ' }).press('Enter');
  await table('Agreement').getByRole('columnheader', { name: 'γ' }).waitFor();
  await page.getByText(/random continua, seed/).waitFor();
  await table('Agreement').getByRole('button', { name: 'uα', exact: true }).press('Enter');
  await table('Agreement')
    .getByRole('columnheader', { name: 'uα', exact: true })
    .and(page.locator('[aria-sort]'))
    .waitFor();
});

it('a figure opens what two people tagged otherwise, with the words around it, in Annotate or in Settle', async () => {
  const { page } = opened;
  const figure = table('Agreement').getByRole('button', { name: /^actor or location, Omar, Sara, uα: / });
  await figure.press('Enter');
  const words = behind().getByText('the harbour authority has none').first();
  await words.waitFor();
  await expectNoSidewaysScroll(page);
  await behind().getByRole('button', { name: 'What uα says' }).press('Enter');
  const definition = page.getByRole('dialog', { name: 'What uα says' });
  await definition.getByText('1 − observed disagreement / expected disagreement').waitFor();
  await page.keyboard.press('Escape');
  await definition.waitFor({ state: 'detached' });
  await behind()
    .getByRole('radio', { name: /^agree / })
    .press('Enter');
  await behind().getByText('Sabkha quarter').first().waitFor();
  await behind()
    .getByRole('radio', { name: /^label / })
    .press('Enter');
  await words.waitFor();
  await page.keyboard.press('Escape');
  await behind().waitFor({ state: 'detached' });
  expect(await figure.evaluate((cell) => cell === document.activeElement)).toBe(true);

  await figure.press('Enter');
  await behind().getByRole('button', { name: 'Settle: Families sleep in schools' }).first().click();
  await page
    .getByRole('region', { name: 'Decision' })
    .getByText(/harbour authority|Hana Treq/)
    .first()
    .waitFor();
  await page.getByRole('tab', { name: 'Agreement' }).click();
});

it('what each of them made opens as annotations, and the articles that count or wait as articles', async () => {
  const { page } = opened;
  const work = table('What each of them made, and how it began');
  await work.getByRole('button', { name: 'Sara: claim, annotations 1' }).press('Enter');
  await behind().getByText('Her list had 211 names on Wednesday').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '1 article unfinished' }).first().press('Enter');
  await behind().getByText('waits for Omar').waitFor();
  await behind().getByRole('button', { name: 'Open in Annotate: News 2' }).waitFor();
  await page.keyboard.press('Escape');
});

it('the same is drawn by outlet and over time, for fewer people, dates or outlets, each figure explained', async () => {
  const { page } = opened;
  await page.getByRole('img', { name: 'uα of actor or location by outlet, with 95 % intervals' }).waitFor();
  await table('By outlet')
    .getByRole('row', { name: /^Ferry News/ })
    .first()
    .waitFor();
  await page.getByRole('radio', { name: 'by week' }).press('Enter');
  await table('By week')
    .getByRole('row', { name: /29 Dec 2025/ })
    .first()
    .waitFor();

  await page.getByRole('button', { name: 'Lina', pressed: true }).press('Enter');
  await table('Agreement').getByRole('rowheader').first().waitFor({ state: 'detached' });
  const held = page.getByRole('button', { name: 'Omar', pressed: true });
  expect(await held.getAttribute('aria-disabled')).toBe('true');
  await held.press('Enter'); // two at least are compared
  await held.waitFor();
  await page.getByRole('button', { name: 'Any outlet, outlet of the articles compared' }).press('Enter');
  await page.getByRole('menuitemradio', { name: /^Ferry News/ }).press('Enter');
  await table('Agreement')
    .getByRole('button', { name: /^location, Omar, Sara: 2 articles/ })
    .waitFor();
  await page.getByRole('button', { name: 'Ferry News, outlet of the articles compared' }).press('Enter');
  await page.getByRole('menuitemradio', { name: 'Any outlet' }).press('Enter');
  await page.getByLabel('Articles from this date on').fill('2024-03-14');
  await table('Agreement')
    .getByRole('button', { name: /^location, Omar, Sara: 2 articles/ })
    .waitFor();
  await table('Agreement')
    .getByRole('button', { name: /^location, Omar, Sara, uα: / })
    .press('Enter');
  await behind().getByRole('button', { name: 'Open in Annotate: Morrow' }).waitFor();
  await expectNoFaults(page);
  await page.getByLabel('Articles from this date on').fill('2025');
  await page.getByText('None of the articles that are chosen here').waitFor();
  await page.getByRole('button', { name: 'Show all' }).press('Enter');
  await table('Agreement').waitFor();

  await page.getByRole('button', { name: 'Definitions' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Definitions' });
  await dialog.getByRole('heading', { name: 'uα', exact: true }).waitFor();
  await dialog
    .getByText(/Krippendorff, Mathet, Bouvry/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
});
