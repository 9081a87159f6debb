import { expect, test } from 'vitest';
import {
  findLabelId,
  getAnnotationPlace,
  listLabelNames,
} from '../../../../electron/corpus/repositories/mention-lines.ts';
import { createTestCorpus, SAMPLE_TEXT } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

test('an annotation is found with its label and the kind of block that it stands in, by keys alone', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  const { uid } = made.tag(article, 'actor', 0, 15);
  const { db } = made.corpus.writer!;
  const { id } = db.prepare<[string], { id: number }>('SELECT id FROM annotation WHERE uid = ?').get(uid)!;
  expect(getAnnotationPlace(db, id)).toEqual({ uid, label: 'actor', start: 0, end: 15, block: 'title' });
  expect(listLabelNames(db).get(findLabelId(db, 'ACTOR')!)).toBe('actor');
  const plans = await listPlans(db, (watched) => getAnnotationPlace(watched, id));
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
});
