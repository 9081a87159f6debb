import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WriteDb } from '../../../../electron/corpus/connection.ts';
import {
  listCardHeads,
  listClaimFacts,
  listClaimHeads,
  mapClaimEnds,
  listSaidOfClaims,
} from '../../../../electron/corpus/repositories/compared-claims.ts';
import { createTestCorpus, type TestCorpus } from '../../../helpers/corpus.ts';
import { importJettyStory } from '../../../helpers/jetty-story.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  await importJettyStory(made);
});
afterAll(() => made.remove());

/** Labels, attributes, kinds and batches are few; all else grows with the work. */
const large = /^SCAN (?!\(|(?:named|json_each|batch|l|t|k)\b)/u;

test.each<[string, (db: WriteDb) => unknown]>([
  ['claims without their values', (db) => listClaimHeads(db, [1, 2])],
  ['the ends of claims', (db) => mapClaimEnds(db, [1, 2])],
  ['what claims say', (db) => listClaimFacts(db, [1, 2], ['by whom'])],
  ['cards', (db) => listCardHeads(db, [1, 2])],
  ['what people say of claims', (db) => listSaidOfClaims(db, [1, 2])],
])('reading %s goes through no table that grows with the work', async (_, query) => {
  const plans = await listPlans(made.corpus.writer!.db, query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((detail) => large.test(detail))).toEqual([]);
});
