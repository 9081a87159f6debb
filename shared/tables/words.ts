import type { SideName } from '../domain/comparison.ts';
import type { KeynessRow, KeynessTable } from '../domain/keyness.ts';
import { wordsWords } from '../messages/en/compare-words.ts';
import type { Cell, Column, Table } from './table.ts';

const SIDES = ['a', 'b'] as const satisfies readonly SideName[];
const letters = { a: 'A', b: 'B' } as const;
const words = wordsWords.table;

/** What one side says relatively more often, with how much and how sure; columns as `KeynessColumn` names them. */
export function toKeynessTable(keyness: KeynessTable): Table {
  const { of, rows } = keyness;
  return {
    name: `keyness-${of}`,
    title: words.titles[of],
    note: words.note(keyness),
    columns: [
      { title: words.name[of], kind: 'theirs' },
      ...SIDES.flatMap((side): Column[] => [
        { title: words.count(letters[side]), kind: 'count' },
        { title: words.perMillion(letters[side]), kind: 'number', digits: 0 },
      ]),
      { title: words.lrc, kind: 'number', digits: 1, isSigned: true },
      { title: words.logRatio, kind: 'number', digits: 1, isSigned: true },
      { title: words.g2, kind: 'number', digits: 1, isSigned: true },
      { title: words.percent, kind: 'number', digits: 0, isSigned: true },
      { title: words.bic, kind: 'number', digits: 1, isSigned: true },
      { title: words.q, kind: 'chance' },
      ...SIDES.flatMap((side): Column[] => [
        { title: words.articles(letters[side]), kind: 'count' },
        { title: words.share(letters[side]), kind: 'percent' },
        { title: words.dispersion(letters[side]), kind: 'number', digits: 2 },
      ]),
    ],
    rows: rows.map(toCells),
  };
}

function toCells({ name, a, b, figures }: KeynessRow): Cell[] {
  const { lrc = null, logRatio = null, g2 = null, bic = null, q = null } = figures ?? {};
  const spread = [a, b].flatMap(({ articles, share, dispersion }) => [articles, share, dispersion]);
  const percent = figures && toPercent(a.count, b.count, figures.percent);
  return [name, a.count, a.perMillion, b.count, b.perMillion, lrc, logRatio, g2, percent, bic, q, ...spread];
}

/** Where one side has none of it, that is said in place of −100 or of no number. */
const toPercent = (a: number, b: number, percent: number | null): Cell =>
  b === 0 ? words.only.a : a === 0 ? words.only.b : percent;
