import { xlsxMessages } from '#shared/messages/en/formats/xlsx';
import type { Chunk, Dataset } from '../format.ts';
import { writePackage } from './package.ts';
import { iterateTagRows, toArticleRow, toEntityRow, toRelationRow } from './rows.ts';
import { Sheet } from './sheets.ts';

const { sheets: titles, columns } = xlsxMessages;
/** Unit: characters. */
const widths = {
  articles: [12, 20, 60, 12, 10, 30, 8, 12],
  tags: [12, 12, 20, 40, 12, 14, 50, 30, 30, 10, 10, 24, 40, 16, 12, 40],
  entities: [12, 30, 14, 14, 40, 50, 11, 11, 30],
  relations: [12, 16, 12, 12, 12, 12, 16, 12, 40],
} as const;

/**
 * The parts of one workbook, which whoever writes files packs. We write them ourselves, row by row: what others' writers make
 * holds all rows in memory, and the time of day.
 */
export function* writeXlsx(dataset: Dataset): Generator<Chunk> {
  const create = (name: keyof typeof widths) => new Sheet(name, titles[name], columns[name], widths[name]);
  const [articles, tags, entities, relations] = [
    create('articles'),
    create('tags'),
    create('entities'),
    create('relations'),
  ];
  for (const item of dataset.articles()) {
    yield* articles.add(toArticleRow(item));
    for (const row of iterateTagRows(item, dataset.withText)) yield* tags.add(row);
    for (const relation of item.relations) yield* relations.add(toRelationRow(relation, item.article.uid));
  }
  for (const entity of dataset.entities()) yield* entities.add(toEntityRow(entity));
  const all = [articles, tags, entities, relations];
  for (const sheet of all) yield* sheet.finish();
  yield* writePackage(all.flatMap(({ parts }) => parts));
}
