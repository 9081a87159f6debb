import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEntity } from '../../electron/services/entities/edit-entity.ts';
import { createReview } from '../../electron/services/reviews.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { expectNoFaults } from './expect-no-faults.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const read = (name: string) => readFileSync(new URL(`../fixtures/journey/${name}`, import.meta.url), 'utf8');
const [text, arabic] = [read('jetty.txt'), read('arabic.txt')];
/** Arabic words, Latin ones between them, and some that lie over an edge of the two. */
const mixed = ['خفر السواحل', 'Sawt al-Marsa', 'أبناء الشعاب (المعروفة باسم Reef Front'];

let opened: TestWindow;
let cdp: CDPSession;
beforeAll(async () => {
  opened = await openWindow({ name: 'Sara', prepare });
  cdp = await opened.page.context().newCDPSession(opened.page);
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
});
afterAll(async () => {
  expect(opened.violations).toEqual([]);
  await opened.close();
});

async function prepare(home: string): Promise<string> {
  const made = new TestCorpus(home, 1);
  const omar = made.person('Omar');
  const article = await made.importText(text, 'jetty.txt');
  const tag = (label: string, words: string, by = 'Sara') => {
    const start = text.indexOf(words);
    return made.tag(article, label, start, start + words.length, by);
  };
  const ministry = tag('actor', 'Interior Ministry');
  tag('location', 'Marsa Ilun');
  createEntity(made.corpus, made.sara, {
    label: 'actor',
    name: 'Ministry of the Interior of Temsar',
    aliases: [],
    annotations: [ministry.uid],
  });
  createReview(made.corpus, omar, { annotation: ministry.uid, decision: 'accepted', reason: '', comment: '' });
  tag('claim', 'The Interior Ministry said 4,000 families');
  tag('location', 'Sabkha quarter', 'Omar');
  const right = await made.importText(arabic, 'arabic.txt');
  for (const words of mixed) {
    const start = arabic.indexOf(words);
    made.tag(right, 'actor', start, start + words.length);
  }
  made.corpus.close();
  return join(home, 'test.galley');
}

const region = () => opened.page.getByRole('region', { name: 'Article text' });
const inspector = () => opened.page.getByRole('complementary', { name: 'Inspector' });
const said = (words: string | RegExp) => opened.page.getByRole('status').filter({ hasText: words }).first().waitFor();
const press = async (...keys: string[]) => {
  for (const key of keys) await opened.page.keyboard.press(key);
};

async function openArticle(title: RegExp) {
  await opened.page.getByRole('option', { name: title }).click();
  await region().getByRole('document', { name: title }).focus();
  await region().getByRole('img').first().waitFor();
}

/** Brings what is of such a name into focus by Tab. */
async function tabTo(words: string) {
  await region().getByRole('document').focus();
  await press('Control+Home');
  for (let presses = 0; presses < 80; presses += 1) {
    await press('Tab');
    if ((await inspector().locator('.says').first().textContent()) === words) return;
  }
  throw new Error(`Tab does not lead to “${words}”`);
}

type Told = { role: string; name: string; within: string[] };
/** What a screen reader is told of the page, in its order. `within`: roles and names around it. */
async function listTold(): Promise<Told[]> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const nameOf = (node: (typeof nodes)[number]) => String(node.name?.value ?? '');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => {
      const within: string[] = [];
      for (let at = byId.get(node.parentId ?? ''); at; at = byId.get(at.parentId ?? ''))
        within.push(`${String(at.role?.value)} ${nameOf(at)}`);
      return { role: String(node.role?.value), name: nameOf(node), within };
    });
}

