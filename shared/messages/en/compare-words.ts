import type { SideName } from '../../domain/comparison.ts';
import type { KeynessOf, KeynessSort, KeynessTable } from '../../domain/keyness.ts';
import { numberWords } from './ui.ts';

const many: Readonly<Record<KeynessOf, string>> = {
  words: 'words',
  labels: 'labels',
  entities: 'entities',
  verbs: 'reporting verbs',
};
const bases: Readonly<Record<KeynessOf, string>> = {
  words: 'tokens',
  labels: 'annotations',
  entities: 'mentions, linked or not',
  verbs: 'marked verbs of saying',
};
const of = ({ minArticles }: Pick<KeynessTable, 'minArticles'>) =>
  `in at least ${numberWords(minArticles)} ${minArticles === 1 ? 'article' : 'articles'}`;

/** What rates are of; where a side has nothing, that no difference is defined. */
function sizesOf({ sides, of: what }: Pick<KeynessTable, 'sides' | 'of'>): string {
  const empty = (['a', 'b'] as const).filter((side) => sides[side].size === 0).map((side) => side.toUpperCase());
  const undefinedWhy = empty.length > 0 ? ` ${empty.join(' and ')} has none: no difference is defined.` : '';
  return `Per million of ${bases[what]}: ${numberWords(sides.a.size)} in A, ${numberWords(sides.b.size)} in B.${undefinedWhy}`;
}

/** Words of the view of words. */
export const wordsWords = {
  choice: 'Set against each other',
  many,
  leastLabel: 'in articles, at least',
  sort: (word: string) => `sort: ${word}`,
  sortName: (word: string) => `sort: ${word}, order of the rows`,
  byColumn: 'by column',
  sorts: {
    lrc: 'largest difference',
    g2: 'surest difference',
    frequency: 'most frequent',
  } satisfies Record<KeynessSort, string>,
  find: 'Find in the rows',
  folded: 'case and accents do not matter',
  tested: ({ tested, matching, rows, ...table }: KeynessTable) =>
    `${numberWords(tested)} ${many[table.of]} tested, ${numberWords(matching)} ${of(table)}${rows.length < matching ? `, ${numberWords(rows.length)} shown` : ''}`,
  leftOut: ({ sides: { a, b } }: Pick<KeynessTable, 'sides'>) =>
    `Boilerplate left out: A ${numberWords(a.leftOut)}, B ${numberWords(b.leftOut)} tokens`,
  nothing: (what: KeynessOf) => `No ${many[what]} on either side`,
  nothingHint: {
    words: 'The two filters find no text.',
    labels: 'Tag articles on either side: how often each label stands is then counted here.',
    entities: 'Tag mentions and link them to entities: how often each is named is then counted here.',
    verbs: 'Mark the verb of saying in the attribution of claims: which verbs each side uses is then counted here.',
  } satisfies Record<KeynessOf, string>,
  noRow: 'No row',
  noRowHint: 'Ask for fewer articles, or for other letters.',
  all: 'all articles',
  tag: 'Tag the others…',
  tagHint: 'Opens Search with this word in the outlets and days of this side: choose lines there, and tag them',
  definitions: 'Definitions',
  foot: (table: KeynessTable) =>
    `LRC, the conservative log ratio: the smallest difference that the counts allow, over all ${numberWords(table.tested)} tests; 0: they cannot tell. ${sizesOf(table)}${table.of === 'words' ? ` ${wordsWords.leftOut(table)}.` : ''}`,
  heads: {
    count: 'count',
    perMillion: 'per million',
    bar: 'bar: at the least, line: as counted',
    sure: 'how sure, how big',
    spread: 'spread',
    articles: 'articles',
    share: 'share',
    dispersion: 'DP',
  },
  lines: (name: string) => `Lines with ${name}`,
  mark: (lrc: string, logRatio: string) => `at the least ${lrc}, as counted ${logRatio}`,
  picture: {
    title: (what: KeynessOf) => `The ${many[what]} in which the sides differ most`,
    more: (side: SideName) => `more in ${side.toUpperCase()}`,
  },
  table: {
    titles: {
      words: 'Words',
      labels: 'Labels',
      entities: 'Entities',
      verbs: 'Reporting verbs',
    } satisfies Record<KeynessOf, string>,
    note: (table: KeynessTable) => {
      const left =
        table.of === 'words'
          ? ` ${wordsWords.leftOut(table)}. Words whatever their case and accents, each as it is most often written.`
          : '';
      return `${sizesOf(table)}${left} ${wordsWords.tested(table)}. LRC, the conservative log ratio: the smallest difference that the counts allow, over all rows tested; 0 means that they cannot tell. Above zero: more in A. %DIFF is of A’s rate against B’s. q is over all rows tested, hidden ones included. Share: of the side’s articles. DP: 0 spread as all is, towards 1 in few articles.`;
    },
    name: { words: 'word', labels: 'label', entities: 'entity', verbs: 'verb' } satisfies Record<KeynessOf, string>,
    count: (side: string) => `${side} count`,
    perMillion: (side: string) => `${side} per million`,
    articles: (side: string) => `${side} articles`,
    share: (side: string) => `${side} share`,
    dispersion: (side: string) => `${side} DP`,
    lrc: 'LRC',
    logRatio: 'log ratio',
    g2: 'G²',
    percent: '%DIFF',
    only: { a: 'only in A', b: 'only in B' },
    bic: 'BIC',
    q: 'q',
  },
} as const;
