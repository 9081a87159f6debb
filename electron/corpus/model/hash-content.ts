import type { ReadDb } from '../connection.ts';
import { toCanonicalJson } from '../journal/canonical-json.ts';
import { sha256Hex } from '../journal/hash.ts';
import { findRecord } from './rows.ts';

/**
 * SHA-256, in hex, of what annotations say: label, words, entity and values, each by uid; a note, and who linked the entity, is nothing that
 * somebody decides on. Annotations that are gone say nothing.
 */
export const hashContent = (db: ReadDb, annotations: readonly string[]): string =>
  sha256Hex(
    toCanonicalJson(
      annotations.map((uid) => {
        const record = findRecord(db, 'annotation', uid);
        if (!record) return null;
        const { label, spans, entity, values } = record;
        return { label, spans: spans.map((span) => [span.start_offset, span.end_offset]), entity, values };
      }),
    ),
  );
