import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { setAssignments } from '../../electron/services/assignments.ts';
import { editArticle, markArticle } from '../../electron/services/edit-article.ts';
import { createReview } from '../../electron/services/reviews.ts';
import { openWindow } from '../e2e/open-window.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { importTaggedTwice } from '../helpers/tagged-twice.ts';

/** What two people tagged in invented news, of which a few names are tagged now so, now so, and one with a comma too much. */
const NEWS = [
  'The ferry to Morrow left at dawn, and the Harbour Council of Morrow met in Murayn.',
  'Two boats burned at Murayn, and Morrow sent a pump.',
  'Morrow said on Friday that Murayn has to wait.',
  'At Murayn, the Harbour Council counted the boats of Morrow.',
];
const WORDS = ['Morrow', 'Murayn', 'Harbour Council'];

async function importNews(made: TestCorpus): Promise<void> {
  for (const [n, body] of NEWS.entries()) {
    const text = `News of the mole ${n + 1}\n\n${body}\n`;
    const article = await made.importText(text, `news-${n}.txt`);
    editArticle(made.corpus, made.sara, article, { outlet: 'Ferry News', date: `2024-03-1${n + 4}` });
    setAssignments(made.corpus, made.sara, { articles: [article], people: ['Sara', 'Omar'], blind: false });
    for (const by of ['Sara', 'Omar']) {
      for (const words of WORDS) {
        const start = text.indexOf(words);
        if (start < 0) continue;
        const label = words === 'Harbour Council' || (n === 2 && words === 'Morrow') ? 'actor' : 'location';
        const end = start + words.length + (by === 'Sara' && n === 3 && words === 'Murayn' ? 1 : 0);
        made.tag(article, by === 'Omar' && n === 1 && words === 'Morrow' ? 'actor' : label, start, end, by);
      }
      if (n < 3 || by === 'Sara') markArticle(made.corpus, made.person(by), article, 'done');
    }
  }
}

/** What Nour decided on Sara's work. */
function review(made: TestCorpus): void {
  const { sara, corpus } = made;
  const listed = corpus.read
    .prepare<[string], string>(
      `SELECT n.uid FROM annotation n JOIN annotator p ON p.id = n.annotator_id WHERE p.uid = ? ORDER BY n.id`,
    )
    .pluck()
    .all(sara);
  const decide = (n: number, decision: 'accepted' | 'rejected' | 'unsure', reason: string, comment = '') =>
    createReview(corpus, made.person('Nour'), { annotation: listed[n]!, decision, reason, comment });
  decide(0, 'accepted', '');
  decide(3, 'rejected', 'not in the codebook', 'She speaks for nobody.');
  decide(4, 'unsure', 'hard to say', 'Is the authority meant, or the harbour?');
}

/** A corpus in which there is something to be seen under every tab of Review. */
async function makeReviewed(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  await importTaggedTwice(made);
  await importNews(made);
  review(made);
  made.corpus.close();
  return join(home, 'test.galley');
}

/** Opens a tab of Review and waits until what it shows is there. */
async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Review' }).click();
  await page.getByRole('tab', { name, exact: true }).click();
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' });
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1500);
}

/** Two people over one text, the queue of what is to be checked, and how far they agree, as README shows them. */
export async function takeReviewPictures(folder: string): Promise<void> {
  const { page, close } = await openWindow({ name: 'Nour', prepare: makeReviewed });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const name of ['Check', 'Settle', 'Agreement', 'Consistency']) {
    await openTab(page, name);
    if (name === 'Settle') {
      await page.getByRole('button', { name: 'All articles' }).click();
      await page.getByRole('option', { name: /^Families sleep/ }).click();
      await page
        .getByRole('region', { name: 'Decision' })
        .getByText(/harbour authority/)
        .first()
        .waitFor();
    }
    await page.screenshot({ path: join(folder, `review-${name.toLowerCase()}-light.png`) });
  }
  await close();
}
