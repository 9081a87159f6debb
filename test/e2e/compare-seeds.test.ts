import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnnotation } from '../../electron/services/annotate.ts';
import { createCluster } from '../../electron/services/clusters.ts';
import { editArticle } from '../../electron/services/edit-article.ts';
import { importCollection, isThere, layTags, whereIs, type Tagged } from '../evaluate/tagged-corpus.ts';
import type { TestCorpus } from '../helpers/corpus.ts';
import { addTestEntity } from '../helpers/entity.ts';
import { readHandClaims } from '../helpers/hand-tags.ts';
import { openWindow, type TestWindow } from './open-window.ts';

const hasSeeds = isThere('seeds');
if (!hasSeeds)
  console.warn(`The seed pages are not at ${whereIs('seeds')} (set GALLEY_SEEDS): nobody compares them by hand.`);

/** Least and most dead, and of whom, as page 002 gives them by source. */
const dead: Record<string, [number, number, string][]> = {
  Reuters: [[4, 4, 'US']],
  'Al Jazeera': [
    [2, 2, 'US'],
    [1, 1, 'Kurdish'],
    [6, 6, 'civilians'],
  ],
  'Yeni Safak': [[5, 5, 'US']],
  unnamed: [[2, 5, 'US']],
};

/** The claims on the dead of the blast in Manbij on one card; gives the article that they stand in. */
function cardTheDead(made: TestCorpus, tagged: readonly Tagged[]): string {
  const hand = readHandClaims().find(({ file }) => file === '002-08.json')!;
  const article = tagged.find(({ textSha256 }) => textSha256 === hand.textSha256)!;
  const known = new Set(tagged.flatMap(({ tags }) => tags.map(({ entity }) => entity)));
  for (const name of Object.keys(dead)) if (name !== 'unnamed' && !known.has(name)) addTestEntity(made, 'actor', name);
  const claims = Object.entries(dead).map(([who, figures]) => {
    const claim = hand.claims.find(
      (each) => each.attribution[0]!.who === who && (who !== 'unnamed' || each.figures.some(({ max }) => max === 5)),
    )!;
    const attributes = {
      attribution: [{ who }],
      figures: figures.map(([min, max, ofWhom]) => ({ unit: 'killed', min, max, 'of whom': ofWhom })),
    };
    const content = { article: article.uid, label: 'claim', spans: [claim.span], attributes };
    return createAnnotation(made.corpus, made.sara, content).uid;
  });
  createCluster(made.corpus, made.sara, { title: 'Manbij blast', date: '2019-01-16', claims });
  return article.uid;
}

/** What a comparison says in tables: the texts of the cells of every row. */
const readRows = (table: Locator): Promise<string[][]> =>
  table.evaluate((element) =>
    [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim()),
    ),
  );