it('axe finds nothing wrong wherever a person tags, in light and in dark', async () => {
  const { page } = opened;
  await openArticle(/Fuel jetty blast/);
  await expectNoFaults(opened.page); // with the list of what is tagged
  await tabTo('Qal’at Murayn');
  await inspector().getByRole('button', { name: 'Dismiss', exact: false }).first().waitFor();
  await expectNoFaults(opened.page); // a suggestion
  await tabTo('Interior Ministry');
  await expectNoFaults(opened.page); // an annotation
  await tabTo('Sabkha quarter');
  await press('n');
  await inspector().getByRole('region', { name: 'Review' }).getByRole('textbox', { name: 'Reason' }).waitFor();
  await expectNoFaults(opened.page); // another's, about to be rejected
  await press('Escape');
  await inspector().getByRole('button', { name: 'All annotations here' }).click();
  await inspector().getByRole('listbox', { name: 'Annotations' }).focus();
  await press('Control+a');
  await inspector().getByRole('toolbar', { name: 'Chosen annotations' }).waitFor();
  await expectNoFaults(opened.page); // many
  await press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).getByRole('option').first().waitFor();
  await expectNoFaults(opened.page);
  await press('Escape', 'Control+f');
  await page.keyboard.type('Murayn');
  await page.getByRole('search').getByRole('status').getByText('1 of').waitFor();
  await expectNoFaults(opened.page);
  await press('Escape');
  await page.getByRole('button', { name: 'Reading comfort' }).click();
  await page.getByRole('dialog', { name: 'Reading comfort' }).waitFor();
  await expectNoFaults(opened.page);
  await press('Escape');
  await tabTo('Marsa Ilun');
  await press('Shift+P');
  const propagate = page.getByRole('dialog', { name: 'Propagate' });
  await propagate.getByRole('option').first().waitFor();
  await expectNoFaults(opened.page);
  await press('Escape');
  await propagate.waitFor({ state: 'detached' });
  await press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await expectNoFaults(opened.page);
  await press('Escape');
});

it('a screen reader hears label, words, entity and state of each highlight, and what was done', async () => {
  await openArticle(/Fuel jetty blast/);
  const told = await listTold();
  const article = 'document Fuel jetty blast at Qal’at Murayn kills at least 14, harbour authority says';
  expect(told.filter(({ within }) => within.includes(article)).length).toBeGreaterThan(20);
  expect(told.some(({ within }) => within.includes(article) && within.includes('region Article text'))).toBe(true);
  const highlights = told.filter(({ role, within }) => role === 'image' && within.includes(article));
  const names = highlights.map(({ name }) => name);
  for (const name of [
    'actor: Interior Ministry, Ministry of the Interior of Temsar, accepted',
    'claim: The Interior Ministry said 4,000 families',
    'location: Sabkha quarter',
    'suggestion, actor: Temsar Coast Guard',
  ])
    expect(names).toContain(name);
  expect(names.filter((name) => !/^(suggestion, )?(actor|location|claim): ./.test(name))).toEqual([]);
  await tabTo('Temsar Coast Guard');
  await press('y');
  await said('“Temsar Coast Guard” taken as actor');
  const announced = (await listTold()).filter(({ within }) => within.some((each) => each.startsWith('status')));
  expect(announced.map(({ name }) => name).join(' ')).toMatch(
    /“Temsar Coast Guard” taken as actor. Suggestion, location/,
  );
  await press('Control+z');
  await said(/^undone: /);
});

/** What can be used by key but not be brought into sight whole, or is covered there, by their names. */
const listOutOfReach = (within: string) =>
  opened.page.evaluate((part) => {
    const usable = 'button, input, select, textarea, a[href], [tabindex="0"]';
    const cover = [...document.querySelectorAll('[role="dialog"]')].findLast((each) => each.checkVisibility());
    const all = [...(cover ?? document.querySelector(part)!).querySelectorAll<HTMLElement>(usable)].filter(
      (each) =>
        each.checkVisibility({ visibilityProperty: true }) && each.closest('[inert], [aria-hidden="true"]') === null,
    );
    const lost = all.filter((each) => {
      each.scrollIntoView({ block: 'center', inline: 'nearest' });
      const { left, right, top, bottom, width, height } = each.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) return true;
      if (height > innerHeight / 2) return false; // what scrolls by itself
      const x = left + Math.min(width / 2, innerWidth / 2);
      const y = Math.max(top, 0) + Math.min(height / 2, (innerHeight - Math.max(top, 0)) / 2, 10);
      const there = document.elementFromPoint(x, y);
      return bottom < 0 || there === null || !(each.contains(there) || there.contains(each));
    });
    return lost.map((each) => each.ariaLabel ?? (each.textContent.trim() || each.outerHTML.slice(0, 80)));
  }, within);

