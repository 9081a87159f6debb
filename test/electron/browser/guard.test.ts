import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHost, type OpenHost } from '../../helpers/open-host.ts';

let host: OpenHost;
beforeAll(async () => {
  host = await openHost({ now: () => 0 });
});
afterAll(async () => {
  await host.end();
  expect(host.bugs).toEqual([]);
});

const kinds = ['file', 'exchange', 'call', 'events', 'upload', 'download'] as const;
const states = ['none', 'wrong', 'right', 'spent'] as const;
const sites = [null, 'same-origin', 'cross-site'] as const;
type Kind = (typeof kinds)[number];
type Case = { names: string[]; origin: string | null; kind: Kind; state: (typeof states)[number]; site: string | null };

/** The Host lines of a request, ours first. */
function listNames(): string[][] {
  const [name, port] = host.host.split(':') as [string, string];
  return [
    [host.host],
    [host.host.toUpperCase()],
    [name],
    [`localhost:${port}`],
    [`127.0.0.1:${port}`],
    [`evil.example:${port}`],
    [],
    [host.host, `evil.example:${port}`],
  ];
}

const listOrigins = (): (string | null)[] => [
  host.origin,
  null,
  'null',
  `http://localhost:${host.port}`,
  `http://127.0.0.1:${host.port}`,
  `http://${host.host.split(':')[0]}:${host.port + 1}`,
  host.origin.replace('http:', 'https:'),
  `${host.origin}/`,
  'http://evil.example',
  host.origin.replace('http://', 'http://evil.'),
];

/** The rules once more, in other words: the status that a request must get. */
function expectStatus({ names, origin, kind, state, site }: Case): number {
  if (names.length !== 1 || names[0] !== host.host) return 421;
  if (kind === 'file') return 200;
  const isOurs = site !== 'cross-site' && (origin === host.origin || (kind === 'download' && origin === null));
  if (!isOurs) return 403;
  if (state === 'right') return 200;
  return kind === 'download' ? 404 : 401;
}

/** What a request of each kind and state shows. What works once stays until a request was let in with it. */
class Tokens {
  #key = '';
  #spent: Record<Kind, string> | undefined;
  readonly #right = new Map<Kind, string>();

  static async prepare(): Promise<Tokens> {
    const tokens = new Tokens();
    const first = await host.letIn();
    await (await host.openStream(first.key)).close();
    const renewed = await host.post('/renew', { ticket: first.ticket });
    tokens.#key = (JSON.parse(renewed.body.toString()) as { key: string }).key;
    await host.call(tokens.#key, 'corpus:new', { name: 'Guarded' });
    const secret = host.newSecret();
    await host.post('/exchange', { secret });
    const download = await tokens.#newDownload();
    await host.send({ path: `/download/${download}` });
    const key = first.key;
    tokens.#spent = { file: '', exchange: secret, call: key, events: key, upload: key, download };
    return tokens;
  }

  async find(kind: Kind, state: Case['state']): Promise<string> {
    if (state === 'none') return '';
    if (state === 'wrong') return 'A'.repeat(43);
    if (state === 'spent') return this.#spent![kind];
    if (kind !== 'exchange' && kind !== 'download') return this.#key;
    if (!this.#right.has(kind))
      this.#right.set(kind, kind === 'exchange' ? host.newSecret() : await this.#newDownload());
    return this.#right.get(kind)!;
  }

  spend(kind: Kind): void {
    this.#right.delete(kind);
  }

  async #newDownload(): Promise<string> {
    return (await host.exportSet(this.#key, 'set')).slice('/download/'.length);
  }
}

async function send({ names, origin, kind, state, site }: Case, tokens: Tokens): Promise<number> {
  const token = await tokens.find(kind, state);
  const headers = names.flatMap((name) => ['Host', name]);
  if (origin !== null) headers.push('Origin', origin);
  if (site !== null) headers.push('Sec-Fetch-Site', site);
  if (kind === 'file' || kind === 'download') {
    const { status } = await host.send({ path: kind === 'file' ? '/' : `/download/${token}`, headers });
    return status;
  }
  if (kind !== 'exchange' && state !== 'none') headers.push('galley-key', token);
  headers.push('Content-Type', kind === 'upload' ? 'application/octet-stream' : 'application/json');
  const body = JSON.stringify(kind === 'exchange' ? { secret: token } : { name: 'door:about', input: {} });
  headers.push('Content-Length', String(body.length));
  const { status } = await host.send({ method: 'POST', path: `/${kind}`, headers, body, headOnly: kind === 'events' });
  return status;
}

describe('who is let in', () => {
  it('8 Hosts × 10 Origins × 6 kinds × 4 key states × 3 Sec-Fetch-Site: none is wrongly let in or refused', async () => {
    const tokens = await Tokens.prepare();
    const wrong: unknown[] = [];
    let asked = 0;
    for (const names of listNames())
      for (const origin of listOrigins())
        for (const kind of kinds)
          for (const state of states)
            for (const site of sites) {
              const each = { names, origin, kind, state, site };
              const [status, expected] = [await send(each, tokens), expectStatus(each)];
              if (status !== expected) wrong.push({ ...each, status, expected });
              if (status === 200 && state === 'right') tokens.spend(kind);
              asked += 1;
            }
    expect(wrong).toEqual([]);
    expect(asked).toBe(5760);
  }, 60_000);

  it.each(['same-site', 'none', 'same-origin, cross-site'])('Sec-Fetch-Site %s is refused', async (site) => {
    const { key } = await host.letIn();
    const headers = ['Host', host.host, 'Origin', host.origin, 'Sec-Fetch-Site', site, 'galley-key', key];
    expect((await host.send({ method: 'POST', path: '/events', headers, headOnly: true })).status).toBe(403);
  });

  it('a second Origin or key line is refused', async () => {
    const { key } = await host.letIn();
    const twice = [
      host.own('Origin', 'http://evil.example', 'galley-key', key),
      host.own('galley-key', key, 'galley-key', key),
    ];
    for (const headers of twice) {
      const { status } = await host.send({ method: 'POST', path: '/events', headers, headOnly: true });
      expect([401, 403]).toContain(status);
    }
  });

  it('a refusal has no body, and names no other origin', async () => {
    const refused = [
      await host.send({ headers: ['Host', 'evil.example'] }),
      await host.send({ method: 'POST', path: '/call', headers: ['Host', host.host] }),
      await host.send({ path: '/nowhere' }),
    ];
    expect(refused.map(({ status, body }) => [status, body.length])).toEqual([
      [421, 0],
      [403, 0],
      [404, 0],
    ]);
    for (const { headers } of refused)
      expect(Object.keys(headers).filter((name) => /^(access-control|location|set-cookie)/.test(name))).toEqual([]);
  });
});
