import type { AttributeValues, SpanValue } from '#shared/domain/attribute';
import { createOffsetMaps, mapSpans } from '../attribute-spans.ts';
import type { Chunk, DatasetArticle } from '../format.ts';

/** Characters that are no line ends in JSON but break lines in many programs that read by line. */
const lineBreaks = /[\u0085\u2028\u2029]/gu;
const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** One object a line and article. Unit: Unicode code points, half-open. */
export function* writeJsonl(articles: Iterable<DatasetArticle>): Generator<Chunk> {
  yield { file: 'articles.jsonl', text: '' };
  for (const item of articles) {
    const line = JSON.stringify(toRecord(item)).replace(lineBreaks, escape);
    yield { file: 'articles.jsonl', text: `${line}\n` };
  }
}

function toRecord(item: DatasetArticle) {
  const { article, annotations } = item;
  const { uid: id, text, outlet, title, date, sha256 } = article;
  const mapOf = createOffsetMaps(item);
  const { toCodePoint } = mapOf(id);
  const toValues = (values: AttributeValues) =>
    mapSpans(values, ({ article: uid, start, end, quote }: SpanValue) => ({
      article: uid,
      start: mapOf(uid).toCodePoint(start),
      end: mapOf(uid).toCodePoint(end),
      quote,
    }));
  return {
    galley: 1,
    unit: 'codepoint',
    id,
    text,
    outlet,
    title,
    date,
    sha256,
    annotations: annotations.map((annotation) => ({
      id: annotation.uid,
      label: annotation.label,
      spans: annotation.spans.map(({ start, end, quote }) => ({
        start: toCodePoint(start),
        end: toCodePoint(end),
        quote,
      })),
      entity: annotation.entity,
      entity_uid: annotation.entityUid,
      entity_link: annotation.entityLink,
      attributes: toValues(annotation.attributes),
      ...(Object.keys(annotation.kept).length > 0 && { kept: toValues(annotation.kept) }),
      annotator: annotation.annotator,
      state: annotation.state,
      note: annotation.note,
    })),
  };
}
