import { stringify } from 'csv-stringify/sync';
import type { AttributeValues, SpanValue } from '#shared/domain/attribute';
import { createOffsetMaps, mapSpans } from '../attribute-spans.ts';
import type { Chunk, DatasetArticle } from '../format.ts';

const columns = [
  'annotation',
  'article',
  'outlet',
  'title',
  'date',
  'label',
  'quote',
  'start_codepoint',
  'end_codepoint',
  'start_utf16',
  'end_utf16',
  'parts',
  'parts_codepoint',
  'parts_utf16',
  'entity',
  'entity_uid',
  'entity_link',
  'attributes',
  'annotator',
  'state',
  'note',
] as const;

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it. So that the original can be had back by
 * taking one away, cells that look as if they had been guarded get one more.
 */
export const guardFormula = (cell: string) => (/^'*[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell);

const toRow = (cells: (string | number)[]) =>
  stringify([cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))], {
    record_delimiter: '\n',
    quoted_match: /\r/u, // many readers end a row at a bare return too
  });

/** One row an annotation, and each article's text in a file of its own. Both kinds of offset, half-open. */
export function* writeCsv(articles: Iterable<DatasetArticle>): Generator<Chunk> {
  yield { file: 'annotations.csv', text: toRow([...columns]) };
  for (const item of articles) {
    const { article, annotations } = item;
    yield { file: `texts/${article.uid}.txt`, text: article.text };
    const mapOf = createOffsetMaps(item);
    const { toCodePoint } = mapOf(article.uid);
    const toValues = (values: AttributeValues) =>
      mapSpans(values, ({ article: uid, start, end, quote }: SpanValue) => ({
        article: uid,
        start_codepoint: mapOf(uid).toCodePoint(start),
        end_codepoint: mapOf(uid).toCodePoint(end),
        start_utf16: start,
        end_utf16: end,
        quote,
      }));
    for (const { uid, label, spans, entity, entityUid, entityLink, attributes, ...annotation } of annotations) {
      const [start, end] = [spans[0]!.start, spans.at(-1)!.end];
      const row = toRow([
        uid,
        article.uid,
        article.outlet ?? '',
        article.title,
        article.date ?? '',
        label,
        article.text.slice(start, end),
        toCodePoint(start),
        toCodePoint(end),
        start,
        end,
        spans.length,
        spans.map((span) => `${toCodePoint(span.start)}:${toCodePoint(span.end)}`).join(' '),
        spans.map((span) => `${span.start}:${span.end}`).join(' '),
        entity ?? '',
        entityUid ?? '',
        entityLink ?? '',
        Object.keys(attributes).length === 0 ? '' : JSON.stringify(toValues(attributes)),
        annotation.annotator,
        annotation.state,
        annotation.note,
      ]);
      yield { file: 'annotations.csv', text: row };
    }
  }
}
