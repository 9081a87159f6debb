import { eachWord } from '../../corpus/repositories/word-repository.ts';
import { createPacer } from '../job.ts';
import type { Sides } from './comparison.ts';
import { compareText } from './word-tally.ts';

/** So many articles of both sides together, evenly spread, tell how words are written: a tenth of a second. */
const MOST_READ = 400;

/**
 * Folded words as they are most often written in the articles of both sides, of several that are as frequent the first by code unit. Up
 * to `most` articles are read; a word that none of these has is as in `first`, the place of an article that has it, counted from 1.
 *
 * What is given for a word does not depend on which others are asked for, nor on which side is A. Errors: cancelled.
 */
export async function readWritten(
  { db, job, articles }: Sides,
  first: ReadonlyMap<string, number>,
  most = MOST_READ,
): Promise<Map<string, string>> {
  const breathe = createPacer(job);
  const tallies = new Map<string, Map<string, number>>();
  const read = async (ids: Iterable<number>, wanted: { has(word: string): boolean }) => {
    for (const id of ids) {
      await breathe();
      eachWord(db, id, (word, written) => {
        if (!wanted.has(word)) return;
        let tally = tallies.get(word);
        if (!tally) tallies.set(word, (tally = new Map<string, number>()));
        tally.set(written, (tally.get(written) ?? 0) + 1);
      });
    }
  };
  const byPlace = new Map([...articles.a, ...articles.b].map(({ id, place }) => [place, id]));
  const ids = [...byPlace].sort(([x], [y]) => x - y).map(([, id]) => id);
  const step = Math.max(1, Math.ceil(ids.length / most));
  await read(
    ids.filter((_, n) => n % step === 0),
    first,
  );
  const missing = new Map([...first].filter(([word]) => !tallies.has(word)));
  for (const [place, words] of Map.groupBy(missing, ([, article]) => article))
    await read([byPlace.get(place - 1)!], new Set(words.map(([word]) => word)));
  return new Map(Array.from(tallies, ([word, tally]) => [word, findMostFrequent(tally)]));
}

function findMostFrequent(tally: ReadonlyMap<string, number>): string {
  let [best, times] = ['', 0];
  for (const [written, n] of tally)
    if (n > times || (n === times && compareText(written, best) < 0)) [best, times] = [written, n];
  return best;
}
