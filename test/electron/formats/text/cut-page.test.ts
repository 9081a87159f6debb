import { describe, expect, it } from 'vitest';
import { cutTextPages, readTextPage } from '../../../../electron/formats/text/read-text-page.ts';

const titles = [
  'Council Closes Old Ferry Pier After Divers Warn of Rot',
  'Dam Crack Was Known Since 1998, Engineer Tells Inquiry',
  'Schools Stay Shut a Second Day as River Falls Slowly',
];
const bodies = [
  'The harbour council met for three hours on Tuesday and closed the old pier until divers have looked at its piles.\n\nResidents of the lower town said that nobody had told them; they heard it on the radio like everybody else.',
  'An engineer who helped to build the dam said the crack had been there since 1998 and nobody wanted to know of it.\n\nTwo members of the opposition walked out before the vote. They called the plan a gift to the shipping lines.',
  'Schools in the valley stayed shut for a second day while the river fell slowly, the regional office wrote.\n\nFarmers blamed the new sluice, which opens by itself when the tide turns, and asked for a man to be put there.',
];

/** Titles of the articles that a page is cut into. */
function cut(text: string): string[] {
  const page = readTextPage(new TextEncoder().encode(text), { file: 'page.txt', encoding: 'auto', stray: 'refuse' });
  return cutTextPages([{ page, split: 'auto' }])[0]!.articles.map(({ title }) => title);
}
const join = (separator: string, toArticle: (n: number) => string) =>
  titles.map((_, n) => toArticle(n)).join(separator);
const whole = (n: number) => `${titles[n]}\n\n${bodies[n]}`;

describe('a page is cut', () => {
  it.each([
    ['at a drawn rule', join('\n\n-----\n\n', whole)],
    ['at stars between long headlines', join('\n\n* * *\n\n', whole)],
    ['at a form feed', join('\n\f\n', whole)],
    ['at “Read more »”', join('\n\n', (n) => `${whole(n)}\n\nRead more »`)],
    [
      'at a category in German',
      join('\n\n', (n) => `${whole(n)}\n\nVeröffentlicht in ${['Hafen', 'Land', 'Politik'][n]}`),
    ],
    ['at a category in Arabic', join('\n\n', (n) => `${whole(n)}\n\nالتصنيف: ${['سياسة', 'اقتصاد', 'محليات'][n]}`)],
    ['at headlines that are numbered from the top on', join('\n\n', (n) => `${n + 1}. ${whole(n)}`)],
    ['at headlines with “Posted by”', join('\n\n', (n) => `${titles[n]}\n\nPosted by Anna Reed\n\n${bodies[n]}`)],
    [
      'at signed headlines below a list of them',
      `In this issue\n\n${titles.join('\n')}\n\n${join('\n\n', (n) => `${titles[n]}\n\nBy Anna Reed\n\n${bodies[n]}`)}`,
    ],
  ])('%s', (_, text) => {
    expect(cut(text).map((title) => title.replace(/^\d\. /, ''))).toEqual(titles);
  });
});

describe('a page stays whole', () => {
  const signed = `${titles[0]}\n\nBy Anna Reed\n\n`;
  it.each([
    ['with stars between its sections', signed + bodies.join('\n\n* * *\n\n')],
    ['with stars and headings of sections', `${signed}${join('\n\n* * *\n\n', whole)}`],
    ['with links between its paragraphs', `${signed}${bodies.join(`\n\nRead more: ${titles[1]}\n\n`)}`],
    [
      'with numbered points under a headline',
      `Three Things to Know\n\n${bodies[0]}\n\n${join('\n\n', (n) => `${n + 1}. ${whole(n)}`)}`,
    ],
    ['with advertisements', signed + bodies.join('\n\nAdvertisement\n\n')],
    [
      'with the same heading over each part',
      signed + bodies.map((body) => `What the council says\n\n${body}`).join('\n\n'),
    ],
    [
      'with comments below',
      `${signed}${bodies[0]}\n\n2 comments\n\n${['Jo Pell', 'Sam Orr'].map((name, n) => `${name}\n\n${n + 3} March 2024\n\n${bodies[n + 1]}\n\nReply`).join('\n\n')}`,
    ],
    [
      'with its hours, as they came in',
      `${titles[0]}\n\n${bodies.map((body, n) => `14:${n}5\n\n${body}`).join('\n\n')}`,
    ],
    ['without a single blank line', `${titles[0]}\n${bodies.join('\n').replaceAll('\n\n', '\n')}`],
  ])('%s', (_, text) => {
    expect(cut(text)).toHaveLength(1);
  });
});
