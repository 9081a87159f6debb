import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { killWhileKeeping, type KeepingPlan } from '../helpers/kill-while-keeping.ts';

/** How many processes are killed; 300 before a release. */
const KILLS = Number(process.env['GALLEY_KILLS'] ?? 20);
const acts = ['backup', 'restore', 'upgrade'] as const;
const plans = Array.from({ length: KILLS }, (_, n): KeepingPlan => ({
  what: acts[n % 3]!,
  rounds: randomInt(1, 6),
  delayMs: randomInt(0, 60),
}));

test.each(plans)('a kill in $what $rounds after $delayMs ms leaves every corpus whole', async (plan) => {
  expect.hasAssertions();
  await killWhileKeeping(plan);
});
