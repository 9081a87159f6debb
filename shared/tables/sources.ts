import type { SideName } from '../domain/comparison.ts';
import type { Source, Sources, SourceTotals, WordCount } from '../domain/sources.ts';
import { sourcesWords as words } from '../messages/en/compare-sources.ts';
import type { Column, Table } from './table.ts';

const SIDES = ['a', 'b'] as const satisfies readonly SideName[];
const letters = { a: 'A', b: 'B' } as const;

export const toSourceName = ({ name, kind }: Pick<Source, 'name' | 'kind'>): string => name || words.names[kind];

/** Every table of the view, those that say most first. */
export const toSourceTables = (sources: Sources): Table[] => [
  toTotalsTable(sources),
  toSourcesTable(sources),
  toMannersTable(sources),
  toVerbsTable(sources),
];

/** Who is quoted, and how often. */
export function toSourcesTable({ sources }: Sources): Table {
  const { title, note, source, kind, claims, articles, per100, lrc, g2 } = words.table;
  const ofSide = (side: SideName): Column[] => [
    { title: claims(letters[side]), kind: 'count' },
    { title: articles(letters[side]), kind: 'count' },
    { title: per100(letters[side]), kind: 'number', digits: 1 },
  ];
  return {
    name: 'sources',
    title,
    note,
    columns: [
      { title: source, kind: 'theirs' },
      { title: kind, kind: 'text' },
      ...SIDES.flatMap(ofSide),
      { title: lrc, kind: 'number', digits: 1 },
      { title: g2, kind: 'number', digits: 1 },
    ],
    rows: sources.map((each) => [
      toSourceName(each),
      words.kinds[each.kind],
      ...SIDES.flatMap((side) => [each[side].claims, each[side].articles, each[side].per100]),
      each.lrc,
      each.g2,
    ]),
  };
}

/** Whether sources are quoted directly, at first or second hand, and with which verbs. */
function toMannersTable({ sources }: Sources): Table {
  const { title, note, first, cited, quoted, paraphrased, verbs, words: named, counted } = words.manners;
  const list = (counts: readonly WordCount[], side: SideName) =>
    counts
      .filter((each) => each[side] > 0)
      .map((each) => counted(each.word, each[side]))
      .join(', ');
  const ofSide = (side: SideName): Column[] => [
    ...[first, cited, quoted, paraphrased].map((of) => ({ title: of(letters[side]), kind: 'count' }) as const),
    ...[verbs, named].map((of) => ({ title: of(letters[side]), kind: 'theirs' }) as const),
  ];
  return {
    name: 'sources-quoted-how',
    title,
    note,
    columns: [{ title: words.table.source, kind: 'theirs' }, ...SIDES.flatMap(ofSide)],
    rows: sources.map((each) => [
      toSourceName(each),
      ...SIDES.flatMap((side) => {
        const { first: quotedFirst, cited: byOthers, quoted: directly, paraphrased: inOtherWords } = each[side];
        const counts = [quotedFirst, byOthers, directly, inOtherWords];
        return [...counts, list(each.verbs, side), list(each.words, side)];
      }),
    ]),
  };
}

const WHOSE = ['named', 'anonymous', 'unlinked', 'outlet', 'unattributed', 'claims'] as const;

/** On whose word the claims of either side stand, each claim once. */
export function toTotalsTable({ totals }: Sources): Table {
  const { title, note, whose, count, share, rows } = words.totals;
  const toShare = (counts: SourceTotals, name: (typeof WHOSE)[number]) =>
    counts.claims === 0 ? null : counts[name] / counts.claims;
  return {
    name: 'on-whose-word',
    title,
    note,
    columns: [
      { title: whose, kind: 'text' },
      ...SIDES.flatMap((side): Column[] => [
        { title: count(letters[side]), kind: 'count' },
        { title: share(letters[side]), kind: 'percent', digits: 1 },
      ]),
    ],
    rows: WHOSE.map((name) => [
      rows[name],
      ...SIDES.flatMap((side) => [totals[side][name], toShare(totals[side], name)]),
    ]),
  };
}

/** With which verbs sources are quoted. */
export function toVerbsTable({ verbs }: Sources): Table {
  const { title, note, verb, count } = words.verbs;
  return {
    name: 'verbs-of-saying',
    title,
    note,
    columns: [
      { title: verb, kind: 'theirs' },
      ...SIDES.map((side): Column => ({ title: count(letters[side]), kind: 'count' })),
    ],
    rows: verbs.map(({ word, a, b }) => [word, a, b]),
  };
}
