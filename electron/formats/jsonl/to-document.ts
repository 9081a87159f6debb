import type { AnnotationState } from '#shared/domain/annotation';
import type { OutsideId } from '#shared/domain/entity';
import type { Decision } from '#shared/domain/review';
import { jsonlMessages } from '#shared/messages/en/formats/jsonl';
import { emptyDocument, type FoundAnnotation, type FoundDocument, type FoundRelation, type Left } from '../found.ts';
import { AnnotationRecord, ArticleRecord, RelationRecord } from './records.ts';

type Where = { name: string; line: number; refs: ReadonlyMap<string, OutsideId[]> };

/** An article's line as any format's document; keys that are not ours are listed. */
export function toDocument(record: ArticleRecord, { name: file, line, refs }: Where): FoundDocument {
  const place = jsonlMessages.line(line);
  const relations = record.relations ?? [];
  return {
    ...emptyDocument(record.id, file),
    uid: record.id,
    text: record.text ?? null,
    sha256: record.sha256,
    title: record.title,
    outlet: record.outlet,
    date: record.date,
    language: record.language ?? null,
    address: record.address ?? null,
    meta: listMeta(record),
    ...(record.blocks && { blocks: record.blocks.map(toBlock) }),
    unit: 'codepoint',
    annotations: record.annotations.map((each) => toAnnotation(each, place, refs)),
    relations: relations.map((each) => toRelation(each, record.id, place)),
    left: [
      ...listUnknown([record], ArticleRecord, place),
      ...listUnknown(record.annotations, AnnotationRecord, place),
      ...listUnknown(relations, RelationRecord, place),
    ],
  };
}

const listMeta = ({ byline, date_written: written, meta = [] }: ArticleRecord): FoundDocument['meta'] => [
  ...(byline ? [{ key: 'byline', value: byline }] : []),
  ...(written ? [{ key: 'date written', value: written }] : []),
  ...meta.map(({ key, value, found_by: foundBy }) => ({ key, value, foundBy })),
];

const toBlock = ({
  repeat_of: repeatOf,
  found_by: foundBy,
  ...block
}: NonNullable<ArticleRecord['blocks']>[number]) => ({
  ...block,
  repeatOf,
  foundBy,
});

const toDecision = (state: AnnotationState): Decision | null => (state === 'unchecked' ? null : state);

function toAnnotation(record: AnnotationRecord, place: string, refs: Where['refs']): FoundAnnotation {
  const { id, label, spans, entity, entity_uid: uid, entity_link: link } = record;
  return {
    id,
    uid: id,
    label,
    spans,
    entity: entity === null ? null : { name: entity, uid, refs: refs.get(uid ?? '') ?? [], ...(link && { link }) },
    attributes: record.attributes,
    ...(record.kept && { kept: record.kept }),
    annotator: record.annotator,
    state: toDecision(record.state),
    note: record.note,
    ...(record.layer && { layer: record.layer }),
    ...(record.origin && { origin: record.origin }),
    ...(record.revises && { revises: record.revises }),
    place,
  };
}

type Relation = NonNullable<ArticleRecord['relations']>[number];

const toRelation = (record: Relation, article: string, place: string): FoundRelation => ({
  uid: record.id,
  kind: record.kind,
  from: record.from,
  to: record.to,
  ...(record.to_article !== article && { toDocument: record.to_article }),
  annotator: record.annotator,
  state: toDecision(record.state),
  note: record.note,
  place,
});

/** What somebody added, alike together. */
function listUnknown(records: readonly object[], { shape }: { shape: object }, place: string): Left[] {
  const counts = new Map<string, number>();
  for (const record of records)
    for (const key of Object.keys(record)) if (!(key in shape)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ what: jsonlMessages.unknownKey(key), place, quote: '', count }));
}
