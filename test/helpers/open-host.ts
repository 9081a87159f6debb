import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { GalleyEvent, Result } from '#shared/api/contract';
import { startBrowserHost, type BrowserHost, type HostOptions } from '../../electron/browser/browser-host.ts';
import { startThread } from '../../electron/worker/start-thread.ts';

const temporary = tmpdir();
const bytes = (text: string) => new TextEncoder().encode(text);

/** A page of two files, in place of the built one. */
const page = new Map([
  ['index.html', { bytes: bytes('<!doctype html><title>Galley</title>'), type: 'text/html; charset=utf-8' }],
  ['assets/main-1.js', { bytes: bytes('export {}'), type: 'text/javascript; charset=utf-8' }],
]);

export type Reply = { status: number; headers: IncomingMessage['headers']; body: Buffer };
type Send = {
  method?: 'GET' | 'POST' | 'PUT' | 'HEAD' | 'OPTIONS';
  path?: string;
  /** As they are sent, names and values in turn; by default those of the host's own page. */
  headers?: string[];
  body?: string | Buffer;
  /** Does not wait for the body of an answer that may never end. */
  headOnly?: boolean;
};

/** A browser host in this process, with a real worker, and the ways in which a page talks to it. */
export type OpenHost = BrowserHost & {
  origin: string;
  home: string;
  bugs: string[];
  /** Goes to 127.0.0.1, for Node does not know names under .localhost. */
  send(what: Send): Promise<Reply>;
  /** Headers of the host's own page; `more` in turn. */
  own(...more: string[]): string[];
  /** A POST of JSON by the host's own page. */
  post(path: string, value: unknown, ...more: string[]): Promise<Reply>;
  newSecret(): string;
  /** Lets a page in. */
  letIn(): Promise<{ key: string; ticket: string }>;
  /** Opens a page's event stream; gives what closes it and resolves when the host has seen that. */
  openStream(key: string): Promise<{ next(): Promise<unknown>; close(): Promise<void> }>;
  /** A call by a page that was let in. Fails where the call does. */
  call<T>(key: string, name: string, input?: unknown): Promise<T>;
  /** Exports the open corpus; gives the address of the download. */
  exportSet(key: string, name: string): Promise<string>;
  end(): Promise<void>;
};

/** Starts a host with settings, Documents and temporary files of its own, below `home`; the caller ends it. */
export async function openHost(options: Partial<HostOptions> = {}): Promise<OpenHost> {
  const home = mkdtempSync(join(temporary, 'galley-test-home-'));
  for (const name of ['HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, home);
  vi.stubEnv('GALLEY_CONFIG_FOLDER', join(home, 'settings'));
  const bugs: string[] = [];
  const client = startThread('a test', 'Sara', (error) => bugs.push(String(error)));
  const host = await startBrowserHost({ client, page, port: 0, logBug: (text) => bugs.push(text), ...options });
  const origin = `http://${host.host}`;
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });

  const start = ({ method = 'GET', path = '/', headers = ['Host', host.host] }: Send) =>
    request({ host: '127.0.0.1', port: host.port, method, path, headers, setHost: false, agent });
  const send = async (what: Send): Promise<Reply> => {
    const sent = start(what);
    sent.end(what.body);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const parts: Buffer[] = [];
    if (what.headOnly && response.statusCode === 200) response.destroy();
    else for await (const part of response as AsyncIterable<Buffer>) parts.push(part);
    return { status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) };
  };
  const own = (...more: string[]) => ['Host', host.host, 'Origin', origin, 'Sec-Fetch-Site', 'same-origin', ...more];
  const post = (path: string, value: unknown, ...more: string[]) => {
    const body = JSON.stringify(value);
    const length = String(Buffer.byteLength(body));
    const headers = own('Content-Type', 'application/json', 'Content-Length', length, ...more);
    return send({ method: 'POST', path, headers, body });
  };
  const newSecret = () => new URL(host.newUrl()).hash.slice('#secret='.length);

  const openStream: OpenHost['openStream'] = async (key) => {
    const sent = start({ method: 'POST', path: '/events', headers: own('galley-key', key, 'Content-Length', '0') });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`);
    const lines = readLines(response);
    return {
      async next() {
        for (;;) {
          const { value, done } = await lines.next();
          if (done) throw new Error('The stream has ended');
          if (value !== '') return JSON.parse(value) as unknown;
        }
      },
      async close() {
        const closed = new Promise((resolve) => response.on('close', resolve).on('error', () => {}));
        sent.destroy();
        await closed;
        await send({}); // the host has seen what came before this
      },
    };
  };
  const call = async <T>(key: string, name: string, input: unknown = {}): Promise<T> => {
    const { body } = await post('/call', { name, input }, 'galley-key', key);
    const result = JSON.parse(body.toString()) as Result<T>;
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };

  return {
    ...host,
    origin,
    home,
    bugs,
    send,
    own,
    post,
    newSecret,
    async letIn() {
      const { body } = await post('/exchange', { secret: newSecret() });
      return JSON.parse(body.toString()) as { key: string; ticket: string };
    },
    openStream,
    call,
    async exportSet(key, name) {
      const { folder } = await call<{ folder: string }>(key, 'door:begin-export', { name });
      const stream = await openStream(key);
      const job = await call(key, 'dataset:export', { format: 'jsonl', folder });
      for (;;) {
        const event = (await stream.next()) as GalleyEvent;
        if (event.type === 'job-ended' && event.job === job) break;
      }
      await stream.close();
      return (await call<{ download: string }>(key, 'door:end-export', { folder })).download;
    },
    async end() {
      agent.destroy();
      await host.close();
      await client.close();
      vi.unstubAllEnvs();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function* readLines(response: IncomingMessage): AsyncGenerator<string, undefined> {
  let rest = '';
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      const lines = (rest + part.toString()).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
  } catch {
    return undefined; // it was closed
  }
  return undefined;
}
