import { hostRoutes, type Pass } from '#shared/api/host-routes';

const TICKET = 'galley-ticket';
/** A reload can be quicker than the host sees that the page before it has gone, or was never there. */
const TRIES = 20;
const PAUSE_MS = 150;

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** A secret or ticket traded for a pass; undefined where it is not good, or the host is gone. */
async function trade(path: string, body: unknown): Promise<Pass | undefined> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as Pass) : undefined;
}

async function renew(): Promise<Pass | undefined> {
  const ticket = sessionStorage.getItem(TICKET);
  if (ticket === null) return undefined;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await pause();
    const pass = await trade(hostRoutes.renew, { ticket });
    if (pass) return pass;
  }
  return undefined;
}

/** A session key for this page, by the secret of its address or the ticket of its tab; the key is kept nowhere but in memory. */
export async function openSession(secret: string | undefined): Promise<string | undefined> {
  const pass = (secret !== undefined && (await trade(hostRoutes.exchange, { secret }))) || (await renew());
  if (!pass) return undefined;
  sessionStorage.setItem(TICKET, pass.ticket);
  return pass.key;
}
