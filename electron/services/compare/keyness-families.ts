import type { BothSides, Compared, SideName } from '#shared/domain/comparison';
import type { KeynessOf } from '#shared/domain/keyness';
import { foldWord } from '#shared/text/fold';
import type { ReadDb } from '../../corpus/connection.ts';
import { findClaimLabel } from '../../corpus/repositories/attribution-repository.ts';
import { listEntitiesById, listLabelsById } from '../../corpus/repositories/compared-things.ts';
import { toDispersion } from '../../statistics/dispersion.ts';
import type { Job } from '../job.ts';
import { eachAttributedClaim } from './attributions.ts';
import { openComparison, openSides, type Comparison, type Sides } from './comparison.ts';
import { readWordCounts } from './word-counts.ts';
import { foldWords, WordTally } from './word-tally.ts';
import { readWritten } from './word-writings.ts';

/** What one side has of a family; `articles` also of those that have nothing of it. By number of the row; `dispersion` is asked only for rows that are shown. */
type FamilySide = {
  size: number;
  articles: number;
  leftOut: number;
  getFrequency(row: number): number;
  getRange(row: number): number;
  getDispersion(row: number): number;
};

/** All that is tested together: rows by number, from 0 to below `rows`; one that neither side has may be among them. */
export type Family = BothSides<FamilySide> & {
  rows: number;
  nameRows(rows: readonly number[]): Named[];
  /** How the rows are written, where their names are only folded: what costs a look into the texts. Errors: cancelled. */
  readWritten?(rows: readonly number[]): Promise<string[]>;
};
/** `folded`: the name as it is sorted by and looked for. */
type Named = { key: string; name: string; folded: string };

const SIDES = ['a', 'b'] as const satisfies readonly SideName[];

/** Words rest on the texts alone, and are counted without a look at what people tagged. Errors: those of the comparison. */
export const readFamily = async (db: ReadDb, compared: Compared, of: KeynessOf, job: Job): Promise<Family> =>
  of === 'words'
    ? readWordFamily(await openSides(db, compared, job))
    : families[of](await openComparison(db, compared, job));

const families: Readonly<Record<Exclude<KeynessOf, 'words'>, (comparison: Comparison) => Promise<Family>>> = {
  labels: readLabels,
  entities: readEntities,
  verbs: readVerbs,
};

async function readWordFamily(sides: Sides): Promise<Family> {
  const counts = await readWordCounts(sides);
  const toSide = ({ tokens, articles, leftOut, frequency, range, dispersion }: (typeof counts)['a']): FamilySide => ({
    size: tokens,
    articles,
    leftOut,
    getFrequency: (row) => frequency[row]!,
    getRange: (row) => range[row]!,
    getDispersion: (row) => dispersion[row]!,
  });
  return {
    a: toSide(counts.a),
    b: toSide(counts.b),
    rows: counts.words,
    nameRows: (rows) =>
      rows.map((row) => {
        const word = counts.getWord(row);
        return { key: word, name: word, folded: word };
      }),
    async readWritten(rows) {
      const words = rows.map((row) => counts.getWord(row));
      const { a, b } = counts;
      const first = rows.map((row) => Math.min(a.first[row] || Infinity, b.first[row] || Infinity));
      const written = await readWritten(sides, new Map(words.map((word, n) => [word, first[n]!])));
      return words.map((word) => written.get(word) ?? word);
    },
  };
}

/** Every annotation has a label, a claim too. */
async function readLabels(comparison: Comparison): Promise<Family> {
  const tally = new Tally<number>();
  for (const side of SIDES) await comparison.eachMention(side, ({ article, label }) => tally.add(side, article, label));
  return tally.toFamily(comparison, (ids) => listLabelsById(comparison.db, ids));
}

/** Of all mentions, also of those that are not linked. */
async function readEntities(comparison: Comparison): Promise<Family> {
  const { db } = comparison;
  const claim = findClaimLabel(db);
  const tally = new Tally<number>();
  for (const side of SIDES)
    await comparison.eachMention(side, ({ article, label, entity }) => {
      if (label !== claim) tally.add(side, article, entity === 0 ? undefined : entity);
    });
  return tally.toFamily(comparison, (ids) => {
    const entities = listEntitiesById(db, ids);
    return new Map(ids.map((id) => [id, { key: entities.get(id)!.uid, name: entities.get(id)!.name }]));
  });
}

/** As marked in attributions of claims; whatever their case and marks. */
async function readVerbs(comparison: Comparison): Promise<Family> {
  const tally = new Tally<string>();
  const writings = new WordTally();
  for (const side of SIDES)
    await eachAttributedClaim(comparison, side, ({ article, attributions }) => {
      for (const { verb } of attributions) {
        if (verb.trim() === '') continue;
        tally.add(side, article, foldWords(verb));
        writings.add(verb, side);
      }
    });
  return tally.toFamily(
    comparison,
    () => new Map(writings.list().map(({ word }) => [foldWords(word), { key: foldWords(word), name: word }])),
  );
}

/** Counts things by side and article; articles come one after the other. */
class Tally<Thing> {
  readonly #rows = new Map<Thing, BothSides<number[]>>();
  readonly #sizes = { a: new Map<number, number>(), b: new Map<number, number>() };

  /** Without a thing it counts for the size alone. */
  add(side: SideName, article: number, thing: Thing | undefined): void {
    const sizes = this.#sizes[side];
    sizes.set(article, (sizes.get(article) ?? 0) + 1);
    if (thing === undefined) return;
    let both = this.#rows.get(thing);
    if (!both) this.#rows.set(thing, (both = { a: [], b: [] }));
    const found = both[side]; // article, count, article, count …
    if (found.at(-2) === article) found[found.length - 1]! += 1;
    else found.push(article, 1);
  }

  toFamily({ articles }: Comparison, name: (things: Thing[]) => ReadonlyMap<Thing, Omit<Named, 'folded'>>): Family {
    const things = [...this.#rows.keys()];
    const rows = [...this.#rows.values()];
    const toSide = (side: SideName): FamilySide => {
      const sizes = this.#sizes[side];
      const size = [...sizes.values()].reduce((sum, n) => sum + n, 0);
      const frequencies = rows.map(({ [side]: found }) => found.reduce((sum, n, at) => (at % 2 ? sum + n : sum), 0));
      return {
        size,
        articles: articles[side].length,
        leftOut: 0,
        getFrequency: (row) => frequencies[row]!,
        getRange: (row) => rows[row]![side].length / 2,
        getDispersion: (row) => toDispersion(rows[row]![side], sizes, size),
      };
    };
    return {
      a: toSide('a'),
      b: toSide('b'),
      rows: rows.length,
      nameRows: (numbers) => {
        const named = name(numbers.map((number) => things[number]!));
        return numbers.map((number) => {
          const { key, name: written } = named.get(things[number]!)!;
          return { key, name: written, folded: foldWord(written) };
        });
      },
    };
  }
}
