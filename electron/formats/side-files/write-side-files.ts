import { stringify } from 'csv-stringify/sync';
import type { Loss } from '#shared/domain/dataset';
import type { Chunk, DatasetArticle, DatasetRelation } from '../format.ts';
import { toRelationLoss } from '../losses.ts';
import { ARTICLES, RELATIONS } from './columns.ts';
import { guardCell } from './guard-cell.ts';

export const toTable = (file: string, rows: readonly (readonly string[])[]): Chunk => ({
  file,
  // many readers end a row at a bare return too
  text: stringify(
    rows.map((cells) => cells.map(guardCell)),
    { record_delimiter: '\n', quoted_match: /\r/u },
  ),
});
const toRow = (file: string, cells: readonly string[]) => toTable(file, [cells]);

/**
 * What a format writes of each article, and after it a row of `articles.csv`: what is known of each document, where a format's own
 * files have no place for it.
 */
export function* writeArticles(
  articles: Iterable<DatasetArticle>,
  write: (item: DatasetArticle) => Iterable<Chunk>,
): Generator<Chunk> {
  const file = 'articles.csv';
  let isHeaded = false;
  let rows: string[][] = [];
  for (const item of articles) {
    yield* write(item);
    if (!isHeaded) yield toRow(file, ARTICLES);
    isHeaded = true;
    rows.push(toArticleRow(item));
    if (rows.length < ROWS_AT_ONCE) continue;
    yield toTable(file, rows);
    rows = [];
  }
  if (!isHeaded) yield toRow(file, ARTICLES);
  yield toTable(file, rows);
}

/** To begin to make rows takes longer than a row. */
const ROWS_AT_ONCE = 100;

const toArticleRow = ({ article }: DatasetArticle): string[] => [
  article.uid,
  article.sha256,
  article.title,
  article.outlet ?? '',
  article.date ?? '',
  article.language ?? '',
  article.address ?? '',
];

/** The text itself, which offsets count in. */
export const toTextFile = ({ article }: DatasetArticle): Chunk => ({
  file: `texts/${article.uid}.txt`,
  text: article.text,
});

/** The head of `relations.csv`: from one annotation to another, by uid, for a format that has no relations. */
export const headRelations = (): Chunk => toRow('relations.csv', RELATIONS);

export const toRelationRows = ({ article, relations }: DatasetArticle): Chunk[] =>
  relations.length === 0
    ? []
    : [
        toTable(
          'relations.csv',
          relations.map(({ uid, kind, from, to, annotator, state, note }) => [
            article.uid,
            uid,
            kind,
            from,
            to,
            annotator,
            state,
            note,
          ]),
        ),
      ];

/** Those of an article whose both ends stand in its file. */
export const keepRelations = ({ article, relations }: DatasetArticle, isWritten: (uid: string) => boolean) =>
  relations.filter((relation) => hasBothEnds(relation, article.uid, isWritten));

/** The others, as losses. */
export const listLostRelations = (
  { article, relations }: DatasetArticle,
  isWritten: (uid: string) => boolean,
): Loss[] =>
  relations
    .filter((relation) => !hasBothEnds(relation, article.uid, isWritten))
    .map((relation) => toRelationLoss(relation));

const hasBothEnds = ({ from, to, toArticle }: DatasetRelation, article: string, isWritten: (uid: string) => boolean) =>
  toArticle === article && isWritten(from) && isWritten(to);
