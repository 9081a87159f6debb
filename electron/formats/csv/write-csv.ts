import type { Chunk, Dataset } from '../format.ts';
import { Rows, type Form } from './rows.ts';
import { columns, iterateAnnotationRows, toArticleRow, toEntityRow, toRelationRow } from './to-rows.ts';

/**
 * One row an annotation, an article with its text, a relation and an entity, each in its table; both kinds of offset, half-open.
 * `ending` is that of the tables' names.
 */
export function* writeCsv(
  dataset: Dataset,
  { delimiter, ending }: Pick<Form, 'delimiter' | 'ending'>,
): Generator<Chunk> {
  const { articles, entities, withText, options } = dataset;
  const table = (name: keyof typeof columns) =>
    new Rows(name, columns[name], { delimiter, ending, hasBom: options.bom ?? false });
  const annotations = table('annotations');
  const known = table('articles');
  const relations = table('relations');
  const things = table('entities');
  annotations.begin();
  known.begin();
  yield* annotations.take(0);
  for (const item of articles()) {
    known.add(toArticleRow(item, withText));
    for (const row of iterateAnnotationRows(item, withText, delimiter)) annotations.add(row);
    for (const relation of item.relations) relations.add(toRelationRow(relation, item.article.uid));
    for (const rows of [annotations, known, relations]) yield* rows.take();
  }
  for (const entity of entities()) {
    things.add(toEntityRow(entity));
    yield* things.take();
  }
  for (const rows of [annotations, known, relations, things]) yield* rows.take(1);
}
