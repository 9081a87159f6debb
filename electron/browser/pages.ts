import type { Pass } from '#shared/api/host-routes';
import { isSameDigest, newToken, OneTimeTokens, toDigest, type Clock } from './one-time-tokens.ts';

export const SECRET_LIFE_MS = 10 * 60_000;
/** How long a page may be away for a reload. */
export const AWAY_LIMIT_MS = 30_000;
/** A page opens its stream at once; one that has not by then was reloaded before it could. */
export const OPENING_LIMIT_MS = 2000;

/** A page that was let in. `awaySince`: when its last event stream closed, or it was let in; null while one is open. */
export type Page = { key: Buffer; ticket: Buffer; streams: number; awaySince: number | null; wasOpen: boolean };

/**
 * Who is let in, and with what: a secret once gives a key and a ticket. The ticket once gives the next two, after the page's
 * event stream has closed (or was never opened, two seconds on) and for 30 s: so a reload goes on where it was, and a copied
 * tab gets nothing.
 */
export class Pages {
  readonly #now: Clock;
  readonly #secrets: OneTimeTokens<true>;
  #pages: Page[] = [];

  constructor(now: Clock) {
    this.#now = now;
    this.#secrets = new OneTimeTokens(SECRET_LIFE_MS, now);
  }

  newSecret(): string {
    return this.#secrets.issue(true);
  }

  /** A pass for a secret, which is then spent. */
  exchange(secret: string): Pass | undefined {
    return this.#secrets.take(secret) && this.#letIn();
  }

  /** The next pass for a page that reloads; its old key and ticket are then worth nothing. */
  renew(ticket: string): Pass | undefined {
    const page = this.#find('ticket', ticket);
    if (!page || page.awaySince === null) return undefined;
    if (!page.wasOpen && this.#now() - page.awaySince < OPENING_LIMIT_MS) return undefined;
    this.#pages = this.#pages.filter((each) => each !== page);
    return this.#letIn();
  }

  findByKey(key: string): Page | undefined {
    return this.#find('key', key);
  }

  /** Notes that an event stream of a page is open; gives what to call when it has closed. */
  openStream(page: Page): () => void {
    page.streams += 1;
    page.wasOpen = true;
    page.awaySince = null;
    return () => {
      page.streams -= 1;
      if (page.streams === 0) page.awaySince = this.#now();
    };
  }

  /** How many are open: an open stream says so. */
  get openCount(): number {
    return this.#pages.filter(({ streams }) => streams > 0).length;
  }

  #letIn(): Pass {
    const pass = { key: newToken(), ticket: newToken() };
    const [key, ticket] = [toDigest(pass.key), toDigest(pass.ticket)];
    this.#pages.push({ key, ticket, streams: 0, awaySince: this.#now(), wasOpen: false });
    return pass;
  }

  /** A page that has been away for too long is gone, and its key with it. */
  #find(by: 'key' | 'ticket', token: string): Page | undefined {
    const now = this.#now();
    this.#pages = this.#pages.filter(({ awaySince }) => awaySince === null || now - awaySince <= AWAY_LIMIT_MS);
    const digest = toDigest(token);
    return this.#pages.filter((page) => isSameDigest(page[by], digest))[0];
  }
}
