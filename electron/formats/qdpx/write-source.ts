import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValues, SpanValue } from '#shared/domain/attribute';
import type { OffsetMap } from '#shared/text/offsets';
import { createOffsetMaps, mapSpans } from '../attribute-spans.ts';
import type { DatasetArticle } from '../format.ts';
import { escapeXml, toXmlAttributes } from '../xml/escape-xml.ts';
import { deriveGuid } from './derive-guid.ts';
import { joinOwnLine } from './own-line.ts';
import { VARIABLES, type Variable } from './variables.ts';

/** An article as a source, with a selection for each part of each annotation. Unit: code points, half-open. */
export function writeSource(item: DatasetArticle, labels: ReadonlyMap<string, string>): string {
  const { article, annotations } = item;
  const mapOf = createOffsetMaps(item);
  const map = mapOf(article.uid);
  const toValues = (values: AttributeValues) =>
    mapSpans(values, (span: SpanValue) => ({
      ...span,
      start: mapOf(span.article).toCodePoint(span.start),
      end: mapOf(span.article).toCodePoint(span.end),
    }));
  const { uid, title } = article;
  return [
    `<TextSource${toXmlAttributes({ guid: uid, name: title, plainTextPath: `internal://${uid}.txt` })}>`,
    ...annotations.flatMap((annotation) => toSelections(annotation, map, labels, toValues)),
    ...toVariableValues(article),
    '</TextSource>',
  ].join('\n');
}

/** The first has the annotation's uid and all that is said of it; the others name it. */
function toSelections(
  annotation: Annotation,
  { toCodePoint }: OffsetMap,
  labels: ReadonlyMap<string, string>,
  toValues: (values: AttributeValues) => unknown,
): string[] {
  const { uid, label, spans, annotator, note } = annotation;
  const creatingUser = deriveGuid('user', annotator);
  return spans.map(({ start, end, quote }, n) => {
    const guid = n === 0 ? uid : deriveGuid('part', `${uid} ${n}`);
    const description = n === 0 ? joinOwnLine(note, toOwn(annotation, toValues)) : joinOwnLine('', { partOf: uid });
    const attributes = {
      guid,
      name: quote,
      startPosition: toCodePoint(start),
      endPosition: toCodePoint(end),
      creatingUser,
    };
    const coding = toXmlAttributes({ guid: deriveGuid('coding', guid), creatingUser });
    return [
      `<PlainTextSelection${toXmlAttributes(attributes)}>`,
      `<Description>${escapeXml(description)}</Description>`,
      `<Coding${coding}><CodeRef targetGUID="${labels.get(label)}"/></Coding>`,
      '</PlainTextSelection>',
    ].join('');
  });
}

function toOwn(
  { uid, spans, state, entity, entityUid, attributes, kept }: Annotation,
  toValues: (values: AttributeValues) => unknown,
): object {
  return {
    uid,
    ...(spans.length > 1 && { parts: spans.length }),
    ...(state !== 'unchecked' && { state }),
    ...(entity !== null && { entity }),
    ...(entityUid !== null && { entityUid }),
    ...(Object.keys(attributes).length > 0 && { attributes: toValues(attributes) }),
    ...(Object.keys(kept).length > 0 && { kept: toValues(kept) }),
  };
}

function toVariableValues({ uid, ...article }: DatasetArticle['article']): string[] {
  const known: Record<Variable, string | null> = { ...article, 'galley uid': uid };
  return VARIABLES.flatMap((name) => {
    const value = known[name];
    if (value === null) return [];
    const ref = `<VariableRef targetGUID="${deriveGuid('variable', name)}"/>`;
    return [`<VariableValue>${ref}<TextValue>${escapeXml(value)}</TextValue></VariableValue>`];
  });
}
