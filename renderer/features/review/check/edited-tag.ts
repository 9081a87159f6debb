import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValues } from '#shared/domain/attribute';
import type { Label } from '#shared/domain/codebook';
import type { EntityToMake } from '#shared/domain/entity';
import type { Span } from '#shared/domain/span';
import { checkReasons } from '#shared/messages/en/check';
import { moveEdge, type Edge } from '../settle/move-edge.ts';
import type { Correction, Missing } from './use-checking.ts';

/** A tag as a form has it. `toMake`: the entity is none yet. `typed`: attributes that were written anew, by name, as words. */
export type EditedTag = {
  label: string;
  spans: Span[];
  entity: string;
  toMake?: EntityToMake | undefined;
  attributes: AttributeValues;
  typed: Readonly<Record<string, string>>;
};

export const toEdited = ({ label, spans, entity, attributes }: Annotation): EditedTag => ({
  label,
  spans: spans.map(({ start, end }) => ({ start, end })),
  entity: entity ?? '',
  attributes,
  typed: {},
});

const isSame = (one: readonly Span[], other: readonly Span[]) =>
  one.length === other.length && one.every(({ start, end }, n) => start === other[n]!.start && end === other[n]!.end);

/** Whether what is tagged so may mean an entity. */
export const hasEntity = (labels: readonly Label[], label: string): boolean =>
  (labels.find(({ name }) => name === label)?.entityKinds.length ?? 0) > 0;

/** Under another label; what the gazetteer knows of an entity that is to be made may not fit there. */
export const relabel = (label: string, { toMake }: EditedTag): Partial<EditedTag> => ({
  label,
  ...(toMake && { toMake: { name: toMake.name } }),
});

/** Whether the annotation says so of those words already. */
export const isTaggedSo = (annotation: Annotation, { label, spans }: EditedTag): boolean =>
  label === annotation.label && isSame(spans, annotation.spans);

/** What differs from the annotation, as a correction; undefined where nothing does. */
export function toCorrection(
  annotation: Annotation,
  { label, spans, entity, toMake, typed }: EditedTag,
  labels: readonly Label[],
): Correction | undefined {
  const name = entity.trim();
  const mayMean = hasEntity(labels, label);
  const attributes = toValues(typed);
  const correction: Correction = {
    ...(!isSame(spans, annotation.spans) && { spans }),
    ...(label !== annotation.label && { label }),
    ...(mayMean && name !== (annotation.entity ?? '') && { entity: name === '' ? null : name }),
    ...(mayMean && toMake && { newEntity: toMake }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
  return Object.keys(correction).length === 0 ? undefined : correction;
}

/** What is said of words that nobody tagged. */
export function toMissing({ label, spans, entity, toMake, typed }: EditedTag, labels: readonly Label[]): Missing {
  const name = hasEntity(labels, label) ? entity.trim() : '';
  return {
    label,
    spans,
    ...(name !== '' && { entity: name }),
    ...(name !== '' && toMake && { newEntity: toMake }),
    attributes: toValues(typed),
  };
}

/** What was written, by attribute; nothing takes a value away. */
const toValues = (typed: EditedTag['typed']) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim() === '' ? null : value.trim()]));

/** The reason that a correction gives by itself: the first thing that it changes. */
export function findReason(correction: Correction | undefined): string | undefined {
  const [edge, label, entity, attribute] = checkReasons.corrected;
  if (correction?.label !== undefined) return label;
  if (correction?.spans) return edge;
  if (correction?.entity !== undefined || correction?.newEntity) return entity;
  return correction && attribute;
}

/** The words with one of their ends a word earlier or later; marks that would be left over at that end go with the word. */
export function moveWords(text: string, span: Span, edge: Edge, by: 1 | -1): Span {
  const moved = moveEdge(text, span, edge, by);
  const words = text.slice(moved.start, moved.end);
  const bare = words.replace(edge === 'end' ? /[\p{P}\s]+$/u : /^[\p{P}\s]+/u, '');
  const isInwards = moved.end - moved.start < span.end - span.start;
  if (!isInwards || bare === '') return moved;
  return edge === 'end' ? { ...moved, end: moved.start + bare.length } : { ...moved, start: moved.end - bare.length };
}
