import type { Annotation } from '#shared/domain/annotation';
import { toPlain } from '../plain-values.ts';
import { escapeValue } from './escape.ts';
import { TAG_FEATURES } from './feature-names.ts';

/** What a cell says of a value; `*` where there is none. */
export const toCell = (value: string | null | undefined) =>
  value === null || value === undefined || value === '' ? '*' : escapeValue(value.replace(/\r\n?/gu, '\n'));

/** What the columns of our layer say of an annotation. */
export function toTagCells(annotation: Annotation, attributes: readonly string[]): string[] {
  const { label, entity, entityUid, annotator, state, note, kept, uid } = annotation;
  const own: Record<(typeof TAG_FEATURES)[number], string | null> = {
    label,
    entity,
    entityId: entityUid,
    annotator,
    state,
    note,
    kept: Object.keys(kept).length === 0 ? null : JSON.stringify(kept),
    uid,
  };
  const values = attributes.map((name) => {
    const value = annotation.attributes[name];
    return toCell(value === undefined ? null : toPlain(value));
  });
  return [...TAG_FEATURES.map((name) => toCell(own[name])), ...values];
}
