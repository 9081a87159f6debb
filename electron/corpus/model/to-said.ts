import type { Annotation } from '#shared/domain/annotation';
import { toCanonicalJson } from '../journal/canonical-json.ts';

/** Label, words, entity and attributes as one text: what two coders have to say alike to agree. */
export const toSaid = ({ label, spans, entityUid, attributes }: Annotation): string =>
  toCanonicalJson([label, spans.map(({ start, end }) => [start, end]), entityUid, attributes]);
