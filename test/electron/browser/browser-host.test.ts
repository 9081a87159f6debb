import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagePolicy } from '#shared/api/page-policy';
import { openHost, type OpenHost } from '../../helpers/open-host.ts';

let host: OpenHost;
let now = 0;
beforeAll(async () => {
  host = await openHost({ now: () => now });
});
afterAll(async () => {
  await host.end();
  expect(host.bugs).toEqual([]);
});

const hasIpv6 = Object.values(networkInterfaces()).some((each) => each!.some(({ address }) => address === '::1'));

/** Sends bytes as they are; gives all that comes back. */
const sendRaw = (text: string, address = '127.0.0.1') =>
  new Promise<string>((resolve, reject) => {
    const socket = createConnection(host.port, address, () => socket.end(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });

describe('its name', () => {
  it('has 26 letters of base32 below localhost', () => {
    expect(host.host).toMatch(new RegExp(`^[a-z2-7]{26}\\.localhost:${host.port}$`));
  });

  it('is another one at each start', async () => {
    const other = await openHost();
    expect(other.host.split('.')[0]).not.toBe(host.host.split('.')[0]);
    await other.end();
  });

  it('is asked for byte for byte, however the request is written', async () => {
    expect(await sendRaw(`GET / HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421 /);
    expect(await sendRaw(`GET / HTTP/1.1\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421 /);
    expect(await sendRaw(`GET / HTTP/1.1\r\nHost: ${host.host}.\r\n\r\n`)).toMatch(/^HTTP\/1\.1 421 /);
    expect(await sendRaw(`GET http://${host.host}/ HTTP/1.1\r\nHost: evil.example\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 421 /,
    );
    expect(await sendRaw(`GET http://evil.example/ HTTP/1.1\r\nHost: ${host.host}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 404 /,
    );
    expect(await sendRaw(`GET / HTTP/1.1\r\nHost: ${host.host}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 200 /,
    );
  });

  it.skipIf(!hasIpv6)('is answered on [::1] as well, which browsers ask first', async () => {
    const request = `GET / HTTP/1.1\r\nHost: ${host.host}\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(request, '::1')).toMatch(/^HTTP\/1\.1 200 /);
    expect(host.hasIpv6).toBe(true);
  });
});

describe('the files of the page', () => {
  it('come with the policy and nothing that lets others in', async () => {
    const { status, headers, body } = await host.send({ path: '/' });
    expect(status).toBe(200);
    expect(body.toString()).toContain('<title>Galley</title>');
    expect(headers).toMatchObject(
      Object.fromEntries(Object.entries(pagePolicy).map(([name, value]) => [name.toLowerCase(), value])),
    );
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(Object.keys(headers).filter((name) => /^(access-control|set-cookie|location)/.test(name))).toEqual([]);
  });

  it.each([
    '/index.html',
    '//',
    '/?',
    '/?x=1',
    '/assets',
    '/assets/',
    '/assets/main-1.js?x',
    '/assets/../index.html',
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/assets/..\\..\\package.json',
    '/assets/main-1.js/',
    '/assets//main-1.js',
    '/ASSETS/main-1.js',
    '/etc/passwd',
    '/__proto__',
    '/constructor',
    '/call/',
    '/download',
    '/download/',
    '/download/../call',
    '*',
  ])('%s is on no list', async (path) => {
    expect((await host.send({ path })).status).toBe(404);
  });

  it.each(['HEAD', 'OPTIONS', 'PUT', 'POST'] as const)('%s is no way to ask for them', async (method) => {
    expect((await host.send({ method, path: '/', headers: host.own('Content-Length', '0') })).status).toBe(404);
  });

  it('a GET calls nothing', async () => {
    const { key } = await host.letIn();
    expect((await host.send({ path: '/call', headers: host.own('galley-key', key) })).status).toBe(404);
  });
});

describe('what is sent in', () => {
  it.each([
    ['no JSON', '{"secret"', 400],
    ['of another shape', '{"secret":7}', 400],
    ['too long a secret', JSON.stringify({ secret: 'A'.repeat(101) }), 400],
    ['too large', JSON.stringify({ secret: 'A', more: 'x'.repeat(5000) }), 413],
  ])('%s is refused', async (_, body, status) => {
    const headers = host.own('Content-Type', 'application/json', 'Content-Length', String(body.length));
    expect((await host.send({ method: 'POST', path: '/exchange', headers, body })).status).toBe(status);
  });

  it('is refused beyond its cap also where its length was not said', async () => {
    const { key } = await host.letIn();
    const headers = host.own('Content-Type', 'application/json', 'galley-key', key, 'Transfer-Encoding', 'chunked');
    const body = JSON.stringify({ name: 'settings:get', input: 'x'.repeat(8_000_000) });
    expect((await host.send({ method: 'POST', path: '/call', headers, body })).status).toBe(413);
  });

  it.each(['text/plain', 'application/json; charset=utf-8', 'application/x-www-form-urlencoded'])(
    'a form can send %s, so it is refused',
    async (type) => {
      const headers = host.own('Content-Type', type, 'Content-Length', '2');
      expect((await host.send({ method: 'POST', path: '/exchange', headers, body: '{}' })).status).toBe(415);
    },
  );
});

describe('a page that was let in', () => {
  it('calls the worker, and gets its refusals as values', async () => {
    const { key } = await host.letIn();
    expect(await host.call(key, 'settings:get')).toMatchObject({ name: 'Sara' });
    const unknown = await host.post('/call', { name: 'no:such', input: {} }, 'galley-key', key);
    expect(JSON.parse(unknown.body.toString())).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  });

  it('is told which door this is; it chooses files and corpora itself', async () => {
    const { key } = await host.letIn();
    expect(await host.call(key, 'door:about')).toEqual({ kind: 'browser' });
    for (const name of ['door:choose-files', 'door:choose-corpus'])
      await expect(host.call(key, name, { purpose: 'open' })).rejects.toThrow('bad-input');
  });

  it('hears events, and first of all the notices that nobody was there to hear', async () => {
    const { key } = await host.letIn();
    const stream = await host.openStream(key);
    await host.call(key, 'settings:set', { theme: 'dark' });
    expect(await stream.next()).toEqual({ type: 'settings' });
    await stream.close();
  });

  it('goes on after a reload, and a second exchange of anything gives nothing', async () => {
    const secret = host.newSecret();
    const first = JSON.parse((await host.post('/exchange', { secret })).body.toString()) as Record<
      'key' | 'ticket',
      string
    >;
    expect((await host.post('/exchange', { secret })).status).toBe(401);
    const stream = await host.openStream(first.key);
    expect((await host.post('/renew', { ticket: first.ticket })).status).toBe(401);
    await stream.close();
    const renewed = await host.post('/renew', { ticket: first.ticket });
    expect(renewed.status).toBe(200);
    expect((await host.post('/renew', { ticket: first.ticket })).status).toBe(401);
    const second = JSON.parse(renewed.body.toString()) as { key: string };
    await expect(host.call(first.key, 'door:about')).rejects.toThrow();
    expect(await host.call(second.key, 'door:about')).toEqual({ kind: 'browser' });
  });

  it('is late with its secret after ten minutes, and with its ticket after 30 s', async () => {
    const secret = host.newSecret();
    const { key, ticket } = await host.letIn();
    await (await host.openStream(key)).close();
    now += 30_001;
    expect((await host.post('/renew', { ticket })).status).toBe(401);
    now += 600_000 - 30_000;
    expect((await host.post('/exchange', { secret })).status).toBe(401);
  });
});
