import { addConfusion, toCoincidences } from './confusion.ts';
import { eachShared, layOut, toLength, toWordSegments, type Figure, type Line, type Unit } from './continuum.ts';
import { toKappa, toMean } from './kappa.ts';
import { toNominalAlpha } from './nominal-alpha.ts';
import { countMatches, toF1, toUnits } from './span-f1.ts';
import { toUAlphas } from './u-alpha.ts';

/** An article that several coders finished. `wordStarts`: where its words begin; `units`: what each coder made of the labels that count. */
export type CodedArticle = { length: number; wordStarts: Uint32Array; units: readonly (readonly Unit[])[] };

export type Figures = Record<
  | 'alpha'
  | 'alphaTokens'
  | 'uAlpha'
  | 'uAlphaBoundary'
  | 'cuAlpha'
  | 'kappa'
  | 'f1Exact'
  | 'f1Boundary'
  | 'f1Overlap'
  | 'f1Characters',
  Figure
>;
/** What figures rest on: characters and words of the texts; segments and units of all coders together; labels that anybody used. */
export type Bases = { characters: number; words: number; segments: number; units: number; labels: number };

/**
 * What an article gives to the figures, in numbers that add up over articles: so that a sample of articles needs nothing but a sum.
 *
 * `categories`: labels and, as 0, blank. In this order: for each pair of coders its tables of characters and of words, then units
 * that match (exact, boundary, overlap) and characters that both marked with one label; the squares of `toUAlphas`, by label;
 * what is common; for each coder units and marked characters; segments.
 */
export class AgreementSums {
  readonly size: number;
  readonly #coders: number;
  readonly #categories: number;
  readonly #pairs: readonly (readonly [number, number])[];
  readonly #ofPair: number;
  readonly #squares: number;
  readonly #common: number;
  readonly #made: number;

  constructor(coders: number, categories: number) {
    this.#coders = coders;
    this.#categories = categories;
    this.#pairs = listPairs(coders);
    this.#ofPair = 2 * categories ** 2 + 4;
    this.#squares = this.#pairs.length * this.#ofPair;
    this.#common = this.#squares + categories;
    this.#made = this.#common + categories;
    this.size = this.#made + 2 * coders + 1;
  }

  /** Writes what an article gives, to `into` from `at` on, where there are zeros. */
  add(into: Float64Array, at: number, { length, wordStarts, units: made }: CodedArticle): void {
    const lines = made.map(layOut);
    const words = lines.map(({ segments }) => toWordSegments(segments, wordStarts));
    const units = made.map(toUnits);
    this.#pairs.forEach(([left, right], n) => {
      const tables = at + n * this.#ofPair;
      const cells = this.#categories ** 2;
      const ofPair = { left: lines[left]!.segments, right: lines[right]!.segments };
      addConfusion(into, tables, this.#categories, { length, ...ofPair });
      const inWords = { length: wordStarts.length, left: words[left]!, right: words[right]! };
      addConfusion(into, tables + cells, this.#categories, inWords);
      const { exact, boundary, overlap } = countMatches(units[left]!, units[right]!);
      into.set([exact, boundary, overlap, countCommon(lines[left]!, lines[right]!)], tables + 2 * cells);
    });
    lines.forEach((line, coder) => {
      const others = lines.filter((_, other) => other !== coder);
      for (const { label, start, end } of line.segments) into[at + this.#squares + label]! += (end - start) ** 2;
      this.#addCommon(into, at + this.#common, line, others);
      into[at + this.#made + 2 * coder] = units[coder]!.length;
      into[at + this.#made + 2 * coder + 1] = toLength([...line.stretches.values()].flat());
      into[at + this.size - 1]! += line.segments.length;
    });
  }

  #addCommon(into: Float64Array, at: number, { segments }: Line, others: readonly Line[]): void {
    const shared = new Map(segments.map((segment) => [segment, 0]));
    for (const other of others)
      eachShared(segments, other.segments, (length, own) => shared.set(own, shared.get(own)! + length));
    for (const [{ label }, length] of shared) into[at + label]! += (length / others.length) ** 2;
  }

  /** The figures of summed articles. */
  toFigures(sums: Float64Array): Figures {
    const cells = this.#categories ** 2;
    const tables = this.#pairs.map((_, n) => sums.subarray(n * this.#ofPair, n * this.#ofPair + cells));
    const words = this.#pairs.map((_, n) => sums.subarray(n * this.#ofPair + cells, n * this.#ofPair + 2 * cells));
    if (this.toBases(sums).characters === 0) return toNoFigures('no-articles');
    const lengths = toCoincidences(tables, this.#coders, this.#categories);
    const hasWords = this.toBases(sums).words > 0;
    const f1 = (of: number, made: (coder: number) => number) =>
      toMean(
        this.#pairs.map(([left, right], n) => toF1(sums[(n + 1) * this.#ofPair - 4 + of]!, made(left) + made(right))),
      );
    const toMade = (coder: number) => sums[this.#made + 2 * coder]!;
    return {
      alpha: toNominalAlpha(lengths, this.#categories),
      alphaTokens: hasWords
        ? toNominalAlpha(toCoincidences(words, this.#coders, this.#categories), this.#categories)
        : 'no-words',
      ...toUAlphas(
        {
          lengths,
          squares: sums.subarray(this.#squares, this.#common),
          common: sums.subarray(this.#common, this.#made),
        },
        this.#categories,
      ),
      kappa: toMean(words.map((table) => toKappa(table, this.#categories))),
      f1Exact: f1(0, toMade),
      f1Boundary: f1(1, toMade),
      f1Overlap: f1(2, toMade),
      f1Characters: f1(3, (coder) => sums[this.#made + 2 * coder + 1]!),
    };
  }

  toBases(sums: Float64Array): Bases {
    const cells = this.#categories ** 2;
    const sum = (from: number, to: number) => sums.subarray(from, to).reduce((total, n) => total + n, 0);
    let units = 0;
    for (let coder = 0; coder < this.#coders; coder += 1) units += sums[this.#made + 2 * coder]!;
    return {
      characters: sum(0, cells),
      words: sum(cells, 2 * cells),
      segments: sums[this.size - 1]!,
      units,
      labels: sums.subarray(this.#squares + 1, this.#common).filter((square) => square > 0).length,
    };
  }
}

export const toNoFigures = (because: Figure): Figures => ({
  alpha: because,
  alphaTokens: because,
  uAlpha: because,
  uAlphaBoundary: because,
  cuAlpha: because,
  kappa: because,
  f1Exact: because,
  f1Boundary: because,
  f1Overlap: because,
  f1Characters: because,
});

/** Characters that both marked with one label. */
function countCommon(left: Line, right: Line): number {
  let common = 0;
  for (const [label, stretches] of left.stretches)
    eachShared(stretches, right.stretches.get(label) ?? [], (length) => (common += length));
  return common;
}

/** Every two of so many, by number: 0 and 1, 0 and 2 … */
export const listPairs = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, left) => left).flatMap((left) =>
    Array.from({ length: count - left - 1 }, (_, n): [number, number] => [left, left + 1 + n]),
  );
