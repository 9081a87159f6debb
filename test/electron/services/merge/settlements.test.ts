import { expect, test } from 'vitest';
import { ArticleId } from '#shared/domain/ids';
import type { SettlementDecision } from '#shared/domain/settlement';
import { listOfArticle } from '../../../../electron/corpus/repositories/annotation-repository.ts';
import { updateAnnotation } from '../../../../electron/services/annotate.ts';
import { settleDifference } from '../../../../electron/services/adjudication/adjudicate.ts';
import { readAdjudication } from '../../../../electron/services/adjudication/read-adjudication.ts';
import { computeContentFingerprint } from '../../../../electron/services/content-fingerprint.ts';
import { inspectCorpus } from '../../../../electron/services/inspect-corpus.ts';
import { mergeCorpora } from '../../../../electron/services/merge/merge-corpora.ts';
import { verifyCorpus } from '../../../../electron/services/verify/verify-corpus.ts';
import { copyTestCorpus, createTestCorpus, noJob, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

const merge = (into: TestCorpus, from: TestCorpus) =>
  mergeCorpora(
    into.corpus,
    into.sara,
    { path: from.path, otherCorpus: false, sameNames: true, choices: {} },
    { check: (path, how) => Promise.resolve(inspectCorpus(path, how)) },
    noJob,
  );

function settle(
  { corpus, person }: { corpus: TestCorpus; person: string },
  article: string,
  decision: SettlementDecision,
) {
  const by = corpus.person(person);
  const [difference] = readAdjudication(corpus.corpus.read, by, article).differences;
  settleDifference(corpus.corpus, by, {
    article,
    difference: difference!.uid,
    decision,
    reason: '',
    comment: '',
    rule: null,
  });
}

test.for([
  ['otherwise', false],
  ['alike and then otherwise', true],
] as const)('a difference that was settled in another copy %s is settled in one way, in both', async ([, isAlike]) => {
  const made = createTestCorpus();
  const article = ArticleId.parse(await made.importText(SAMPLE_TEXT));
  made.tag(article, 'actor', 0, 7);
  made.tag(article, 'location', 0, 7, 'Omar');
  for (const name of ['Nour', 'Zaid']) made.tag(article, 'claim', 20, 25, name); // both are known in both copies
  made.corpus.close();
  const [a, b] = [100, 101].map((seed) => copyTestCorpus(made.path, { seed })) as [TestCorpus, TestCorpus];
  made.reopen();
  settle({ corpus: a, person: 'Nour' }, article, 'left');
  if (isAlike) settle({ corpus: b, person: 'Zaid' }, article, 'left');
  else b.tag(article, 'claim', 30, 35, 'Zaid'); // so that it is the later one in either case
  settle({ corpus: b, person: 'Zaid' }, article, 'right');

  await merge(a, b);
  await merge(b, a);
  const settled = [a, b].map(({ corpus }) => listOfArticle(corpus.read, article, 'settled').map(({ label }) => label));
  expect(settled).toEqual([['location'], ['location']]);
  expect(computeContentFingerprint(a.corpus.read)).toBe(computeContentFingerprint(b.corpus.read));
  for (const { corpus } of [a, b]) expect(await verifyCorpus(corpus, noJob)).toMatchObject({ ok: true, problems: [] });
});

test('what two people agreed on, and what was settled, comes with whoever adjudicated; a change of it comes too', async () => {
  const made = createTestCorpus();
  const article = ArticleId.parse(await made.importText(SAMPLE_TEXT));
  for (const name of ['Sara', 'Omar']) made.tag(article, 'claim', 20, 25, name);
  made.tag(article, 'actor', 0, 7);
  made.tag(article, 'location', 0, 7, 'Omar');
  made.person('Nour');
  made.tag(article, 'actor', 30, 35, 'Nour');
  made.corpus.close();
  const [a, b] = [100, 101].map((seed) => copyTestCorpus(made.path, { seed })) as [TestCorpus, TestCorpus];
  made.reopen();
  const settledIn = ({ corpus }: TestCorpus) =>
    listOfArticle(corpus.read, article, 'settled').map(({ label, note }) => [label, note]);

  settle({ corpus: a, person: 'Nour' }, article, 'left');
  await merge(b, a);
  expect(settledIn(b)).toEqual([
    ['actor', ''],
    ['claim', ''],
  ]);
  const agreed = listOfArticle(a.corpus.read, article, 'settled').find(({ label }) => label === 'claim')!;
  updateAnnotation(a.corpus, a.person('Nour'), agreed.uid, { note: 'as agreed' });
  await merge(b, a);
  expect(settledIn(b)).toEqual([
    ['actor', ''],
    ['claim', 'as agreed'],
  ]);
  await merge(a, b);
  expect(computeContentFingerprint(a.corpus.read)).toBe(computeContentFingerprint(b.corpus.read));
});