it('at 200 % zoom nothing that is needed for tagging is out of reach, and the page does not scroll sideways', async () => {
  const { page } = opened;
  await openArticle(/Fuel jetty blast/);
  await page.setViewportSize({ width: 720, height: 450 }); // 1440 by 900, twice as large
  const check = async (where: string, within = 'body') => {
    expect(await listOutOfReach(within), where).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(720);
  };
  await check('list');
  await tabTo('Marsa Ilun');
  await check('annotation');
  await press('p');
  await page.getByRole('dialog', { name: 'Propagate' }).getByRole('option').first().waitFor();
  await check('propagate');
  await press('Escape');
  await tabTo('Temsar Coast Guard');
  await check('suggestion');
  await press('Control+f');
  await check('find');
  await press('Escape');
  await page.getByRole('button', { name: 'Articles', exact: true }).click();
  await page.getByRole('listbox', { name: 'Articles' }).waitFor();
  await check('articles', '[aria-label="Articles"]');
  await page.getByRole('button', { name: 'Articles', exact: true }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('in an Arabic article with Latin words highlights lie on their words, right to left', async () => {
  const { page } = opened;
  await openArticle(/مُرين/);
  for (const words of mixed) {
    const { off, isHit, direction } = await page.evaluate((quote) => {
      const block = [...document.querySelectorAll<HTMLElement>('.b-text')].find((each) =>
        each.textContent.includes(quote),
      )!;
      block.scrollIntoView({ block: 'center' });
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const at = block.textContent.indexOf(quote);
      const rects: DOMRect[] = [];
      const marked: DOMRect[] = [];
      let passed = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const length = node.nodeValue!.length;
        const [from, to] = [Math.max(at - passed, 0), Math.min(at + quote.length - passed, length)];
        passed += length;
        if (from >= to) continue;
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        rects.push(...range.getClientRects());
        const drawn = node.parentElement!.closest('.hl');
        if (drawn) marked.push(...drawn.getClientRects());
      }
      const edges = (all: DOMRect[]) => [
        Math.min(...all.map(({ left }) => left)),
        Math.max(...all.map(({ right }) => right)),
      ];
      const [words, drawn] = [edges(rects), edges(marked)];
      return {
        off: Math.max(Math.abs(words[0]! - drawn[0]!), Math.abs(words[1]! - drawn[1]!)),
        isHit: rects
          .filter(({ width }) => width > 1)
          .every(
            ({ left, width, top, height }) =>
              document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.hl') !== null,
          ),
        direction: getComputedStyle(block).direction,
      };
    }, words);
    expect(direction).toBe('rtl');
    expect(off, words).toBeLessThan(2);
    expect(isHit, words).toBe(true);
  }
  const [words, letter] = await page.evaluate((words) => {
    const mark = document.querySelector(`[role="img"][aria-label="actor: ${words}"]`)!.getBoundingClientRect();
    const drawn = [...document.querySelectorAll('.hl')].find(({ textContent }) => textContent === words)!;
    return [drawn.getBoundingClientRect().right, mark.right];
  }, mixed[0]!);
  expect(Math.abs(words - letter)).toBeLessThan(4); // the letter stands where the reading of the words begins
});

it('axe finds nothing wrong in any tab of Review, and whoever checks or is checked reaches all at 200 % zoom', async () => {
  const { page } = opened;
  const sitDown = (name: string) =>
    page.evaluate(async (person) => {
      const { galley } = globalThis as unknown as { galley: { call(name: string, input: object): Promise<unknown> } };
      await galley.call('people:switch', { name: person });
    }, name);
  await sitDown('Omar'); // there is something of Sara's to check
  await page.getByRole('tab', { name: 'Review' }).click();
  for (const name of ['Check', 'Settle', 'Decisions on my work', 'Agreement', 'Consistency', 'Work']) {
    if (name.startsWith('Decisions')) await sitDown('Sara');
    await page.getByRole('tablist', { name: 'Review' }).getByRole('tab', { name, exact: true }).click();
    const panel = page.getByRole('tabpanel', { name, exact: true });
    await panel.locator(':is(h2, h3, table)').first().waitFor();
    await panel.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
    const isList = name === 'Check' || name.startsWith('Decisions');
    if (isList) await panel.getByRole('option').first().waitFor();
    await expectNoFaults(page);
    if (!isList) continue;
    await page.setViewportSize({ width: 720, height: 450 });
    expect(await listOutOfReach('body'), name).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(720);
    await page.setViewportSize({ width: 1440, height: 900 });
  }
});
