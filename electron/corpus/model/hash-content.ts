import type { ReadDb } from '../connection.ts';
import { toCanonicalJson } from '../journal/canonical-json.ts';
import { sha256Hex } from '../journal/hash.ts';
import { findRecord } from './rows.ts';

/** What people decide on, by uid. */
export type Subject = { kind: 'annotation' | 'relation'; uid: string };

/**
 * SHA-256, in hex, of what annotations say: label, words, entity and values, each by uid; a note, and who linked the entity, is nothing that
 * somebody decides on. Annotations that are gone say nothing.
 */
export const hashContent = (db: ReadDb, annotations: readonly string[]): string =>
  sha256Hex(toCanonicalJson(annotations.map((uid) => readContent(db, uid))));

/** That of one annotation; of a relation its kind, and what both of its ends say. */
export function hashSubject(db: ReadDb, { kind, uid }: Subject): string {
  if (kind === 'annotation') return hashContent(db, [uid]);
  const record = findRecord(db, 'relation', uid);
  const said = record && {
    kind: record.relation_kind,
    ends: [record.from_annotation, record.to_annotation].map((end) => readContent(db, end)),
  };
  return sha256Hex(toCanonicalJson(said ?? null));
}

function readContent(db: ReadDb, uid: string) {
  const record = findRecord(db, 'annotation', uid);
  if (!record) return null;
  const { label, spans, entity, values } = record;
  return { label, spans: spans.map((span) => [span.start_offset, span.end_offset]), entity, values };
}
