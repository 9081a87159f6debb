import BetterSqlite3, { type Database } from 'better-sqlite3';
import { searchText, type TextSearch } from '../../electron/services/search/search-text.ts';
import { findCorpus, LARGE, SMALL } from './corpus/find-corpus.ts';
import { createRandom } from './corpus/random.ts';
import { makeVocabulary } from './corpus/vocabulary.ts';
import { toQuantile, toRow, type Row } from './row.ts';
import { timeEach } from './time.ts';

const ROUNDS = 5;

/** Twenty queries: words of any frequency and script, phrases, beginnings, words near others, one or the other, one without another. */
function makeQueries(): string[] {
  const { latin, arabic, cyrillic, han } = makeVocabulary(createRandom(3));
  const word = (rank: number) => latin.forms[rank]!;
  return [
    ...[0, 10, 100, 1000, 10_000].map(word),
    ...[arabic, cyrillic, han].flatMap(({ forms }) => [forms[2]!, forms[500]!]),
    latin.forms.find((form) => form.includes('-'))!,
    latin.forms.find((form) => form.includes("'"))!,
    `"${word(0)} ${word(1)}"`,
    `${word(20).slice(0, 3)}*`,
    `NEAR(${word(3)} ${word(7)}, 5)`,
    `${word(300)} OR ${word(301)}`,
    `${word(50)} -${word(0)}`,
    `${word(5)} ${word(2000)}`,
    `"${arabic.forms[0]!} ${arabic.forms[3]!}"`,
  ];
}

const toSearch = (query: string): TextSearch => ({
  query,
  filter: {},
  sort: 'newest',
  limit: 50,
  context: 60,
  thorough: false,
});

/** The statements that a search runs, with their values in them. */
function listStatements(path: string, query: string): string[] {
  const statements: string[] = [];
  const db = new BetterSqlite3(path, { readonly: true, verbose: (sql) => statements.push(String(sql)) });
  searchText(db, toSearch(query));
  db.close();
  return statements;
}

/** `bare`: the same statements on a connection with nothing around it. Unit: ms. */
function measure(articles: number): { ours: number[]; bare: number[] } {
  const path = findCorpus(articles);
  const queries = Array.from({ length: ROUNDS }, makeQueries).flat();
  const open = (): Database => new BetterSqlite3(path, { readonly: true });
  const [db, plain] = [open(), open()];
  try {
    const prepared = queries.map((query) => listStatements(path, query).map((sql) => plain.prepare(sql)));
    return {
      ours: timeEach(queries, (query) => searchText(db, toSearch(query))),
      bare: timeEach(prepared, (statements) => statements.map((statement) => statement.all())),
    };
  } finally {
    db.close();
    plain.close();
  }
}

/** The first 50 hits in their context, of 20 queries; and how much longer that takes where there is much more. */
export function runSearchBench(): Row[] {
  const [small, large] = [measure(SMALL), measure(LARGE)];
  const p95 = (values: number[]) => toQuantile(values, 0.95);
  const size = `${LARGE} articles`;
  return [
    toRow({
      name: 'search: first 50 hits, 20 queries, p95',
      size,
      value: p95(large.ours),
      unit: 'ms',
      reference: p95(large.bare),
      reach: 50,
    }),
    toRow({
      name: 'search: p95 beside the same SQL, times',
      size,
      value: p95(large.ours) / p95(large.bare),
      unit: '×',
      reach: 1.5,
    }),
    toRow({
      name: 'growth of search, p95, times',
      size: `${SMALL} to ${LARGE} articles`,
      value: p95(large.ours) / p95(small.ours),
      unit: '×',
      reach: 3,
    }),
  ];
}
