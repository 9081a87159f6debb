import { expect, test } from 'vitest';
import { killWhileKeeping, type KeepingPlan } from '../../../helpers/kill-while-keeping.ts';

// More of them, at random: npm run test:faults.
test.each<KeepingPlan>([
  { what: 'backup', rounds: 2, delayMs: 3 },
  { what: 'restore', rounds: 2, delayMs: 9 },
  { what: 'restore', rounds: 3, delayMs: 14 },
  { what: 'upgrade', rounds: 2, delayMs: 12 },
])('a kill in $what $rounds after $delayMs ms leaves every corpus whole', async (plan) => {
  expect.hasAssertions();
  await killWhileKeeping(plan);
});
