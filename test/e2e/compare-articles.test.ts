import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { createCluster } from '../../electron/services/clusters.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { importMarked } from '../helpers/marked-text.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const FOOTER = 'Photographs may be used by anyone who names the agency in full.';
const POST = `Jetty blast kills at least 14

At least 14 people were killed at the jetty of [Murayn|Murayn Harbour], the port authority said.

A colonel said that the [Reef Front|Reef Front] had lost two boats off the northern cape.

A surgeon counted seventeen bodies before the power failed.

${FOOTER}`;
const WIRE = `Nine dead as pirates shell terminal

Nine people were killed at the terminal of [Mureyn|Murayn Harbour] on Tuesday.

Government boats repelled the attack. ${'The night was calm again, and the harbour lay still.\n\n'.repeat(30)}

The [pirates|Reef Front] have held the outer reefs since October, a fisherman said.

${FOOTER}`;

let opened: TestWindow;
beforeAll(async () => {
  opened = await openWindow({ name: 'Sara', prepare, reading: { suggestions: 'hidden' } });
  await opened.page.getByRole('tab', { name: 'Compare' }).click();
  await highlight('B', 'actor: pirates').waitFor();
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

/** Two articles of one day with claims on one event card, another that shares less, and two that share nothing. */
async function prepare(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  const post = await importMarked(made, 'Harbour Post', POST, '2024-03-12');
  const wire = await importMarked(made, 'Meridian Wire', WIRE, '2024-03-12');
  await importMarked(made, 'Meridian Wire', 'Reefs quiet\n\nThe [Reef Front|Reef Front] is calm.', '2024-03-13');
  for (const title of ['Fish prices', 'Dues'])
    await importMarked(made, 'Harbour Post', `${title}\n\nNothing came of it.`, '2024-04-01');
  const claim = (article: string, quote: string, start: number, figure?: object) =>
    createAnnotation(made.corpus, made.sara, {
      ...{ article, label: 'claim', spans: [{ start, end: start + quote.length }] },
      ...(figure && { attributes: { figures: [{ what: 'killed', ...figure }] } }),
    }).uid;
  const at = (marked: string, quote: string) => marked.replace(/\[([^|]*)\|[^\]]*\]/g, '$1').indexOf(quote);
  const post14 = claim(post, 'At least 14 people were killed', at(POST, 'At least 14 people'), { min: 14 });
  const wire9 = claim(wire, 'Nine people were killed', at(WIRE, 'Nine people'), { min: 9, max: 9 });
  claim(post, 'A surgeon counted seventeen bodies', at(POST, 'A surgeon'));
  createCluster(made.corpus, made.sara, { title: 'The blast', claims: [post14, wire9] });
  made.corpus.close();
  return join(home, 'test.galley');
}

const text = (side: 'A' | 'B') => opened.page.getByRole('region', { name: `Article text, ${side}` });
const highlight = (side: 'A' | 'B', name: string) => text(side).getByRole('img', { name });
const gutter = () => opened.page.getByRole('navigation', { name: 'What the two have to do with each other' });
const said = (words: string) => opened.page.getByRole('status').filter({ hasText: words }).waitFor();
const countLit = () => opened.page.evaluate(() => CSS.highlights.get('lit-actor')?.size ?? 0);
/** Puts the caret into the first block with such words. */
const click = (side: 'A' | 'B', words: string) =>
  text(side)
    .locator('.b-text', { hasText: words })
    .first()
    .click({ position: { x: 12, y: 12 } });

it('the pair that shares most is read first, with its reasons; keys go on to the next and back', async () => {
  const { page } = opened;
  await page.getByText('Pair 1 of 2').waitFor();
  await page.getByText('same day, 1 event card of both, 2 entities in both').waitFor();
  await click('A', 'A surgeon');
  await page.keyboard.press(']');
  await page.getByText('Pair 2 of 2').waitFor();
  await text('B').getByRole('document', { name: 'Reefs quiet' }).waitFor();
  await page.keyboard.press('[');
  await highlight('B', 'actor: pirates').waitFor();
});

it('either text is tagged and undone in by keys, which go to the one that has the focus', async () => {
  const { page } = opened;
  await click('B', 'Government boats');
  await page.keyboard.press('l');
  await highlight('B', 'location: Government').waitFor();
  await click('A', 'A surgeon');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('a');
  await highlight('A', 'actor: surgeon').waitFor();
  expect(await highlight('B', 'actor: surgeon').count()).toBe(0);
  await page.keyboard.press('F6');
  expect(await text('B').evaluate((region) => region.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Control+z');
  await highlight('A', 'actor: surgeon').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await highlight('B', 'location: Government').waitFor({ state: 'detached' });
});

it('an entity that is come to is lit in both, and the other text goes to where it stands', async () => {
  const { page } = opened;
  await click('A', 'A colonel said');
  await page.keyboard.press('Tab');
  await page.getByText('lit in both:').waitFor();
  await expect.poll(countLit).toBe(2);
  await expect
    .poll(() =>
      text('B')
        .locator('.reader')
        .evaluate(({ scrollTop }) => scrollTop),
    )
    .toBeGreaterThan(300);
  await page.getByRole('button', { name: 'Put out' }).click();
  await expect.poll(countLit).toBe(0);
});

it('a conflict is a link of the gutter that goes to both, and a question below; a person answers it by keys', async () => {
  const { page } = opened;
  await gutter()
    .getByRole('button', { name: /^Only in A: A surgeon counted seventeen/ })
    .waitFor();
  const name = 'Claim, killed: 14 or more in A, 9 in B, they differ. Go to both';
  const conflict = gutter().getByRole('button', { name });
  await conflict.focus();
  await page.keyboard.press('Enter');
  const tray = page.getByRole('region', { name: 'Pair in focus' });
  await tray.getByText('How many: killed? The ranges do not meet').waitFor();
  await tray.getByText('apart by 5').waitFor();
  await expectNoFaults(page);
  await tray.getByRole('button', { name: 'Contradicts' }).focus();
  await page.keyboard.press('Enter');
  await said('A person says that they contradict each other.');
  await tray.getByText('A person says that they contradict each other.').waitFor();
});

it('near copies are said, differences alone are drawn, and what is known of an annotation opens beside', async () => {
  const { page } = opened;
  expect(await text('A').locator('.b[data-note]').getAttribute('data-note')).toMatch(
    /^the same words as paragraph \d+ of B$/,
  );
  await page.getByRole('radio', { name: 'only here' }).click();
  await highlight('A', 'location: Murayn').or(highlight('A', 'actor: Murayn')).waitFor({ state: 'detached' });
  await highlight('A', 'claim: A surgeon counted seventeen bodies').waitFor();
  await page.getByRole('radio', { name: 'all', exact: true }).click();
  await click('A', 'A surgeon');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'Inspector' }).waitFor();
});

it('any article of either side can be picked by words of its title', async () => {
  const { page } = opened;
  await page.getByRole('button', { name: 'Pick…' }).click();
  await page.getByRole('radio', { name: 'Side B' }).click();
  await page.getByRole('combobox', { name: 'Article of side B' }).fill('quiet REEFS');
  await page.keyboard.press('Enter');
  await text('B').getByRole('document', { name: 'Reefs quiet' }).waitFor();
  await page.getByText('Pair 2 of 2').waitFor();
});
