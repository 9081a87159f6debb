import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValues } from '#shared/domain/attribute';
import { createUnitMap, type UnitMap } from '#shared/text/offset-units';
import { mapSpans } from '../attribute-spans.ts';
import type { DatasetArticle, DatasetRelation } from '../format.ts';
import type { features, Features } from './features.ts';

type Value<F> = F extends { list: infer L extends Features }
  ? Row<L>[]
  : F extends 'int32'
    ? number
    : F extends 'string?'
      ? string | null
      : string;
/** An object with all of some features. */
export type Row<F extends Features = typeof features> = { -readonly [Name in keyof F]: Value<F[Name]> };

type Unit = 'codepoint' | 'utf16';

/** One article as a row. Unit of offsets: as the row says in `unit`, half-open. */
export function toRow(item: DatasetArticle, unit: Unit, withText: boolean): Row {
  const { uid, text, title, outlet, date, language, address, byline, sha256 } = item.article;
  const maps = new Map<string, UnitMap>();
  const mapOf = (article: string) => {
    const map = maps.get(article) ?? createUnitMap(article === uid ? text : item.textOf(article), unit);
    maps.set(article, map);
    return map.fromUtf16;
  };
  const toJson = (values: AttributeValues) =>
    JSON.stringify(
      mapSpans(values, ({ article, start, end, quote }) => ({
        article,
        start: mapOf(article)(start),
        end: mapOf(article)(end),
        quote,
      })),
    );
  return {
    id: uid,
    text: withText ? text : null,
    sha256,
    unit,
    title,
    outlet,
    date,
    language,
    address,
    byline,
    annotations: item.annotations.map((annotation) => toAnnotation(annotation, mapOf(uid), toJson)),
    relations: item.relations.map(toRelation),
  };
}

function toAnnotation(
  { uid, spans, entityUid, entityLink, ...annotation }: Annotation,
  convert: (utf16: number) => number,
  toJson: (values: AttributeValues) => string,
): Row['annotations'][number] {
  return {
    id: uid,
    label: annotation.label,
    start: convert(spans[0]!.start),
    end: convert(spans.at(-1)!.end),
    spans: spans.map(({ start, end, quote }) => ({ start: convert(start), end: convert(end), quote })),
    entity: annotation.entity,
    entity_uid: entityUid,
    entity_link: entityLink,
    attributes: toJson(annotation.attributes),
    kept: toJson(annotation.kept),
    annotator: annotation.annotator,
    state: annotation.state,
    note: annotation.note,
  };
}

const toRelation = (relation: DatasetRelation): Row['relations'][number] => ({
  id: relation.uid,
  kind: relation.kind,
  symmetric: relation.isSymmetric ? 'yes' : 'no',
  from: relation.from,
  to: relation.to,
  to_article: relation.toArticle,
  annotator: relation.annotator,
  state: relation.state,
  note: relation.note,
});
