import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AgreementSums, type CodedArticle, type Figures } from '../../../electron/statistics/agreement-sums.ts';
import type { Unit } from '../../../electron/statistics/continuum.ts';
import { createRandom } from '../../../electron/statistics/random.ts';

const NOBODY = new Uint32Array();
const unit = (label: number, start: number, end: number): Unit => ({ label, spans: [{ start, end }] });

/** Figures of articles together. */
function measure(articles: readonly CodedArticle[], categories: number): Figures {
  const sums = new AgreementSums(articles[0]!.units.length, categories);
  const total = new Float64Array(sums.size);
  for (const article of articles) {
    const own = new Float64Array(sums.size);
    sums.add(own, 0, article);
    own.forEach((n, at) => (total[at]! += n));
  }
  return sums.toFigures(total);
}

/** The example of Krippendorff et al. 2016. */
const alex = [unit(1, 0, 7), unit(2, 7, 13), unit(5, 30, 32), unit(6, 32, 37), unit(6, 37, 44), unit(7, 44, 60)];
const paul = [unit(1, 0, 7), unit(3, 7, 13), unit(5, 13, 21), unit(6, 32, 44)];
const suzan = [unit(1, 0, 7), unit(4, 7, 13), unit(5, 13, 21), unit(6, 32, 37), unit(6, 37, 41), unit(6, 41, 44)];
const example = (...units: Unit[][]): CodedArticle => ({ length: 60, wordStarts: NOBODY, units });

/** Articles in which two or three coders mark stretches of ten words of five characters, by a seed. */
const anyArticles = fc
  .record({ coders: fc.integer({ min: 2, max: 3 }), seed: fc.integer(), articles: fc.integer({ min: 1, max: 4 }) })
  .map(({ coders, seed, articles }) => {
    const random = createRandom(seed);
    const draw = (end: number) => Math.floor(random() * end);
    return Array.from({ length: articles }, (): CodedArticle => {
      const units = Array.from({ length: coders }, () =>
        Array.from({ length: draw(6) }, () => {
          const start = draw(45);
          return unit(1 + draw(3), start, start + 1 + draw(12));
        }),
      );
      return { length: 60, wordStarts: Uint32Array.from({ length: 12 }, (_, n) => n * 5), units };
    });
  });

const round = (figures: Figures) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [name, typeof figure === 'number' ? figure.toFixed(9) : figure]),
  );

test('the uα family gives the values of its paper', () => {
  const { uAlpha, uAlphaBoundary, cuAlpha } = measure([example(alex, paul, suzan)], 8);
  expect(uAlpha).toBeCloseTo(0.51, 4);
  expect(uAlphaBoundary).toBeCloseTo(0.4136, 4);
  expect(cuAlpha).toBeCloseTo(0.7242, 4);
});

test('F1 of two coders of that example', () => {
  const { f1Exact, f1Overlap } = measure([example(alex, paul)], 8);
  expect(f1Exact).toBeCloseTo(0.2, 4);
  expect(f1Overlap).toBeCloseTo(0.4, 4);
});

test('coders who mark the same agree wholly, and who mark nothing have no figure', () => {
  const words = Uint32Array.from({ length: 12 }, (_, n) => n * 5);
  expect(measure([{ ...example(alex, alex, alex), wordStarts: words }], 8)).toEqual({
    alpha: 1,
    alphaTokens: 1,
    uAlpha: 1,
    uAlphaBoundary: 1,
    cuAlpha: 1,
    kappa: 1,
    f1Exact: 1,
    f1Boundary: 1,
    f1Overlap: 1,
    f1Characters: 1,
  });
  const nothing = measure([{ ...example([], []), wordStarts: words }], 8);
  expect(new Set(Object.values(nothing))).toEqual(new Set(['one-value', 'nothing-marked']));
  expect(measure([example(alex, alex)], 8)).toMatchObject({ alphaTokens: 'no-words', kappa: 'no-words' });
});

test('a text that both marked from end to end is agreed on by uα, and tells nothing by α', () => {
  const whole = [unit(1, 0, 60)];
  expect(measure([example(whole, whole)], 2)).toMatchObject({ alpha: 'one-value', uAlpha: 1, cuAlpha: 'one-label' });
});

test('where coders mark at random they agree as by chance', () => {
  const random = createRandom(1);
  const words = Uint32Array.from({ length: 4000 }, (_, n) => n * 5);
  const half = () => [...words].filter(() => random() < 0.5).map((start) => unit(1, start, start + 5));
  const { kappa, alphaTokens, alpha } = measure([{ length: 20_000, wordStarts: words, units: [half(), half()] }], 2);
  for (const figure of [kappa, alphaTokens, alpha]) expect(Math.abs(figure as number)).toBeLessThan(0.05);
});

test('figures do not depend on which coder stands first', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const turned = articles.map((article) => ({ ...article, units: article.units.toReversed() }));
      expect(round(measure(turned, 4))).toEqual(round(measure(articles, 4)));
    }),
    { numRuns: 100 },
  );
});

test('the same articles twice leave κ and F1 as they were, and the rest nearly', () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const [once, twice] = [measure(articles, 4), measure([...articles, ...articles], 4)];
      for (const [name, figure] of Object.entries(once) as [keyof Figures, Figures['alpha']][]) {
        if (typeof figure !== 'number') expect(twice[name]).toBe(figure);
        else if (name === 'kappa' || name.startsWith('f1')) expect(twice[name]).toBeCloseTo(figure, 9);
      }
      // these correct for a small text, which a larger one needs less
      expect(Math.abs((twice.alpha as number) - (once.alpha as number)) < 0.03 || typeof once.alpha !== 'number').toBe(
        true,
      );
    }),
    { numRuns: 100 },
  );
});

test('what a coder marked twice counts once, and an annotation of several spans is one unit', () => {
  const several: Unit = {
    label: 1,
    spans: [
      { start: 0, end: 5 },
      { start: 10, end: 15 },
    ],
  };
  const twice = measure([example([several, several], [several])], 2);
  expect(twice).toMatchObject({ f1Exact: 1, f1Overlap: 1, f1Characters: 1, uAlpha: 1 });
  expect(measure([example([several], [unit(1, 0, 5)])], 2)).toMatchObject({ f1Exact: 0, f1Overlap: 1 });
});
