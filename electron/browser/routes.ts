import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Result } from '#shared/api/contract';
import { hostRoutes, UPLOAD_HEADER, type Pass } from '#shared/api/host-routes';
import { ExpectedError } from '#shared/errors';
import type { PageFile } from '../page/read-page-files.ts';
import type { EventStreams } from './event-streams.ts';
import type { Rule } from './guard.ts';
import type { Page, Pages } from './pages.ts';
import { checkType, readJson } from './read-body.ts';
import { Refusal } from './refusal.ts';
import type { Transfers } from './transfers.ts';

/** Enough for the largest call of the contract. */
const CALL_LIMIT_BYTES = 8_000_000;
const SMALL_LIMIT_BYTES = 4000;

export type Services = {
  pages: Pages;
  transfers: Transfers;
  streams: EventStreams;
  call(name: string, input: unknown): Promise<Result<unknown>>;
  grant(path: string, name: string): string;
  /** A page was let in by a secret. */
  onLetIn(): void;
  /** An event stream was opened or closed. */
  onPagesChange(): void;
};

/** `page` is known where the rule asks for a key. */
type Asked = { request: IncomingMessage; response: ServerResponse; page: Page | undefined };

/** One that declares no rule does not compile. */
export type Route = { method: 'GET' | 'POST'; rule: Rule; answer(asked: Asked): Promise<void> | void };

const Token = z.string().max(100);
const Secret = z.object({ secret: Token });
const Ticket = z.object({ ticket: Token });
const Call = z.object({ name: z.string().max(100), input: z.unknown() });
const Offer = z.object({ name: z.string().max(1000), sizeBytes: z.int().nonnegative() });

/** Every route by its path; the path of one that ends in a slash is followed by a ticket. */
export function createRoutes(services: Services, files: ReadonlyMap<string, PageFile>): ReadonlyMap<string, Route> {
  const { pages, transfers, streams } = services;
  const own: Record<(typeof hostRoutes)[keyof typeof hostRoutes], Route> = {
    [hostRoutes.exchange]: {
      method: 'POST',
      rule: 'own page',
      async answer({ request, response }) {
        const { secret } = await readJson(request, Secret, SMALL_LIMIT_BYTES);
        sendPass(response, pages.exchange(secret));
        services.onLetIn();
      },
    },
    [hostRoutes.renew]: {
      method: 'POST',
      rule: 'own page',
      async answer({ request, response }) {
        const { ticket } = await readJson(request, Ticket, SMALL_LIMIT_BYTES);
        sendPass(response, pages.renew(ticket));
      },
    },
    [hostRoutes.call]: {
      method: 'POST',
      rule: 'let in',
      async answer({ request, response }) {
        const { name, input } = await readJson(request, Call, CALL_LIMIT_BYTES);
        sendJson(response, await services.call(name, input));
      },
    },
    [hostRoutes.events]: {
      method: 'POST',
      rule: 'let in',
      async answer({ response, page }) {
        const closed = once(response, 'close');
        const close = pages.openStream(page!);
        streams.add(response);
        services.onPagesChange();
        await closed;
        close();
        services.onPagesChange();
      },
    },
    [hostRoutes.offer]: {
      method: 'POST',
      rule: 'let in',
      async answer({ request, response }) {
        const { name, sizeBytes } = await readJson(request, Offer, SMALL_LIMIT_BYTES);
        await sendResult(response, () => ({ ticket: transfers.offer(name, sizeBytes) }));
      },
    },
    [hostRoutes.upload]: {
      method: 'POST',
      rule: 'let in',
      async answer({ request, response }) {
        checkType(request, 'application/octet-stream');
        const ticket = request.headers[UPLOAD_HEADER];
        await sendResult(response, async () => {
          const { path, name } = await transfers.takeUpload(typeof ticket === 'string' ? ticket : '', request);
          return { handle: services.grant(path, name), name };
        });
      },
    },
    [hostRoutes.download]: {
      method: 'GET',
      rule: 'ticket',
      async answer({ request, response }) {
        const download = transfers.openDownload(request.url!.slice(hostRoutes.download.length));
        if (!download) throw new Refusal(404);
        response.writeHead(200, {
          'Content-Type': 'application/octet-stream',
          'Content-Length': download.sizeBytes,
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download.name)}`,
        });
        await pipeline(download.stream, response);
      },
    },
  };
  return new Map([...Object.entries(own), ...listFileRoutes(files)]);
}

/** The page's own files, letter for letter. */
function listFileRoutes(files: ReadonlyMap<string, PageFile>): [string, Route][] {
  return [...files].map(([name, { bytes, type }]) => [
    name === 'index.html' ? '/' : `/${name}`,
    {
      method: 'GET',
      rule: 'own file',
      answer({ response }) {
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length });
        response.end(bytes);
      },
    },
  ]);
}

/** The route of an address; undefined for whatever is on no list, letter for letter. */
export function findRoute(routes: ReadonlyMap<string, Route>, method: string, url: string): Route | undefined {
  const exact = routes.get(url);
  const route = exact ?? routes.get(url.slice(0, url.lastIndexOf('/') + 1));
  if (route?.method !== method) return undefined;
  return exact || route.rule === 'ticket' ? route : undefined;
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

function sendPass(response: ServerResponse, pass: Pass | undefined): void {
  if (!pass) throw new Refusal(401);
  sendJson(response, pass);
}

/** Sends what work gives, or the failure that a person can act on. */
async function sendResult(response: ServerResponse, work: () => unknown): Promise<void> {
  let result: Result<unknown>;
  try {
    result = { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    result = { ok: false, error: (error as ExpectedError).toFailure() };
    response.setHeader('Connection', 'close'); // what may be left of the body is not read
  }
  sendJson(response, result);
}
