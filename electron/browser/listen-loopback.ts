import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExpectedError } from '#shared/errors';

export type Loopback = { port: number; hasIpv6: boolean; close(): Promise<void> };

const MOST_TRIES = 20;
/** No IPv6 on this machine: then nobody else can have its loopback either. */
const withoutIpv6 = ['EADDRNOTAVAIL', 'EAFNOSUPPORT'];

// a request without Host is ours to refuse; Node would answer it with a 400
const newServer = (listener: RequestListener) => createServer({ requireHostHeader: false }, listener);

function listen(server: Server, options: { port: number; host: string; ipv6Only?: boolean }): Promise<string | null> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown');
    server.once('error', fail);
    server.listen(options, () => {
      server.off('error', fail);
      resolve(null);
    });
  });
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/**
 * Listens on 127.0.0.1 and [::1] on one port (a free one for 0).
 *
 * Both, because browsers ask [::1] first for names under .localhost: whoever else had it would be handed the page and its
 * secret. Errors: port-taken.
 */
export async function listenOnLoopback(listener: RequestListener, wanted: number): Promise<Loopback> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const [four, six] = [newServer(listener), newServer(listener)];
    const failed = await listen(four, { port: wanted, host: '127.0.0.1' });
    if (failed !== null) {
      if (wanted === 0) continue;
      throw new ExpectedError('port-taken', { port: wanted });
    }
    const { port } = four.address() as AddressInfo;
    const code = await listen(six, { port, host: '::1', ipv6Only: true });
    const hasIpv6 = code === null;
    if (hasIpv6 || withoutIpv6.includes(code)) {
      const servers = hasIpv6 ? [four, six] : [four];
      return { port, hasIpv6, close: async () => void (await Promise.all(servers.map(close))) };
    }
    await close(four);
    if (wanted !== 0) throw new ExpectedError('port-taken', { port: wanted });
  }
  throw new ExpectedError('port-taken', { port: wanted });
}
