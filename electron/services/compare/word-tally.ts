import type { BothSides, SideName } from '#shared/domain/comparison';
import type { WordCount } from '#shared/domain/sources';
import { foldWord } from '#shared/text/fold';

type Spelling = { words: string; n: number };
type Tallied = BothSides<number> & { spellings: Spelling[] };

/** Words as they are counted as one: without case and marks, with single blanks. */
export const foldWords = (words: string): string => foldWord(words).trim().split(/\s+/u).join(' ');

/** By UTF-16 code unit, the same on every machine. */
export const compareText = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/** Counts words by side, whatever their case and marks. Each spelling is folded once: there are far fewer than words. */
export class WordTally {
  readonly #words = new Map<string, Tallied>();
  readonly #spellings = new Map<string, { tallied: Tallied; spelling: Spelling }>();

  add(words: string, side: SideName): void {
    if (words === '') return;
    const { tallied, spelling } = this.#spellings.get(words) ?? this.#addSpelling(words);
    tallied[side] += 1;
    spelling.n += 1;
  }

  #addSpelling(words: string) {
    const folded = foldWords(words);
    let tallied = this.#words.get(folded);
    if (!tallied) this.#words.set(folded, (tallied = { a: 0, b: 0, spellings: [] }));
    const spelling = { words, n: 0 };
    tallied.spellings.push(spelling);
    const added = { tallied, spelling };
    this.#spellings.set(words, added);
    return added;
  }

  /** As most often written; the most frequent first. */
  list(): WordCount[] {
    const counts = [...this.#words.values()].map(({ a, b, spellings }) => ({
      word: findMostFrequent(spellings),
      a,
      b,
    }));
    return counts.sort((x, y) => y.a + y.b - x.a - x.b || compareText(x.word, y.word));
  }
}

const findMostFrequent = (spellings: readonly Spelling[]): string =>
  spellings.reduce((best, each) =>
    each.n > best.n || (each.n === best.n && compareText(each.words, best.words) < 0) ? each : best,
  ).words;
