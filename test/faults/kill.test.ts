import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { killWhileWorking } from '../helpers/kill-while-working.ts';

/** How many processes are killed; 500 before a release. */
const KILLS = Number(process.env['GALLEY_KILLS'] ?? 20);

test.each(Array.from({ length: KILLS }, (_, n) => ({ n, lines: randomInt(1, 60), delayMs: randomInt(0, 60) })))(
  'kill $n: after $lines acknowledgements and $delayMs ms nothing acknowledged is lost, and nothing is there by halves',
  async (plan) => {
    expect.hasAssertions();
    await killWhileWorking(plan);
  },
);
