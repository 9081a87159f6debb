import { expect, test } from 'vitest';
import { Agreed, CoderWorkInput, HOLLOW } from '#shared/domain/agreement';
import { computeAgreement } from '../../../../electron/services/agreement/figures.ts';
import { findHollow, type FullRow } from '../../../../electron/services/agreement/find-hollow.ts';
import { computeGroups } from '../../../../electron/services/agreement/groups.ts';
import { listCoderAnnotations } from '../../../../electron/services/agreement/list-coder-annotations.ts';
import { matchKinds } from '../../../../electron/services/agreement/match-kinds.ts';
import { addLabel } from '../../../../electron/services/codebook.ts';
import { markArticle } from '../../../../electron/services/edit-article.ts';
import { importCoded, toWords } from '../../../helpers/coded-articles.ts';
import { createTestCorpus, noJob } from '../../../helpers/corpus.ts';

test('figures are of the tags as they are: what is tagged or finished after a look counts at the next', async () => {
  const made = createTestCorpus();
  const article = await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 4]]] });
  const look = async () => {
    const { rows } = await computeAgreement(made.corpus.read, Agreed.parse({ labels: ['actor'] }), noJob);
    const { articles, unfinished, f1, kappa, alpha } = rows[0]!;
    return [articles, unfinished, f1.exact.value, kappa.n, alpha.low === null];
  };
  expect(await look()).toEqual([1, 0, 1, 12, true]);
  made.tag(article, 'actor', 5, 9, 'Omar');
  expect(await look()).toEqual([1, 0, 2 / 3, 12, true]);
  const alike = { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 4]]] } satisfies Parameters<typeof importCoded>[2];
  const second = await importCoded(made, toWords(12, 100), alike, { finish: ['Sara'] });
  markArticle(made.corpus, made.person('Omar'), second, 'tagging');
  const ofSara = await importCoded(made, toWords(12, 200), { Sara: [['actor', [0, 4]]] }, { finish: [] });
  markArticle(made.corpus, made.sara, ofSara, 'tagging'); // nobody else has to do with it
  expect(await look()).toEqual([1, 1, 2 / 3, 12, true]);
  markArticle(made.corpus, made.person('Omar'), second, 'done');
  expect(await look()).toEqual([2, 0, 4 / 5, 24, false]);
});

test('an annotation behind a number of labels together is shown with its own label', async () => {
  const made = createTestCorpus();
  await importCoded(made, toWords(12), {
    Sara: [
      ['actor', [0, 4]],
      ['location', [10, 14]],
    ],
    Omar: [],
  });
  const input = CoderWorkInput.parse({ label: null, coder: 'Sara', of: 'annotations' });
  const { annotations } = await listCoderAnnotations(made.corpus.read, input, null, noJob);
  expect(annotations.map(({ label, spans }) => [label, spans[0]!.quote])).toEqual([
    ['actor', '1000'],
    ['location', '1002'],
  ]);
});

test('an article is of the month in which the last of its coders finished it, whoever that was', async () => {
  const made = createTestCorpus();
  const people = { Sara: [], Omar: [] };
  const articles = [
    await importCoded(made, toWords(12), people, { finish: [] }),
    await importCoded(made, toWords(12, 100), people, { finish: [] }),
  ];
  const finish = (article: string, name: string, month: number) => {
    made.environment.now = () => new Date(Date.UTC(2026, month - 1, 20));
    markArticle(made.corpus, made.person(name), article, 'done');
  };
  finish(articles[0]!, 'Sara', 3);
  finish(articles[1]!, 'Omar', 3);
  finish(articles[0]!, 'Omar', 4);
  finish(articles[1]!, 'Sara', 4);
  markArticle(made.corpus, made.sara, articles[0]!, 'tagging');
  finish(articles[0]!, 'Sara', 5); // who was the first to finish it before
  const groups = await computeGroups(made.corpus.read, { ...Agreed.parse({}), by: 'month' }, noJob);
  expect(groups.map(({ from, articles: count }) => [from, count])).toEqual([
    ['2026-04', 1],
    ['2026-05', 1],
  ]);
});

test('figures are hollow where most of what one coder has was not made by hand', () => {
  const of = (origins: object, annotations = 60) => ({ annotations, origins });
  const toRow = (...made: object[]) =>
    ({
      ...{ labels: ['actor'], articles: HOLLOW.articles, blind: HOLLOW.articles, unfinished: 0, made },
      uAlpha: { value: 1, low: null, high: null, n: 1 },
    }) as unknown as FullRow;
  const hand = of({ hand: 60 });
  expect(findHollow(toRow(hand, hand), 1)).toEqual([]);
  expect(findHollow(toRow(hand, of({ hand: 30, import: 30 })), 1)).toEqual([]);
  for (const origin of ['suggestion', 'propagation', 'import'])
    expect(findHollow(toRow(hand, of({ hand: 29, [origin]: 31 })), 1)).toEqual(['not-by-hand']);
  expect(findHollow({ ...toRow(hand, hand), labels: ['actor', 'location'] }, 1)).toEqual(['one-label']);
  expect(findHollow({ ...toRow(hand, hand), labels: ['actor', 'location'] }, 2)).toEqual([]);
});

test('the same words under labels that exclude one another are one difference, also where the label is near by', () => {
  const unit = (label: number, start: number, end: number) => ({ label, spans: [{ start, end }] });
  const [one, other, near] = [unit(1, 0, 4), unit(2, 0, 4), unit(1, 2, 9)];
  expect(matchKinds([one], [near, other], (a, b) => a !== b)).toEqual([
    { kind: 'label', left: one, right: other },
    { kind: 'only-one', left: null, right: near },
  ]);
  expect(matchKinds([one], [unit(2, 2, 9)], (a, b) => a !== b)).toMatchObject([{ kind: 'label' }]);
});

test('labels that hang together by a third one are alternatives together', async () => {
  const made = createTestCorpus();
  for (const [name, ...excludes] of [['one'], ['two'], ['three', 'one', 'two']] as const)
    addLabel(made.corpus, made.sara, { name, excludes });
  await importCoded(made, toWords(12), { Sara: [['one', [0, 4]]], Omar: [['one', [0, 4]]] });
  const { rows } = await computeAgreement(made.corpus.read, Agreed.parse({}), noJob);
  expect(rows.filter(({ label }) => label === null).map(({ labels }) => labels)).toEqual([
    ['actor', 'location'],
    ['one', 'two', 'three'],
  ]);
});
