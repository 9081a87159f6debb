import { statement, type ReadDb, type WriteDb } from '../connection.ts';

/** Sources are kept in chunks of this size. Unit: bytes. */
export const CHUNK_BYTES = 1 << 20;

/** `strayBytes`: positions, from 0, of bytes that the encoding could not read. */
export type SourceToKeep = {
  sha256: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  encoding: string;
  strayBytes: number[];
};

/** Keeps a file with all its bytes. */
export function keepSource(
  db: WriteDb,
  { bytes, ...source }: Omit<SourceToKeep, 'sizeBytes'> & { bytes: Uint8Array },
): void {
  enterSource(db, { ...source, sizeBytes: bytes.length });
  for (let n = 0; n * CHUNK_BYTES < bytes.length; n += 1)
    keepChunk(db, source.sha256, n, bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
}

/**
 * Enters a file under its SHA-256, with how it was first read; does nothing where it is there already: each article says for
 * itself how it was decoded. Its bytes are kept chunk by chunk.
 */
export function enterSource(db: WriteDb, source: SourceToKeep): void {
  statement(
    db,
    `INSERT INTO source (sha256, name, media_type, size_bytes, encoding, stray_bytes) VALUES (unhex(?), ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(
    source.sha256,
    source.name,
    source.mediaType,
    source.sizeBytes,
    source.encoding,
    JSON.stringify(source.strayBytes),
  );
}

/** Keeps the `n`th chunk of a source that was entered; does nothing where it is kept already. */
export function keepChunk(db: WriteDb, sha256: string, n: number, bytes: Uint8Array): void {
  statement(
    db,
    `INSERT INTO source_chunk (source_id, n, bytes) SELECT id, ?, ? FROM source WHERE sha256 = unhex(?)
     ON CONFLICT DO NOTHING`,
  ).run(n, bytes, sha256);
}

/** Keeps a text under its SHA-256, in hex; does nothing where it is kept already. */
export const keepText = (db: WriteDb, hash: string, text: string): void => {
  statement(db, 'INSERT INTO article_text (sha256, text) VALUES (unhex(?), ?) ON CONFLICT DO NOTHING').run(hash, text);
};

export type StoredText = { sha256: Buffer; text: string | null };
export const iterateTexts = (db: ReadDb): IterableIterator<StoredText> =>
  db.prepare<[], StoredText>('SELECT sha256, text FROM article_text ORDER BY sha256').iterate();

export const countTexts = (db: ReadDb): number =>
  statement<[], number>(db, 'SELECT count(*) FROM article_text').pluck().get()!;

/**
 * `isNamed`: some article comes from it; one that none does may be what is left of an import that was cut off, or is still being
 * read.
 */
export type StoredSource = { id: number; sha256: Buffer; name: string; sizeBytes: number; isNamed: number };
export const listSources = (db: ReadDb): StoredSource[] =>
  statement<[], StoredSource>(
    db,
    `SELECT id, sha256, name, size_bytes AS sizeBytes,
       EXISTS (SELECT 1 FROM article a LEFT JOIN batch b ON b.id = a.batch_id
         WHERE a.source_id = s.id AND (b.id IS NULL OR b.state NOT IN ('open', 'removed'))) AS isNamed
     FROM source s ORDER BY id`,
  ).all();

/** A source's bytes in order; null for a chunk that was erased. */
export const iterateChunks = (db: ReadDb, sourceId: number): IterableIterator<{ bytes: Buffer | null }> =>
  db
    .prepare<[number], { bytes: Buffer | null }>('SELECT bytes FROM source_chunk WHERE source_id = ? ORDER BY n')
    .iterate(sourceId);
