import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 bits, in letters that an address and a header take. */
export const newToken = () => randomBytes(32).toString('base64url');

/** Only hashes of tokens are kept, and compared in constant time. */
export const toDigest = (token: string) => createHash('sha256').update(token).digest();
export const isSameDigest = (one: Buffer, other: Buffer) => timingSafeEqual(one, other);

/** Milliseconds of a clock that only rises. */
export type Clock = () => number;

/** Tokens that stand for something once, and not for long. */
export class OneTimeTokens<T> {
  readonly #lifeMs: number;
  readonly #now: Clock;
  #kept: { digest: Buffer; value: T; until: number }[] = [];

  constructor(lifeMs: number, now: Clock) {
    this.#lifeMs = lifeMs;
    this.#now = now;
  }

  issue(value: T): string {
    const token = newToken();
    this.#dropExpired();
    this.#kept.push({ digest: toDigest(token), value, until: this.#now() + this.#lifeMs });
    return token;
  }

  /** What a token stands for, which is then spent; undefined where it is wrong, late or spent. */
  take(token: string): T | undefined {
    const digest = toDigest(token);
    this.#dropExpired();
    const found = this.#kept.filter((each) => isSameDigest(each.digest, digest))[0];
    this.#kept = this.#kept.filter((each) => each !== found);
    return found?.value;
  }

  #dropExpired(): void {
    const now = this.#now();
    this.#kept = this.#kept.filter(({ until }) => now <= until);
  }
}
