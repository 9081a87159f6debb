import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { AgreementSums, type CodedArticle } from '../../../electron/statistics/agreement-sums.ts';
import { alignBest } from '../../../electron/statistics/align-best.ts';
import { toHull } from '../../../electron/statistics/match-spans.ts';
import { createRandom } from '../../../electron/statistics/random.ts';
import { toUnits } from '../../../electron/statistics/span-f1.ts';
import { hasPython } from '../../helpers/verify-dataset.ts';

type Case = { categories: number; articles: CodedArticle[] };

/** Two or three coders of one to three articles of twelve words, who mark up to four stretches each, overlapping ones too. */
function drawCase(seed: number): Case {
  const random = createRandom(seed);
  const draw = (end: number) => Math.floor(random() * end);
  const [categories, coders] = [2 + draw(3), 2 + draw(2)];
  const drawSpans = () => {
    const start = draw(30);
    const first = { start, end: start + 1 + draw(12) };
    const gap = first.end + 1 + draw(5);
    return draw(5) === 0 ? [first, { start: gap, end: gap + 1 + draw(6) }] : [first];
  };
  const drawUnits = () =>
    Array.from({ length: draw(5) }, () => ({ label: 1 + draw(categories - 1), spans: drawSpans() }));
  const articles = Array.from({ length: 1 + draw(3) }, () => ({
    length: 60,
    wordStarts: Uint32Array.from({ length: 12 }, (_, n) => n * 5),
    units: Array.from({ length: coders }, drawUnits),
  }));
  return { categories, articles };
}

function measure({ categories, articles }: Case): Record<string, number | null> {
  const sums = new AgreementSums(articles[0]!.units.length, categories);
  const total = new Float64Array(sums.size);
  let disorder = 0;
  for (const article of articles) {
    const own = new Float64Array(sums.size);
    sums.add(own, 0, article);
    own.forEach((n, at) => (total[at]! += n));
    const places = article.units.map((units) => toUnits(units).map((unit) => ({ ...toHull(unit), label: unit.label })));
    disorder += alignBest(places, null)!;
  }
  const figures = Object.entries({ ...sums.toFigures(total), disorder });
  return Object.fromEntries(figures.map(([name, figure]) => [name, typeof figure === 'number' ? figure : null]));
}

test.runIf(hasPython)('a program that shares no code comes to the same figures, with every alignment tried', () => {
  const cases = Array.from({ length: 40 }, (_, n) => drawCase(n + 1));
  const script = fileURLToPath(new URL('../../verify-agreement.py', import.meta.url));
  const input = JSON.stringify(cases, (_, value: unknown) => (value instanceof Uint32Array ? [...value] : value));
  const { status, stdout, stderr } = spawnSync('python3', [script], { input, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  const theirs = JSON.parse(stdout) as Record<string, number | null>[];
  const round = (figures: Record<string, number | null>) =>
    Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [name, value === null ? null : value.toFixed(9)]),
    );
  expect(cases.map((each) => round(measure(each)))).toEqual(theirs.map(round));
});
