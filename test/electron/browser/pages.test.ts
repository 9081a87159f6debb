import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { AWAY_LIMIT_MS, OPENING_LIMIT_MS, Pages, SECRET_LIFE_MS } from '../../../electron/browser/pages.ts';

let now: number;
let pages: Pages;
beforeEach(() => {
  now = 1000;
  pages = new Pages(() => now);
});

const letIn = () => pages.exchange(pages.newSecret())!;
/** Opens and closes the event stream of a page, as a reload does. */
function leave(key: string) {
  const close = pages.openStream(pages.findByKey(key)!);
  close();
}

describe('a secret', () => {
  it('lets one page in, once', () => {
    const secret = pages.newSecret();
    const pass = pages.exchange(secret);
    expect(pages.findByKey(pass!.key)).toBeDefined();
    expect(pages.exchange(secret)).toBeUndefined();
  });

  it('is good for ten minutes and not longer', () => {
    const [inTime, late] = [pages.newSecret(), pages.newSecret()];
    now += SECRET_LIFE_MS;
    expect(pages.exchange(inTime)).toBeDefined();
    now += 1;
    expect(pages.exchange(late)).toBeUndefined();
    expect(SECRET_LIFE_MS).toBe(600_000);
  });

  it('has 256 bits, is new each time, and stays good when another is made', () => {
    const secrets = Array.from({ length: 50 }, () => pages.newSecret());
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url').length).toBe(32);
    expect(pages.exchange(secrets[0]!)).toBeDefined();
  });

  it('is not found by 10,000 guesses, nor is a key or a ticket', () => {
    const secret = pages.newSecret();
    const { key, ticket } = letIn();
    leave(key);
    for (let guesses = 0; guesses < 10_000; guesses += 1) {
      const guess = randomBytes(32).toString('base64url');
      expect(pages.exchange(guess) ?? pages.renew(guess) ?? pages.findByKey(guess)).toBeUndefined();
    }
    expect(pages.exchange(secret) && pages.renew(ticket)).toBeDefined();
  });

  it.each(['', 'A', 'A'.repeat(43), 'A'.repeat(100), '\u0000', '🗞️'])('is not %j', (wrong) => {
    pages.newSecret();
    const { key } = letIn();
    leave(key);
    expect([pages.exchange(wrong), pages.renew(wrong), pages.findByKey(wrong)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a ticket', () => {
  it('gives a new key and a new ticket; the old ones are then worth nothing', () => {
    const first = letIn();
    leave(first.key);
    const second = pages.renew(first.ticket)!;
    expect(pages.findByKey(second.key)).toBeDefined();
    expect(pages.findByKey(first.key)).toBeUndefined();
    leave(second.key);
    expect(pages.renew(first.ticket)).toBeUndefined();
    expect(pages.renew(second.ticket)).toBeDefined();
  });

  it('is not taken while the page lives, and is not spent by the attempt', () => {
    const { key, ticket } = letIn();
    const closers = [pages.openStream(pages.findByKey(key)!), pages.openStream(pages.findByKey(key)!)];
    expect(pages.renew(ticket)).toBeUndefined();
    closers[0]!();
    expect(pages.renew(ticket)).toBeUndefined();
    closers[1]!();
    expect(pages.renew(ticket)).toBeDefined();
  });

  it('of a page that was reloaded before it opened its stream is taken once it should have', () => {
    const { ticket } = letIn();
    now += OPENING_LIMIT_MS - 1;
    expect(pages.renew(ticket)).toBeUndefined();
    now += 1;
    expect(pages.renew(ticket)).toBeDefined();
    expect(pages.renew(ticket)).toBeUndefined();
  });

  it('is good for 30 s after the stream has closed and not longer', () => {
    const [inTime, late] = [letIn(), letIn()];
    leave(inTime.key);
    leave(late.key);
    now += AWAY_LIMIT_MS;
    expect(pages.renew(inTime.ticket)).toBeDefined();
    now += 1;
    expect(pages.renew(late.ticket)).toBeUndefined();
    expect(AWAY_LIMIT_MS).toBe(30_000);
  });
});

describe('a key', () => {
  it('is good as long as its page is open, and 30 s beyond', () => {
    const { key } = letIn();
    const close = pages.openStream(pages.findByKey(key)!);
    now += 24 * 3_600_000;
    expect(pages.findByKey(key)).toBeDefined();
    close();
    now += AWAY_LIMIT_MS;
    expect(pages.findByKey(key)).toBeDefined();
    now += 1;
    expect(pages.findByKey(key)).toBeUndefined();
  });

  it('of a page that never opens its stream is gone after 30 s', () => {
    const { key } = letIn();
    now += AWAY_LIMIT_MS + 1;
    expect(pages.findByKey(key)).toBeUndefined();
  });

  it('says how many pages are open', () => {
    const [one, other] = [letIn(), letIn()];
    const close = pages.openStream(pages.findByKey(one.key)!);
    pages.openStream(pages.findByKey(other.key)!);
    expect(pages.openCount).toBe(2);
    close();
    expect(pages.openCount).toBe(1);
  });
});
