import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bridge } from '#shared/api/contract';
import { findReasonToSkip, launchBrowser } from '../helpers/browser.ts';
import { startHost, type TestHost } from '../helpers/host.ts';

const reason = findReasonToSkip();

/** None where the page was closed meanwhile. */
const readHeaders = (request: Request) => request.allHeaders().catch((): Record<string, string> => ({}));

describe.skipIf(reason)('the browser host in a real browser', () => {
  let browser: Browser;
  let host: TestHost;
  let context: BrowserContext;
  let violations: string[];

  beforeAll(async () => {
    [browser, host] = await Promise.all([launchBrowser(), startHost()]);
  });
  afterAll(async () => {
    await browser.close();
    await host.kill();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    violations = [];
    await context.exposeFunction('tellViolation', (text: string) => violations.push(text));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) =>
        (window as unknown as { tellViolation(text: string): void }).tellViolation(
          `${event.violatedDirective} ${event.blockedURI}`,
        ),
      );
    });
  });
  afterEach(async () => {
    await context.close();
    expect(violations).toEqual([]);
  });

  const isIn = (page: Page) => page.waitForFunction(() => 'galley' in window);
  const isLocked = (page: Page) => page.getByText('This address has been used').waitFor();
  const about = (page: Page) =>
    page.evaluate(() => (window as unknown as { galley: Bridge }).galley.call('door:about', {}));

  async function openPage(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(await host.newUrl());
    await isIn(page);
    return page;
  }

  it('lets its own page in, which then has no secret in its address and no key in any storage', async () => {
    const url = await host.newUrl();
    const page = await context.newPage();
    const keys: string[] = [];
    page.on('request', async (request) => {
      const key = (await readHeaders(request))['galley-key'];
      if (key !== undefined) keys.push(key);
    });
    await page.goto(url);
    await isIn(page);
    expect(await about(page)).toEqual({ ok: true, value: { kind: 'browser' } });
    expect(page.url()).not.toContain(new URL(url).hash.slice('#secret='.length));
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]),
    );
    expect(keys.length).toBeGreaterThan(0);
    expect(stored).not.toContain(keys[0]);
    expect(await context.cookies()).toEqual([]);
  });

  it('does not let a second page in by the same address', async () => {
    const url = await host.newUrl();
    const [first, second] = [await context.newPage(), await context.newPage()];
    await first.goto(url);
    await isIn(first);
    await second.goto(url);
    await isLocked(second);
    expect(await second.evaluate(() => 'galley' in window)).toBe(false);
  });

  it('a reload goes on, as often as one likes', async () => {
    const page = await openPage();
    for (let reloads = 0; reloads < 5; reloads += 1) {
      await page.reload();
      await isIn(page);
      expect(await about(page)).toEqual({ ok: true, value: { kind: 'browser' } });
    }
  });

  it('a copied tab gets nothing while the first lives', async () => {
    const page = await openPage();
    const ticket = await page.evaluate(() => sessionStorage.getItem('galley-ticket')!);
    const copy = await context.newPage();
    await copy.addInitScript((copied) => sessionStorage.setItem('galley-ticket', copied), ticket);
    await copy.goto(page.url());
    await isLocked(copy);
    await page.reload(); // the copy has not spent what the first needs
    await isIn(page);
  });

  it('a second address gives a second page', async () => {
    const [one, other] = [await openPage(), await openPage()];
    expect([await about(one), await about(other)]).toEqual(Array(2).fill({ ok: true, value: { kind: 'browser' } }));
  });

  it('takes chosen files in, and the worker can read them', async () => {
    const page = await openPage();
    const files = ['first', 'second'].map((name) => join(host.home, `${name}.txt`));
    for (const file of files) writeFileSync(file, `Harbour reopens\n\nThe ferry ${file.length} runs again.\n`);
    const chooser = page.waitForEvent('filechooser');
    const chosen = page.evaluate(async () => {
      const { galley } = window as unknown as { galley: Bridge };
      const answer = await galley.call('door:choose-files', {});
      return answer.ok ? answer.value.files : [];
    });
    await (await chooser).setFiles(files);
    const handles = await chosen;
    expect(handles.map(({ name }) => name)).toEqual(['first.txt', 'second.txt']);
    expect(await page.locator('input[type=file]').count()).toBe(0);
    const ended = await page.evaluate(async (pages) => {
      const { galley } = window as unknown as { galley: Bridge };
      return new Promise((resolve) => {
        galley.listen((event) => event.type === 'job-ended' && resolve(event.result));
        void galley.call('import:preview', { pages: pages.map(({ handle }) => ({ handle })) });
      });
    }, handles);
    expect(ended).toMatchObject({ ok: true });
    expect(JSON.stringify(ended)).toContain('Harbour reopens');
  });

  it('gives no file where the person thinks better of it', async () => {
    const page = await openPage();
    const chooser = page.waitForEvent('filechooser');
    const chosen = page.evaluate(() => (window as unknown as { galley: Bridge }).galley.call('door:choose-files', {}));
    await chooser;
    await page.evaluate(() => document.querySelector('input[type=file]')!.dispatchEvent(new Event('cancel')));
    expect(await chosen).toEqual({ ok: true, value: { files: [] } });
  });

  it('an export goes out as a download of all its files', async () => {
    const page = await openPage();
    const download = page.waitForEvent('download');
    const report = await page.evaluate(async () => {
      const { galley } = window as unknown as { galley: Bridge };
      await galley.call('settings:set', { name: 'Sara' });
      await galley.call('corpus:new', { name: `export ${Date.now()}` });
      const begun = await galley.call('door:begin-export', { name: 'Harbour/set 1' });
      if (!begun.ok) throw new Error(begun.error.code);
      const folder = begun.value.folder!;
      const ended = new Promise((resolve) => {
        galley.listen((event) => event.type === 'job-ended' && resolve(event.result));
      });
      await galley.call('dataset:export', { format: 'jsonl', folder });
      await ended;
      return galley.call('door:end-export', { folder });
    });
    expect(report).toMatchObject({ ok: true, value: { savedTo: null } });
    const got = await download;
    expect(got.suggestedFilename()).toBe('Harbour set 1.zip');
    const bytes = readFileSync(await got.path());
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
    expect(bytes.includes('articles.jsonl') && bytes.includes('README.md')).toBe(true);
    expect(new URL(page.url()).pathname).toBe('/'); // the page stays
  });

  it('says so when the host has ended, and keeps the page', async () => {
    const own = await startHost();
    const page = await context.newPage();
    await page.goto(own.url);
    await isIn(page);
    await page.evaluate(() => {
      const seen = window as unknown as { galley: Bridge; heard: unknown[] };
      seen.heard = [];
      seen.galley.listen((event) => seen.heard.push(event));
    });
    await own.kill('SIGKILL');
    expect(await about(page)).toMatchObject({ ok: false, error: { code: 'host-gone' } });
    await page.waitForFunction(() =>
      (window as unknown as { heard: { type: string }[] }).heard.some(({ type }) => type === 'notice'),
    );
  });
});

