import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isChannel, isDoorCall } from '#shared/api/contract';
import { toLogText } from '#shared/api/failed-call';
import { pagePolicy } from '#shared/api/page-policy';
import type { PageFile } from '../page/read-page-files.ts';
import type { WorkerClient } from '../worker/worker-client.ts';
import { createDoorAnswer } from './door-answers.ts';
import { EventStreams } from './event-streams.ts';
import { isForUs, judge, type Door } from './guard.ts';
import { IdleWatch, type IdleOptions } from './idle-watch.ts';
import { listenOnLoopback } from './listen-loopback.ts';
import type { Clock } from './one-time-tokens.ts';
import { Pages } from './pages.ts';
import { Refusal } from './refusal.ts';
import { createRoutes, findRoute } from './routes.ts';
import { Transfers } from './transfers.ts';

export type HostOptions = {
  client: WorkerClient;
  page: ReadonlyMap<string, PageFile>;
  /** 0: one that is free. */
  port: number;
  logBug(text: string): void;
  /** A page was let in by a secret, which is spent now. */
  onLetIn?: () => void;
  idle?: IdleOptions;
  now?: Clock;
};

export type BrowserHost = {
  port: number;
  /** The one name, with the port, at which it answers. */
  host: string;
  hasIpv6: boolean;
  /** An address that lets one page in, within ten minutes. */
  newUrl(): string;
  /** Stops answering and removes what pages have sent; the worker goes on. */
  close(): Promise<void>;
};

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** 130 bits: no other page can know the name. */
const newHostName = () => `${Array.from(randomBytes(26), (byte) => alphabet[byte % 32]).join('')}.localhost`;

/** With every answer to our own name: the page's policy, and that no page of another origin may embed what it gets. */
const headers = { ...pagePolicy, 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * Serves the app to a browser on this machine: its files, calls to the worker and the worker's events
 * (docs/decisions/0007-browser-host.md).
 *
 * Errors: port-taken.
 */
export async function startBrowserHost(options: HostOptions): Promise<BrowserHost> {
  const { client, now = () => performance.now() } = options;
  const pages = new Pages(now);
  const transfers = new Transfers(now);
  const streams = new EventStreams();
  const idle = options.idle && new IdleWatch(options.idle, () => pages.openCount);
  const answerDoor = createDoorAnswer({
    transfers,
    grant: (path) => client.grant(path),
    logBug: (error) => options.logBug(`browser host: ${toLogText(error)}`),
  });
  const stopListening = client.listen((event) => {
    streams.send(event);
    if (event.type === 'job-ended') idle?.jobEnded(event.job);
  });
  const routes = createRoutes(
    {
      pages,
      transfers,
      streams,
      async call(name, input) {
        if (isChannel(name) && isDoorCall(name)) return answerDoor(name, input);
        const result = await client.forward(name, input);
        idle?.answered(name, result);
        return result;
      },
      grant: (path, name) => client.grant(path, name),
      onLetIn: () => options.onLetIn?.(),
      onPagesChange: () => idle?.look(),
    },
    options.page,
  );
  const door: Door = { host: '', origin: '', findPage: (key) => pages.findByKey(key) };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isForUs(request, door)) throw new Refusal(421);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const route = findRoute(routes, request.method ?? '', request.url ?? '');
    if (!route) throw new Refusal(404);
    const verdict = judge(request, route.rule, door);
    if (verdict.status !== 200) throw new Refusal(verdict.status);
    await route.answer({ request, response, page: verdict.page });
  };
  const close = () => {
    idle?.end();
    stopListening();
    transfers.close();
  };

  const loopback = await listenOnLoopback((request, response) => {
    answer(request, response).catch((error: unknown) => endBroken(response, error, options.logBug));
  }, options.port).catch((error: unknown) => {
    close();
    throw error;
  });
  door.host = `${newHostName()}:${loopback.port}`;
  door.origin = `http://${door.host}`;

  return {
    port: loopback.port,
    host: door.host,
    hasIpv6: loopback.hasIpv6,
    newUrl: () => `${door.origin}/#secret=${pages.newSecret()}`,
    async close() {
      await loopback.close();
      close();
    },
  };
}

/** Ends an answer that was refused or broke off. The address of the request is not logged: it may hold a ticket. */
function endBroken(response: ServerResponse, error: unknown, logBug: (text: string) => void): void {
  if (response.destroyed) return; // the page has gone meanwhile
  if (!(error instanceof Refusal)) logBug(`browser host: ${toLogText(error)}`);
  if (response.headersSent) response.destroy();
  else response.writeHead(error instanceof Refusal ? error.status : 500, { Connection: 'close' }).end();
}
