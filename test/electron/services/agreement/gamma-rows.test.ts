import { expect, test } from 'vitest';
import { Agreed } from '#shared/domain/agreement';
import { computeGamma } from '../../../../electron/services/agreement/gamma-rows.ts';
import { computeGroups } from '../../../../electron/services/agreement/groups.ts';
import { editArticle } from '../../../../electron/services/edit-article.ts';
import { importCoded, toWords } from '../../../helpers/coded-articles.ts';
import { createTestCorpus, noJob, type TestCorpus } from '../../../helpers/corpus.ts';

const compute = (made: TestCorpus, agreed: object) => computeGamma(made.corpus.read, Agreed.parse(agreed), noJob);

test('γ is 1 where coders agree, less where they do not, and says how it was reckoned; it is the same at every look and in every order', async () => {
  const made = createTestCorpus();
  for (let n = 0; n < 3; n += 1)
    await importCoded(made, toWords(40, n * 100), {
      Sara: [
        ['actor', [0, 4]],
        ['location', [50, 59]],
        ['actor', [100, 104]],
      ],
      Omar: [
        ['actor', [0, 4]],
        ['location', [50, 59]],
        ['actor', [100, 104]],
      ],
      Lina: [
        ['actor', [0, 9]],
        ['actor', [50, 59]],
        ['actor', [150, 154]],
      ],
    });
  const rows = await compute(made, {});
  const find = (label: string | null, coders: string) =>
    rows.find((row) => row.label === label && row.coders.join('+') === coders)!;
  expect(find(null, 'Omar+Sara')).toMatchObject({ gamma: { value: 1, low: 1, high: 1, n: 18 }, observed: 0 });
  const three = find(null, 'Lina+Omar+Sara');
  expect(three.gamma.value).toBeLessThan(1);
  expect(three.gamma.value).toBeGreaterThan(0);
  expect(three.method).toMatchObject({ a: 1, b: 1, seed: 1, precision: 0.02 });
  expect(three.method.samples).toBeGreaterThan(30); // so few units lie otherwise in each random continuum
  expect(find('claim', 'Omar+Sara').gamma).toMatchObject({
    value: null,
    undefinedBecause: expect.stringMatching(/nobody marked/u),
  });
  expect(await compute(made, {})).toEqual(rows);
  const [swapped] = await compute(made, { coders: ['Sara', 'Omar', 'Lina'] });
  expect(swapped!.gamma.value).toBeCloseTo(three.gamma.value!, 10);
});

test('an interval of γ is that of samples of the articles', async () => {
  const made = createTestCorpus();
  for (let n = 0; n < 6; n += 1)
    await importCoded(made, toWords(40, n * 100), {
      Sara: [['actor', [0, 9]]],
      Omar: [['actor', n % 2 === 0 ? [0, 9] : [5, 19]]],
    });
  const { gamma } = (await compute(made, { labels: ['actor'] }))[0]!;
  expect([gamma.low! < gamma.value!, gamma.value! < gamma.high!]).toEqual([true, true]);
});

test('figures by outlet and by the week in which the last coder finished', async () => {
  const made = createTestCorpus();
  const first = await importCoded(made, toWords(12), { Sara: [['actor', [0, 4]]], Omar: [['actor', [0, 4]]] });
  await importCoded(made, toWords(12, 100), { Sara: [['actor', [0, 4]]], Omar: [['actor', [5, 9]]] });
  editArticle(made.corpus, made.sara, first, { outlet: 'FNA' });
  const groupBy = async (by: 'outlet' | 'week' | 'month') =>
    (await computeGroups(made.corpus.read, { ...Agreed.parse({ labels: ['actor'] }), by }, noJob)).map(
      ({ outlet, from, articles, rows }) => [outlet, from, articles, rows[0]!.f1.exact.value],
    );
  expect(await groupBy('outlet')).toEqual([
    [null, null, 1, 0],
    ['FNA', null, 1, 1],
  ]);
  expect(await groupBy('week')).toEqual([[null, '2025-12-29', 2, 0.5]]);
  expect(await groupBy('month')).toEqual([[null, '2026-01', 2, 0.5]]);
});