describe.skipIf(reason)('pages of other origins', () => {
  let browser: Browser;
  let host: TestHost;
  let evil: Server;

  beforeAll(async () => {
    [browser, host] = await Promise.all([launchBrowser(), startHost()]);
    evil = createServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>evil'),
    ).listen(0, '127.0.0.1');
    await new Promise((resolve) => evil.once('listening', resolve));
  });
  afterAll(async () => {
    await browser.close();
    await host.kill();
    evil.close();
  });

  const evilPort = () => (evil.address() as AddressInfo).port;

  it.each([
    ['127.0.0.1 on another port', () => `http://127.0.0.1:${evilPort()}/`],
    ['localhost on another port', () => `http://localhost:${evilPort()}/`],
    ['the same name on another port', () => `http://${new URL(host.url).hostname}:${evilPort()}/`],
    ['a name below ours', () => `http://evil.${new URL(host.url).hostname}:${evilPort()}/`],
  ])('%s gets nothing, although it knows name, port and key', async (_, toAddress) => {
    const context = await browser.newContext();
    const own = await context.newPage();
    let key = '';
    own.on('request', async (request) => (key = (await readHeaders(request))['galley-key'] ?? key));
    await own.goto(await host.newUrl());
    await own.waitForFunction(() => 'galley' in window);
    const secret = new URL(await host.newUrl()).hash.slice('#secret='.length);
    const page = await context.newPage();
    await page.goto(toAddress());
    const answers: string[] = [];
    page.on('response', (response) => answers.push(`${response.status()} ${new URL(response.url()).pathname}`));
    const got = await page.evaluate(
      async ({ origin, key, secret }) => {
        const json = { 'Content-Type': 'application/json' };
        const body = JSON.stringify({ secret });
        const attempts: [string, RequestInit][] = [
          ['/', {}],
          ['/', { mode: 'no-cors' }],
          ['/exchange', { method: 'POST', body, headers: json }],
          ['/exchange', { method: 'POST', body, mode: 'no-cors' }],
          [
            '/call',
            { method: 'POST', body: '{"name":"settings:get","input":{}}', headers: { ...json, 'galley-key': key } },
          ],
          ['/call', { method: 'POST', body: '{"name":"settings:get","input":{}}', mode: 'no-cors' }],
          ['/events', { method: 'POST', headers: { 'galley-key': key } }],
          ['/upload', { method: 'POST', body: 'x', mode: 'no-cors' }],
        ];
        const texts = await Promise.all(
          attempts.map(([path, init]) =>
            fetch(origin + path, init)
              .then((response) => response.text())
              .catch(() => ''),
          ),
        );
        const frame = document.createElement('iframe');
        frame.src = `${origin}/`;
        document.body.append(frame);
        await new Promise((resolve) => (frame.onload = frame.onerror = resolve));
        const image = new Image();
        image.src = `${origin}/assets/icon.svg`;
        const form = document.createElement('form');
        form.method = 'post';
        form.action = `${origin}/exchange`;
        form.enctype = 'text/plain';
        form.target = '_blank';
        document.body.append(form);
        form.submit();
        return { texts, framed: frame.contentDocument?.body.innerHTML ?? '' };
      },
      { origin: new URL(host.url).origin, key, secret },
    );
    expect(got).toEqual({ texts: Array(8).fill(''), framed: '' });
    expect(answers.filter((answer) => answer.startsWith('2') && !answer.endsWith(' /'))).toEqual([]);
    // none of it spent the secret, nor disturbed the page that is in
    const next = await context.newPage();
    await next.goto(`${new URL(host.url).origin}/#secret=${secret}`);
    await next.waitForFunction(() => 'galley' in window);
    expect(
      await own.evaluate(() => (window as unknown as { galley: Bridge }).galley.call('door:about', {})),
    ).toMatchObject({ ok: true });
    await context.close();
  });

  it('a name that was made to lead here (rebinding) gets an empty 421', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const port = new URL(host.url).port;
    const response = await page.goto(`http://rebound.localhost:${port}/`);
    expect(response!.status()).toBe(421);
    expect((await response!.body()).length).toBe(0);
    await context.close();
  });
});
