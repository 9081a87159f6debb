import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValue, SpanValue } from '#shared/domain/attribute';
import type { Span } from '#shared/domain/span';
import { createOffsetMaps, mapSpans } from '../attribute-spans.ts';
import type { DatasetArticle, DatasetEntity, DatasetRelation } from '../format.ts';
import { escapeXml, replaceInValue, toXmlAttributes } from '../xml/escape-xml.ts';
import { toTeiName, type Categories } from './name-categories.ts';
import { writeEntities } from './write-entities.ts';

type Here = {
  text: string;
  pointTo(spans: readonly Span[]): string;
  categories: Categories;
  people: ReadonlyMap<string, string>;
  entities: ReadonlyMap<string, DatasetEntity>;
};

/** The annotations, values and relations of an article, and the entities that they name; nothing where it has none. */
export function writeStandOff(item: DatasetArticle, here: Here): string {
  const { annotations, relations } = item;
  if (annotations.length === 0) return '';
  const mapOf = createOffsetMaps(item);
  const toValue = (value: AttributeValue) =>
    replaceInValue(
      mapSpans(value, (span: SpanValue) => ({
        ...span,
        start: mapOf(span.article).toCodePoint(span.start),
        end: mapOf(span.article).toCodePoint(span.end),
      })),
    );
  return [
    '<standOff>',
    ...writeEntities(annotations, here.entities),
    '<listAnnotation>',
    ...annotations.map((annotation) => toAnnotation(annotation, here, toValue)),
    '</listAnnotation>',
    ...annotations.flatMap((annotation) => toFeatures(annotation, toValue)),
    ...(relations.length === 0
      ? []
      : [
          '<listRelation>',
          ...relations.map((relation) => toRelation(relation, item.article.uid, here)),
          '</listRelation>',
        ]),
    '</standOff>',
    '',
  ].join('\n');
}

const note = (type: string, words: string) => `<note type="${type}" xml:space="preserve">${escapeXml(words)}</note>`;

function toAnnotation(annotation: Annotation, here: Here, toValue: (value: AttributeValue) => unknown): string {
  const { uid, label, spans, entity, entityUid, attributes, kept, annotator, state } = annotation;
  const hasFeatures = Object.keys(attributes).length > 0;
  const attributesOf = {
    'xml:id': `a-${uid}`,
    target: here.pointTo(spans),
    ana: `#${here.categories.label.get(label)}${hasFeatures ? ` #f-${uid}` : ''}`,
    resp: `#${here.people.get(annotator)}`,
  };
  const parts = [
    ...spans.map(({ start, end }) => note('quote', here.text.slice(start, end))),
    ...(entity === null ? [] : [toEntity(entity, entityUid, here.entities)]),
    ...(annotation.note === '' ? [] : [note('comment', annotation.note)]),
    ...(state === 'unchecked' ? [] : [note('state', state)]),
    ...(Object.keys(kept).length === 0 ? [] : [note('kept', JSON.stringify(toValue(kept)))]),
  ];
  return `<annotation${toXmlAttributes(attributesOf)}>${parts.join('')}</annotation>`;
}

/** Known by its uid; it leads to where the entity is described, where it is. */
const toEntity = (name: string, uid: string | null, entities: Here['entities']) =>
  `<ref type="entity" xml:space="preserve"${toXmlAttributes({
    n: uid,
    target: uid !== null && entities.has(uid) ? `#e-${uid}` : null,
  })}>${escapeXml(name)}</ref>`;

function toFeatures({ uid, label, attributes }: Annotation, toValue: (value: AttributeValue) => unknown): string[] {
  const values = Object.entries(attributes);
  if (values.length === 0) return [];
  const features = values.map(([name, value]) => {
    const plain = toTeiName(name);
    const original = plain === name ? '' : ` n="${escapeXml(name)}"`;
    return `<f name="${plain}"${original}>${toFeature(toValue(value))}</f>`;
  });
  return [`<fs xml:id="f-${uid}" type="${toTeiName(label)}">${features.join('')}</fs>`];
}

/** Lists of strings as such; what TEI has no value for as JSON. */
function toFeature(value: unknown): string {
  if (typeof value === 'number') return `<numeric value="${value}"/>`;
  if (typeof value === 'boolean') return `<binary value="${value}"/>`;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return `<vColl org="list">${value.map(toFeature).join('')}</vColl>`;
  return `<string>${escapeXml(typeof value === 'string' ? value : JSON.stringify(value))}</string>`;
}

function toRelation(relation: DatasetRelation, article: string, { categories, people }: Here): string {
  const { uid, kind, isSymmetric, from, to, toArticle, note: words, annotator, state } = relation;
  const [start, end] = [`#a-${from}`, `${toArticle === article ? '' : `${toArticle}.xml`}#a-${to}`];
  const attributes = {
    'xml:id': `r-${uid}`,
    name: toTeiName(kind),
    type: state === 'unchecked' ? null : state,
    ...(isSymmetric ? { mutual: `${start} ${end}` } : { active: start, passive: end }),
    ana: `#${categories.kind.get(kind)}`,
    resp: `#${people.get(annotator)}`,
  };
  const said = words === '' ? '' : `<desc xml:space="preserve">${escapeXml(words)}</desc>`;
  return `<relation${toXmlAttributes(attributes)}>${said}</relation>`;
}
