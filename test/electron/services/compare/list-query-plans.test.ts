import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Compared } from '#shared/domain/comparison';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { createCluster } from '../../../../electron/services/clusters.ts';
import { compareSilence } from '../../../../electron/services/compare/silence.ts';
import { compareSources } from '../../../../electron/services/compare/sources.ts';
import { compareTimes } from '../../../../electron/services/compare/timeline.ts';
import type { Job } from '../../../../electron/services/job.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';
import { addTestEntity } from '../../../helpers/entity.ts';
import { listPlans } from '../../../helpers/list-plans.ts';
import { importTagged } from '../../../helpers/tagged-article.ts';

let made: TestCorpus;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  addTestEntity(made, 'actor', 'Ann Dell');
  const { claims } = await importTagged(made, {
    outlet: 'Harbour Post',
    date: '2024-03-12',
    text: 'The pier burned, Ann Dell said.',
    actors: [['Ann Dell', 'Ann Dell']],
    claims: [{ words: 'The pier burned', by: [['Ann Dell', 'Ann Dell', 'said']] }],
  });
  createCluster(made.corpus, made.sara, { title: 'The fire', date: null, note: '', claims });
});
afterAll(() => made.remove());

/** Tables that grow with the work; cards, and which claims are on them, people make one by one. */
const large = /^SCAN (?:a|n|v|t|f|r|article|annotation|annotation_span|annotation_value)\b/u;

test.each<[string, (db: ReadDb, compared: Compared, job: Job) => Promise<unknown>]>([
  ['sources', compareSources],
  ['silence', compareSilence],
  ['time and place', compareTimes],
])('%s go through no table that grows with the work', async (_, compare) => {
  const compared = { a: { outlets: ['Harbour Post'] }, b: {}, checkedOnly: false };
  const plans = await listPlans(made.corpus.writer!.db, (db) => compare(db, compared, noJob));
  expect(plans.length).toBeGreaterThan(3);
  expect(plans.filter((detail) => large.test(detail))).toEqual([]);
});
