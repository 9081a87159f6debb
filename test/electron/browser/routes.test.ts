import { describe, expect, it } from 'vitest';
import { hostRoutes } from '#shared/api/host-routes';
import { EventStreams } from '../../../electron/browser/event-streams.ts';
import { Pages } from '../../../electron/browser/pages.ts';
import { createRoutes, findRoute, type Route } from '../../../electron/browser/routes.ts';
import { Transfers } from '../../../electron/browser/transfers.ts';

function createTestRoutes() {
  const transfers = new Transfers(() => 0);
  transfers.close();
  return createRoutes(
    {
      pages: new Pages(() => 0),
      transfers,
      streams: new EventStreams(),
      call: () => Promise.reject(new Error('not called')),
      grant: () => '',
      onLetIn: () => {},
      onPagesChange: () => {},
    },
    new Map([['index.html', { bytes: new Uint8Array(), type: 'text/html' }]]),
  );
}

describe('every route', () => {
  it('declares who may use it', () => {
    const rules = Object.fromEntries([...createTestRoutes()].map(([path, { method, rule }]) => [path, [method, rule]]));
    expect(rules).toEqual({
      [hostRoutes.exchange]: ['POST', 'own page'],
      [hostRoutes.renew]: ['POST', 'own page'],
      [hostRoutes.call]: ['POST', 'let in'],
      [hostRoutes.events]: ['POST', 'let in'],
      [hostRoutes.offer]: ['POST', 'let in'],
      [hostRoutes.upload]: ['POST', 'let in'],
      [hostRoutes.download]: ['GET', 'ticket'],
      '/': ['GET', 'own file'],
    });
  });

  it('does not compile without', () => {
    // @ts-expect-error a route without a rule
    const route: Route = { method: 'GET', answer: () => {} };
    expect(route).not.toHaveProperty('rule');
  });

  it('is found by its own path and method alone', () => {
    const routes = createTestRoutes();
    expect(findRoute(routes, 'POST', '/call')).toBeDefined();
    expect(findRoute(routes, 'GET', '/download/abc')).toBeDefined();
    for (const [method, url] of [
      ['GET', '/call'],
      ['POST', '/'],
      ['POST', '/call/x'],
      ['GET', '/abc'],
      ['GET', '/download/a/b'],
    ] as const)
      expect(findRoute(routes, method, url)).toBeUndefined();
  });
});
