import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { listenOnLoopback } from '../../../electron/browser/listen-loopback.ts';

const hasIpv6 = Object.values(networkInterfaces()).some((each) => each!.some(({ address }) => address === '::1'));

async function take(host: string, port = 0): Promise<Server> {
  const server = createServer().listen({ host, port, ipv6Only: host === '::1' });
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return server;
}
const portOf = (server: Server) => (server.address() as AddressInfo).port;

it('has both loopback addresses on one port, so that nobody else can have either', async () => {
  const loopback = await listenOnLoopback(() => {}, 0);
  expect(loopback.hasIpv6).toBe(hasIpv6);
  for (const host of hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1'])
    await expect(take(host, loopback.port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await loopback.close();
});

it.each(hasIpv6 ? ['127.0.0.1', '::1'] : ['127.0.0.1'])(
  'a port that another program has on %s is refused by name, and the other address is let go',
  async (host) => {
    const taken = await take(host);
    const port = portOf(taken);
    await expect(listenOnLoopback(() => {}, port)).rejects.toMatchObject({ code: 'port-taken', values: { port } });
    const other = host === '::1' ? '127.0.0.1' : '::1';
    if (hasIpv6) await take(other, port);
  },
);

it('takes the port that it is told', async () => {
  const free = await listenOnLoopback(() => {}, 0);
  await free.close();
  const again = await listenOnLoopback(() => {}, free.port);
  expect(again.port).toBe(free.port);
  await again.close();
});
