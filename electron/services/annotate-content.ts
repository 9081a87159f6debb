import { ExpectedError } from '#shared/errors';
import type { ValuesInput } from '#shared/domain/attribute';
import type { Codebook, Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import type { ReadDb } from '../corpus/connection.ts';
import type { Records, SpanRecord, ValueRecord } from '../corpus/model/kinds.ts';
import { findRecord } from '../corpus/model/rows.ts';
import { getArticleText } from '../corpus/repositories/article-repository.ts';
import { getCodebook, mapAttributes } from '../corpus/repositories/codebook-repository.ts';
import { resolveEntity } from '../corpus/repositories/resolve-entity.ts';
import { toSpanRecords } from './annotate-spans.ts';
import { inOrder, setValues } from './annotate-values.ts';
import { getLabelToTag } from './codebook.ts';
import { findEntityByRule } from './entities/link-by-rule.ts';

type Annotation = Records['annotation'];
/** What an annotation says of its article. */
export type Content = Pick<Annotation, 'label' | 'spans' | 'entity' | 'entity_link' | 'values'>;

/** `entity`: by uid or name; null takes the link away. `attributes`: by name; what is not named stays as it is. */
export type ContentChanges = {
  label?: string | undefined;
  spans?: Span[] | undefined;
  entity?: string | null | undefined;
  attributes?: ValuesInput | undefined;
};

/** Errors: label-unknown, label-retired, and those of spans, entities and values. */
export function makeContent(
  db: ReadDb,
  article: string,
  { label: name, spans, entity, attributes = {} }: ContentChanges & { label: string; spans: Span[] },
): Content {
  const label = getLabelToTag(db, name);
  const text = getArticleText(db, article);
  const records = toSpanRecords(text, spans);
  return {
    label: label.uid,
    spans: records,
    ...(entity === undefined ? linkByRule(db, { label, article }, records) : linkByPerson(db, label, entity)),
    values: setValues(db, { label, article, text }, [], attributes),
  };
}

/**
 * The content of an annotation after a change. Under another label it keeps the entity that fits, and the values of attributes
 * that have the same name and type there; the others are kept unseen. What a rule linked is linked anew with its words.
 *
 * Errors: label-unknown, label-retired, and those of spans, entities and values.
 */
export function changeContent(db: ReadDb, before: Annotation, changes: ContentChanges): Content {
  const codebook = getCodebook(db);
  const known = codebook.labels.find(({ uid }) => uid === before.label)!;
  const label = changes.label === undefined ? known : getLabelToTag(db, changes.label);
  const spans = changes.spans ? toSpanRecords(getArticleText(db, before.article), changes.spans) : before.spans;
  const moved = label.uid === known.uid ? before.values : moveValues(codebook, before.values, known, label);
  const { attributes } = changes;
  return {
    label: label.uid,
    spans,
    ...link(db, { label, spans }, before, changes),
    values: attributes ? setValues(db, { label, article: before.article }, moved, attributes) : moved,
  };
}

type Link = Pick<Annotation, 'entity' | 'entity_link'>;

function link(
  db: ReadDb,
  { label, spans }: { label: Label; spans: SpanRecord[] },
  before: Annotation,
  changes: ContentChanges,
): Link {
  const { entity, entity_link } = before;
  if (changes.entity !== undefined) return linkByPerson(db, label, changes.entity);
  if (label.uid === before.label && spans === before.spans) return { entity, entity_link };
  const isFit = entity !== null && findRecord(db, 'entity', entity)!.label === label.uid;
  return entity_link === 'person' && isFit
    ? { entity, entity_link }
    : linkByRule(db, { label, article: before.article }, spans);
}

function linkByRule(db: ReadDb, { label, article }: { label: Label; article: string }, spans: SpanRecord[]): Link {
  if (label.entityKinds.length === 0) return { entity: null, entity_link: null };
  const words = spans.map(({ quote }) => quote).join(' ');
  const entity = findEntityByRule(db, label.uid, words, article);
  return entity === undefined ? { entity: null, entity_link: null } : { entity, entity_link: 'rule' };
}

/** Errors: entity-unfit, and those of `resolveEntity`. */
function linkByPerson(db: ReadDb, label: Label, ref: string | null): Link {
  if (ref === null) return { entity: null, entity_link: null };
  try {
    return { entity: resolveEntity(db, ref, label.uid), entity_link: 'person' };
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code !== 'entity-unknown') throw error;
    const { name } = findRecord(db, 'entity', resolveEntity(db, ref))!; // there may be one of another label
    throw new ExpectedError('entity-unfit', { entity: name, label: label.name });
  }
}

/** Values of attributes that the new label has too become values of these. */
function moveValues(codebook: Codebook, values: ValueRecord[], from: Label, to: Label): ValueRecord[] {
  const places = mapAttributes(codebook);
  const targets = new Map<string, string>();
  for (const attribute of from.attributes) {
    const twin = findTwin(to.attributes, attribute);
    if (!twin || values.some((value) => isOf(value, twin))) continue;
    targets.set(attribute.uid, twin.uid);
    for (const field of attribute.fields) {
      const same = findTwin(twin.fields, field);
      if (same) targets.set(field.uid, same.uid);
    }
  }
  const moved = values.map((value) => ({ ...value, attribute: targets.get(value.attribute) ?? value.attribute }));
  return inOrder(moved, [...places.keys()]);
}

type Attributes = Label['attributes'];

const findTwin = (attributes: Attributes, { name, type, isList }: Attributes[number]) =>
  attributes.find(
    (other) => other.name.toLowerCase() === name.toLowerCase() && other.type === type && other.isList === isList,
  );

const isOf = ({ attribute: uid }: ValueRecord, attribute: Attributes[number]) =>
  uid === attribute.uid || attribute.fields.some((field) => field.uid === uid);
