import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagePolicy } from '#shared/api/page-policy';
import { readPageFiles, type PageFile } from '../../../electron/page/read-page-files.ts';
import { answerRequest, servePage } from '../../../electron/shell/serve-page.ts';

let folder: string;
let files: Map<string, PageFile>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index-1.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'two words.woff2'), new Uint8Array([1, 2, 3]));
  files = readPageFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = 'GET') => answerRequest(files, { url, method });

describe('the app: protocol', () => {
  it('serves the built files with their types, bytes and the policy of the page', async () => {
    const page = get('app://galley/index.html');
    expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toBe('<!doctype html>');
    for (const [name, value] of Object.entries(pagePolicy)) expect(page.headers.get(name)).toBe(value);
    expect(get('app://galley/assets/index-1.js').headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    const font = get('app://galley/assets/two%20words.woff2');
    expect(new Uint8Array(await font.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
  });

  it('the policy is the strict one', () => {
    expect(get('app://galley/index.html').headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; " +
        "require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
  });

  it('a reload brings its fragment along and is served', () => {
    expect(get('app://galley/index.html#/article/1').status).toBe(200);
  });

  it.each([
    'app://galley/',
    'app://galley/missing.js',
    'app://galley/assets/',
    'app://galley/index.html?x',
    'app://galley/../package.json',
    'app://galley/assets/../index.html',
    'app://galley/assets/%2e%2e/index.html',
    'app://galley/assets%2Findex-1.js',
    'app://evil/index.html',
    'xxxxxxxxxxxxx/index.html',
    'app://galley/__proto__',
    'file:///etc/passwd',
  ])('%s is not there, under the same policy', async (url) => {
    const answer = get(url);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
    expect(answer.headers.get('Content-Security-Policy')).toBe(pagePolicy['Content-Security-Policy']);
  });

  it('nothing but GET is answered', () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS'])
      expect(get('app://galley/index.html', method).status).toBe(404);
  });

  it('a file that appears after the start is not served', () => {
    writeFileSync(join(folder, 'late.html'), 'late');
    expect(get('app://galley/late.html').status).toBe(404);
  });

  it('is registered for its scheme alone', async () => {
    const handled: [string, (request: Request) => Response | Promise<Response>][] = [];
    servePage({ handle: (...given) => void handled.push(given) }, 'app', files);
    expect(handled.map(([scheme]) => scheme)).toEqual(['app']);
    const answer = await handled[0]![1]({ url: 'app://galley/index.html', method: 'GET' } as Request);
    expect(answer.status).toBe(200);
  });
});
