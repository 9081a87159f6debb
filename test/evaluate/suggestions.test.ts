import { describe, expect, test } from 'vitest';
import { measureCold, measureWarm } from './measure.ts';
import { addScores, compare, f1, precision, recall } from './score.ts';
import { isThere, whereIs } from './tagged-corpus.ts';

if (!isThere('seeds'))
  console.warn(
    `The seed pages are not at ${whereIs('seeds')} (set GALLEY_SEEDS): suggestions are not measured on them.`,
  );

/** A little under what docs/suggestions.md says. */
const [COLD, WARM] = [0.94, 0.94];

describe.skipIf(!isThere('seeds'))('suggestions of names on the twelve articles of the seeds, by micro F1', () => {
  test('are as good as is said where nothing was tagged', async () => {
    const measured = await measureCold('seeds');
    expect(measured).toHaveLength(12);
    expect(f1(addScores(measured.map(({ score }) => score)))).toBeGreaterThan(COLD);
  });

  test('are as good as is said on the two longest pages, each where the other four were tagged', async () => {
    const measured = await measureWarm('seeds', ['002', '003']);
    expect(measured).toHaveLength(9);
    expect(f1(addScores(measured.map(({ score }) => score)))).toBeGreaterThan(WARM);
  });
});

test('only the exact span and label are right, and a tagged designation counts neither for nor against', () => {
  const tag = (start: number, end: number, label: 'actor' | 'location', kind: 'name' | 'designation' = 'name') => ({
    ...{ start, end, label, kind },
    entity: '',
  });
  const tags = [tag(0, 4, 'actor'), tag(5, 9, 'location'), tag(10, 14, 'actor', 'designation'), tag(15, 19, 'actor')];
  const proposals = [tag(0, 4, 'actor'), tag(5, 8, 'location'), tag(10, 14, 'actor'), tag(15, 19, 'location')];
  const { score, missed, wrong } = compare(tags, proposals);
  expect(score).toEqual({ tagged: 3, proposed: 3, right: 1 });
  expect([missed, wrong].map((all) => all.map(({ start }) => start))).toEqual([
    [5, 15],
    [5, 15],
  ]);
  expect([precision(score), recall(score), f1(score)]).toEqual([1 / 3, 1 / 3, 1 / 3]);
});
