import type { Annotation } from '#shared/domain/annotation';
import type { AttributeValues } from '#shared/domain/attribute';
import type { Span } from '#shared/domain/span';
import { checkReasons } from '#shared/messages/en/check';
import { moveEdge, type Edge } from '../settle/move-edge.ts';
import type { Correction, Missing } from './use-checking.ts';

/** A tag as a form has it. `typed`: attributes that were written anew, by name, as words. */
export type EditedTag = {
  label: string;
  spans: Span[];
  entity: string;
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

/** What differs from the annotation, as a correction; undefined where nothing does. */
export function toCorrection(
  annotation: Annotation,
  { label, spans, entity, typed }: EditedTag,
): Correction | undefined {
  const name = entity.trim();
  const attributes = toValues(typed);
  const correction: Correction = {
    ...(!isSame(spans, annotation.spans) && { spans }),
    ...(label !== annotation.label && { label }),
    ...(name !== (annotation.entity ?? '') && { entity: name === '' ? null : name }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  };
  return Object.keys(correction).length === 0 ? undefined : correction;
}

/** What is said of words that nobody tagged. */
export const toMissing = ({ label, spans, entity, typed }: EditedTag): Missing => ({
  label,
  spans,
  ...(entity.trim() !== '' && { entity: entity.trim() }),
  attributes: toValues(typed),
});

/** What was written, by attribute; nothing takes a value away. */
const toValues = (typed: EditedTag['typed']) =>
  Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim() === '' ? null : value.trim()]));

/** The reason that a correction gives by itself: the first thing that it changes. */
export function findReason(correction: Correction | undefined): string | undefined {
  const [edge, label, entity, attribute] = checkReasons.corrected;
  if (correction?.label !== undefined) return label;
  if (correction?.spans) return edge;
  if (correction?.entity !== undefined) return entity;
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
