import { z } from 'zod';
import { EntityLink } from '#shared/domain/annotation';
import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValues } from '#shared/domain/attribute';
import { Decision } from '#shared/domain/review';
import { createUnitMap, type UnitMap } from '#shared/text/offset-units';
import type { OffsetUnit } from '#shared/domain/dataset';
import { mapSpans } from '../attribute-spans.ts';
import type { DatasetArticle } from '../format.ts';
import type { FoundAnnotation } from '../found.ts';

const Values = z.record(z.string(), z.unknown());
const TagFacts = z.object({
  entity: z.string().nullish().catch(null),
  entity_uid: z.uuid().nullish().catch(null),
  entity_link: EntityLink.nullish().catch(null),
  attributes: Values.catch({}),
  kept: Values.optional().catch(undefined),
  annotator: z.string().nullish().catch(null),
  state: Decision.nullish().catch(null),
  note: z.string().catch(''),
});

type Convert = (utf16: number) => number;
/** Unit maps of the article and of those that spans of its values stand in, each made once. */
export function createConverters({ article, textOf }: DatasetArticle, unit: OffsetUnit): (uid: string) => Convert {
  const maps = new Map<string, UnitMap>();
  return (uid) => {
    const map = maps.get(uid) ?? createUnitMap(uid === article.uid ? article.text : textOf(uid), unit);
    maps.set(uid, map);
    return map.fromUtf16;
  };
}

/** Values with the offsets of spans in them in a unit. */
export const toValues = (values: AttributeValues, converterOf: (uid: string) => Convert) =>
  mapSpans(values, ({ article, start, end, quote }) => {
    const convert = converterOf(article);
    return { article, start: convert(start), end: convert(end), quote };
  }) as Record<string, unknown>;

/** What our own files say of an annotation where their format has no place for it. What is empty is left out. */
export function toTagFacts(annotation: Annotation, attributes: Record<string, unknown>, kept: Record<string, unknown>) {
  const { entity, entityUid, entityLink, annotator, state, note } = annotation;
  return {
    annotator,
    ...(state !== 'unchecked' && { state }),
    ...(entity !== null && { entity, entity_uid: entityUid, entity_link: entityLink }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(Object.keys(kept).length > 0 && { kept }),
    ...(note !== '' && { note }),
  };
}

/** What is not as it should be is as if it were not there. */
export function readTagFacts(
  raw: unknown,
): Pick<FoundAnnotation, 'entity' | 'attributes' | 'kept' | 'annotator' | 'state' | 'note'> {
  const { entity, entity_uid: uid, entity_link: link, kept, ...facts } = TagFacts.parse(isFacts(raw) ? raw : {});
  return {
    entity: entity == null ? null : { name: entity, uid: uid ?? null, refs: [], ...(link && { link }) },
    attributes: facts.attributes,
    ...(kept && { kept }),
    annotator: facts.annotator ?? null,
    state: facts.state ?? null,
    note: facts.note,
  };
}

const isFacts = (raw: unknown): raw is object => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
