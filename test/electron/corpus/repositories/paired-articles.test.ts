import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import {
  getPairedText,
  listCommonCards,
  listContradictions,
  listFigureKeys,
  listTitles,
  mapPairedArticles,
  mapPairedMentions,
} from '../../../../electron/corpus/repositories/paired-articles.ts';
import { createAnnotation } from '../../../../electron/services/annotate.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

let made: TestCorpus;
let article: string;
let claim: string;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  article = await made.importText(SAMPLE_TEXT);
  const figures = [
    { what: 'Killed', min: 14 },
    { what: 'boats' },
    { what: 'hurt', unit: 'people', min: 1, max: 2 },
    { unit: 'killed', max: 5 },
  ];
  const tag = { article, label: 'claim', spans: [{ start: 0, end: 6 }], attributes: { figures } };
  claim = createAnnotation(made.corpus, made.sara, tag).uid;
});
afterAll(() => made.remove());

test('a figure is known by what it counts, its unit and its numbers; one without a number is none', () => {
  expect(listFigureKeys(made.corpus.read, [1]).map(({ key }) => key)).toEqual([
    'killed||14.0|',
    'hurt|people|1.0|2.0',
    '|killed||5.0',
  ]);
});

test.each<[string, (db: ReadDb) => unknown]>([
  ['articles', (db) => mapPairedArticles(db, [1])],
  ['titles', (db) => listTitles(db, [1])],
  ['figures', (db) => listFigureKeys(db, [1])],
  ['mentions', (db) => mapPairedMentions(db, [1])],
  ['a text', (db) => getPairedText(db, article)],
  ['common cards', (db) => listCommonCards(db, [claim], [claim])],
  ['contradictions', (db) => listContradictions(db, [claim])],
])('%s are read without going through what grows with the work', async (_, read) => {
  const plans = await listPlans(made.corpus.writer!.db, read);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((plan) => /^SCAN (?:a|n|o|f|v|r|m|p|c|b|x)\b/u.test(plan))).toEqual([]);
});
