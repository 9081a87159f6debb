import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bridge, CallName, Input, Output, Result } from '#shared/api/contract';
import type { RecentCorpus } from '#shared/domain/corpus';
import type { Reading } from '#shared/domain/settings';
import { getCorpusRow } from '../../electron/corpus/repositories/corpus-repository.ts';
import { TestCorpus } from '../helpers/corpus.ts';
import { loadFonts, openWindow, VIEWPORT, writeSettings, type TestWindow } from './open-window.ts';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/journey/${name}`, import.meta.url), 'utf8');

const files = [
  { name: 'jetty.txt', outlet: 'The Harbour Post' },
  { name: 'arabic.txt', outlet: 'The Harbour Post' },
  { name: 'second-night.txt' },
] as const;
const FILE = 'test.galley';

/** A window of Galley on a corpus of Sara's with three articles. */
export type Journey = TestWindow & {
  /** Uids by the names of the files. */
  articles: Record<(typeof files)[number]['name'], string>;
  /** A call as the page makes it. */
  call<C extends CallName>(name: C, input: Input<C>): Promise<Output<C>>;
};

/**
 * Starts a host of its own with a corpus of its own, and opens its page. Where a journey is not about suggestions they are hidden,
 * so that Tab goes through what it has tagged itself.
 */
export async function openJourney({ suggestions = 'hidden' }: Partial<Reading> = {}): Promise<Journey> {
  const { bytes, articles } = await getCorpus();
  const window = await openWindow({
    name: 'Sara',
    reading: { suggestions },
    prepare(home) {
      const path = join(home, FILE);
      writeFileSync(path, bytes);
      return Promise.resolve(path);
    },
  });
  return { ...window, articles, call: await createCaller(window.page) };
}

/**
 * Journeys one after the other on one host and in one page, which are there already when the second begins: what a test finds is what
 * `openJourney` gives, a corpus that nobody has changed, settings as at first, and a page that has just begun.
 */
export function createJourneys({ suggestions = 'hidden' }: Partial<Reading> = {}) {
  let open: Journey | undefined;
  let isDead = false;
  let count = 0;
  const end = async () => {
    await open?.close();
    open = undefined;
  };
  return {
    async begin(): Promise<Journey> {
      if (isDead) await end();
      if (open) await beginAnew(open, { suggestions }, (count += 1));
      else {
        const journey = await openJourney({ suggestions });
        isDead = false;
        open = {
          ...journey,
          kill() {
            isDead = true;
            return journey.kill();
          },
        };
      }
      return open;
    },
    end,
  };
}

/** The host opens another copy of the corpus, with settings as at first; then the page begins again. */
async function beginAnew({ page, home, call, violations }: Journey, reading: Partial<Reading>, count: number) {
  const { bytes, uid } = await getCorpus();
  const folder = join(home, String(count));
  const path = join(folder, FILE);
  mkdirSync(folder);
  writeFileSync(path, bytes);
  let recent: RecentCorpus | undefined;
  while (!recent) {
    // again where the page had its own settings saved meanwhile
    writeSettings(home, { name: 'Sara', reading, recent: [path], known: [{ path, uid }] });
    await call('settings:set', {});
    [recent] = await call('corpus:recent', {});
  }
  await call('corpus:open', { handle: recent.handle, write: true });
  await page.evaluate(() => history.replaceState(null, '', '/'));
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(VIEWPORT);
  await page.mouse.move(0, 0);
  await page.reload();
  await loadFonts(page);
  violations.length = 0;
}

/** Calls as the page of a window makes them. */
export async function createCaller(page: Page): Promise<Journey['call']> {
  await page.waitForFunction(() => 'galley' in globalThis); // it is there once the page was let in
  return async (name, input) => {
    const asked: { name: string; input: unknown } = { name, input };
    const result = (await page.evaluate(
      (call) => (globalThis as unknown as { galley: Bridge }).galley.call(call.name as CallName, call.input as never),
      asked,
    )) as Result<Output<typeof name>>;
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
}

/** Starts a host of its own with an empty corpus of Sara's, and opens its page. */
export const openEmptyWindow = (): Promise<TestWindow> =>
  openWindow({
    name: 'Sara',
    prepare(home) {
      const made = new TestCorpus(home, 1);
      made.corpus.close();
      return Promise.resolve(made.path);
    },
  });

type MadeCorpus = { bytes: Uint8Array; uid: string; articles: Journey['articles'] };
let corpus: Promise<MadeCorpus> | undefined;
/** The corpus of all journeys, which is made once. */
const getCorpus = (): Promise<MadeCorpus> => (corpus ??= makeCorpus());

async function makeCorpus(): Promise<MadeCorpus> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-test-'));
  const made = new TestCorpus(folder, 1);
  const uids: [string, string][] = [];
  for (const { name, ...known } of files) {
    const report = await made.import({ [name]: fixture(name) }, { options: { split: 'never', ...known } });
    uids.push([name, report.articles[0]!.uid]);
  }
  const { uid } = getCorpusRow(made.corpus.read)!;
  made.corpus.close();
  const bytes = readFileSync(made.path);
  rmSync(folder, { recursive: true });
  return { bytes, uid, articles: Object.fromEntries(uids) as Journey['articles'] };
}

/** Where in the window such words of the open article begin or end; they are scrolled into sight. */
export function findPoint(page: Page, words: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ({ words, edge }) => {
      const walker = document.createTreeWalker(document.querySelector('.reader-text')!, NodeFilter.SHOW_TEXT);
      const nodes: { node: Node; from: number }[] = [];
      let text = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        nodes.push({ node, from: text.length });
        text += node.nodeValue!;
      }
      const at = text.indexOf(words) + (edge === 'end' ? words.length - 1 : 0);
      const { node, from } = nodes.findLast((each) => each.from <= at)!;
      node.parentElement!.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at - from);
      range.setEnd(node, at - from + 1);
      const { left, right, top, height } = range.getBoundingClientRect();
      const isRtl = getComputedStyle(node.parentElement!).direction === 'rtl';
      return { x: (edge === 'start') === isRtl ? right : left, y: top + height / 2 };
    },
    { words, edge },
  );
}
