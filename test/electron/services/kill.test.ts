import { expect, test } from 'vitest';
import { killWhileWorking, type KillPlan } from '../../helpers/kill-while-working.ts';

// More of them, at random: npm run test:faults.
test.each<KillPlan>([
  { lines: 1, delayMs: 1 },
  { lines: 5, delayMs: 15 },
  { lines: 20, delayMs: 40 },
])('a kill after $lines acknowledgements and $delayMs ms loses none of them', async (plan) => {
  expect.hasAssertions();
  await killWhileWorking(plan);
});