describe.skipIf(!hasSeeds)('the tagged seeds, compared on the screen', () => {
  let opened: TestWindow;
  let page: Page;
  let manbij: string;
  let reports: string;
  beforeAll(async () => {
    reports = mkdtempSync(join(tmpdir(), 'galley-reports-'));
    const { made, tagged } = await importCollection('seeds');
    // designations too, as a person would tag them who asks how somebody is called
    layTags(
      made,
      tagged.map(({ tags, ...one }) => ({ ...one, tags: tags.map((tag) => ({ ...tag, kind: 'name' as const })) })),
    );
    editArticle(made.corpus, made.sara, tagged.find((each) => each.page === '003')!.uid, { outlet: 'FNA' });
    manbij = cardTheDead(made, tagged);
    made.corpus.close();
    opened = await openWindow({
      name: 'Sara',
      prepare(home) {
        const path = join(home, 'seeds.galley');
        renameSync(made.path, path);
        made.remove();
        return Promise.resolve(path);
      },
    });
    page = opened.page;
    await page.emulateMedia({ reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    expect(opened.violations).toEqual([]);
    await opened.close();
    rmSync(reports, { recursive: true, force: true });
  });

  const go = (tab: string, a: string, b: string) =>
    page.evaluate(
      (fragment) => {
        location.hash = fragment;
      },
      `#/compare/${tab}?${new URLSearchParams({ a, b })}`,
    );
  const entity = (name: string) => page.getByRole('region', { name, exact: true });
  const fact = (name: string, of: string) =>
    entity(name)
      .locator('.naming-facts > div')
      .filter({ has: page.getByText(of, { exact: true }) })
      .locator('dd')
      .innerText();

  /** Opens the entity by typing a part of its name. */
  async function openEntity(name: string) {
    await page.getByRole('searchbox', { name: 'Find an entity' }).fill(name);
    await page.getByRole('listbox', { name: 'Entities by difference' }).getByRole('option', { name }).first().click();
    await entity(name).getByRole('table').first().waitFor();
  }

  /** Has the report written, opens it where there is no network, and lets `use` read it; it may ask for nothing. */
  async function withReport(use: (report: Page) => Promise<void>) {
    const writing = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Report…' }).click();
    const path = join(reports, 'report.html');
    await (await writing).saveAs(path);
    const report = await page.context().newPage();
    const [asked, errors]: [string[], string[]] = [[], []];
    report.on('request', (request) => asked.push(request.url()));
    report.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    report.on('pageerror', (error) => errors.push(error.message));
    await page.context().setOffline(true);
    try {
      const address = pathToFileURL(path).href;
      await report.goto(address);
      await use(report);
      expect(asked).toEqual([address]);
      expect(errors).toEqual([]);
    } finally {
      await report.close();
      await page.context().setOffline(false);
    }
  }

  it('ISIS, the Syrian Army and the opposition are called by other names, and the report says the same numbers', async () => {
    await go('naming', 'outlet="South Front"', 'outlet=FNA');
    await openEntity('Islamic State');
    const isis = entity('Islamic State');
    await isis.getByRole('button', { name: 'ISIS, A own voice, 27, opens its lines' }).waitFor();
    await isis.getByRole('button', { name: 'ISIL, B own voice, 41, opens its lines' }).waitFor();
    await isis.getByRole('button', { name: 'ISIL, A own voice, 0', exact: true }).waitFor();
    const g2 = await fact('Islamic State', 'G², own voice');
    const ofIsis = [...(await fact('Islamic State', 'own voice')).split(' | '), g2];
    expect(ofIsis).toEqual(['33', '56', '103.8']);

    await openEntity('Syrian Army');
    const army = entity('Syrian Army');
    await army.getByRole('button', { name: 'SAA, A own voice, 9, opens its lines' }).waitFor();
    await army.getByRole('button', { name: 'SAA, B own voice, 0', exact: true }).waitFor();
    await army.getByRole('button', { name: 'Syrian Army, B own voice, 14, opens its lines' }).waitFor();

    const ofArmy = (await fact('Syrian Army', 'own voice')).split(' | ');

    await openEntity('Syrian opposition');
    expect(await fact('Syrian opposition', 'own voice')).toBe('0 | 0');
    await withReport(async (report) => {
      const rows = await readRows(report.locator('#naming table').first());
      const find = (name: string) => rows.find((row) => row[0] === name);
      expect(find('Islamic State')).toEqual(expect.arrayContaining([...ofIsis, 'ISIS', 'ISIL']));
      expect(find('Syrian Army')).toEqual(expect.arrayContaining([...ofArmy, 'SAA']));
    });
  });

  it('the dead of the blast in Manbij stand on one axis by source; a question opens two sentences; the report has both', async () => {
    await go('claims', `article=${manbij}`, `article=${manbij}`);
    await page.getByRole('heading', { name: 'Manbij blast' }).waitFor();
    const killed = page.getByRole('region', { name: 'killed', exact: true });
    const picture = killed.getByRole('img', { name: 'killed: Manbij blast' }).first();
    const axis = await picture.evaluate((element) => element.textContent);
    const said = ['Reuters: 4 (US)', 'Al Jazeera: 2 (US)', 'Yeni Safak: 5 (US)', 'somebody without a name: 2–5 (US)'];
    for (const each of said) expect(axis).toContain(`A, ${each}`);
    const questions = killed.getByRole('button', { name: /^How many: killed\?/ });
    const asked = await questions.allInnerTexts();
    expect(asked).toHaveLength(3);

    await questions.nth(1).press('Enter');
    const apart = page.getByRole('complementary', { name: 'The two apart' });
    for (const [side, who] of [
      ['A', 'Reuters'],
      ['B', 'Yeni Safak'],
    ] as const) {
      const version = apart.getByRole('region', { name: `Version of ${side}` });
      await version.locator('mark').first().waitFor();
      await version.getByRole('listitem').filter({ hasText: who }).first().waitFor();
    }
    const versions = await readRows(page.locator('.dt').last());
    expect(versions.length).toBeGreaterThanOrEqual(8);
    await withReport(async (report) => {
      const written = await readRows(report.locator('#claims table').last());
      expect(written.map((row) => row.slice(1))).toEqual(versions);
      expect(await report.locator('#claims .question h4').allInnerTexts()).toEqual(
        asked.map((question) => expect.stringContaining(question.trim()) as string),
      );
    });
  });
});
