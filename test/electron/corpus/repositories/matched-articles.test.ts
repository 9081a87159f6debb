import { expect, test } from 'vitest';
import {
  findSeenArticle,
  findStanding,
  listArticlesWithText,
} from '../../../../electron/corpus/repositories/matched-articles.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

test('articles are found by uid and by text, by an index', async () => {
  const made = createTestCorpus();
  const db = made.corpus.writer!.db;
  const uid = await made.importText(SAMPLE_TEXT);
  const { sha256 } = findSeenArticle(db, uid)!;
  expect(listArticlesWithText(db, sha256).map((each) => each.uid)).toEqual([uid]);
  expect(findStanding(db, 'article', uid, null)).toBe('seen');
  expect(findStanding(db, 'annotation', uid, null)).toBeUndefined();
  const plans = await listPlans(db, (read) => {
    findSeenArticle(read, uid);
    listArticlesWithText(read, sha256);
    for (const kind of ['article', 'annotation', 'relation', 'entity'] as const) findStanding(read, kind, uid, 'b');
  });
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((detail) => /^SCAN (?:a|x|t)\b/u.test(detail))).toEqual([]);
});
