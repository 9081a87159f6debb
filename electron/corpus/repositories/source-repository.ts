import { statement, type ReadDb, type WriteDb } from '../connection.ts';

/** Unit: bytes. */
const CHUNK = 1 << 20;

/** `strayBytes`: positions, from 0, of bytes that the encoding could not read. */
export type SourceToKeep = {
  sha256: string;
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  encoding: string;
  strayBytes: number[];
};

/**
 * Keeps a file's bytes under their SHA-256, with how they were first read; does nothing where they are kept already: each
 * article says for itself how it was decoded.
 */
export function keepSource(db: WriteDb, source: SourceToKeep): void {
  const { changes, lastInsertRowid } = statement(
    db,
    `INSERT INTO source (sha256, name, media_type, size_bytes, encoding, stray_bytes) VALUES (unhex(?), ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(
    source.sha256,
    source.name,
    source.mediaType,
    source.bytes.length,
    source.encoding,
    JSON.stringify(source.strayBytes),
  );
  if (changes === 0) return;
  for (let n = 0; n * CHUNK < source.bytes.length; n += 1) {
    const chunk = source.bytes.subarray(n * CHUNK, (n + 1) * CHUNK);
    statement(db, 'INSERT INTO source_chunk (source_id, n, bytes) VALUES (?, ?, ?)').run(lastInsertRowid, n, chunk);
  }
}

/** Keeps a text under its SHA-256, in hex; does nothing where it is kept already. */
export const keepText = (db: WriteDb, hash: string, text: string): void => {
  statement(db, 'INSERT INTO article_text (sha256, text) VALUES (unhex(?), ?) ON CONFLICT DO NOTHING').run(hash, text);
};

export type StoredText = { sha256: Buffer; text: string | null };
export const iterateTexts = (db: ReadDb): IterableIterator<StoredText> =>
  db.prepare<[], StoredText>('SELECT sha256, text FROM article_text ORDER BY sha256').iterate();

export type StoredSource = { id: number; sha256: Buffer; name: string; sizeBytes: number };
export const listSources = (db: ReadDb): StoredSource[] =>
  statement<[], StoredSource>(db, 'SELECT id, sha256, name, size_bytes AS sizeBytes FROM source ORDER BY id').all();

/** A source's bytes in order; null for a chunk that was erased. */
export const iterateChunks = (db: ReadDb, sourceId: number): IterableIterator<{ bytes: Buffer | null }> =>
  db
    .prepare<[number], { bytes: Buffer | null }>('SELECT bytes FROM source_chunk WHERE source_id = ? ORDER BY n')
    .iterate(sourceId);
