import { createHash } from 'node:crypto';
import { mergeMessages } from '#shared/messages/en/merge';
import { statement, type ReadDb, type WriteDb } from '../../corpus/connection.ts';
import { sha256Hex } from '../../corpus/journal/hash.ts';
import { enterSource, iterateChunks, keepChunk, keepText } from '../../corpus/repositories/source-repository.ts';

type SourceRow = {
  id: number;
  name: string;
  mediaType: string;
  sizeBytes: number;
  encoding: string;
  strayBytes: string;
};

/** Takes a text over from another copy, where it is not here. Throws where it is not what its hash says. */
export function copyText(db: WriteDb, theirs: ReadDb, hash: string): void {
  if (statement<[string], unknown>(db, 'SELECT 1 FROM article_text WHERE sha256 = unhex(?)').get(hash)) return;
  const text = statement<[string], string | null>(theirs, 'SELECT text FROM article_text WHERE sha256 = unhex(?)')
    .pluck()
    .get(hash);
  if (text === undefined || (text !== null && sha256Hex(text) !== hash))
    throw new Error(mergeMessages.unsound.text(hash));
  if (text !== null) return keepText(db, hash, text);
  statement(db, 'INSERT INTO article_text (sha256, text) VALUES (unhex(?), NULL)').run(hash);
}

/**
 * Takes a file's bytes over from another copy, chunk by chunk; between two, what was taken is written. Throws where they are not what
 * their hash says; an erased one has nothing to hash.
 */
export function* copySource(mine: ReadDb, theirs: ReadDb, hash: string): Generator<(db: WriteDb) => void> {
  if (hasWhole(mine, hash)) return;
  const source = statement<[string], SourceRow>(
    theirs,
    `SELECT id, name, media_type AS mediaType, size_bytes AS sizeBytes, encoding, stray_bytes AS strayBytes
     FROM source WHERE sha256 = unhex(?)`,
  ).get(hash);
  if (!source) throw new Error(mergeMessages.unsound.text(hash));
  const { id, strayBytes, ...rest } = source;
  yield (db) => enterSource(db, { ...rest, sha256: hash, strayBytes: JSON.parse(strayBytes) as number[] });
  const check = createHash('sha256');
  let n = 0;
  let isErased = false;
  for (const { bytes } of iterateChunks(theirs, id)) {
    const place = n;
    if (bytes === null) isErased = true;
    else {
      check.update(bytes);
      yield (db) => keepChunk(db, hash, place, bytes);
    }
    n += 1;
  }
  if (!isErased && n > 0 && check.digest('hex') !== hash) throw new Error(mergeMessages.unsound.text(hash));
}

const hasWhole = (mine: ReadDb, hash: string): boolean =>
  statement<[string], unknown>(
    mine,
    `SELECT 1 FROM source s WHERE sha256 = unhex(?)
       AND size_bytes <= (SELECT coalesce(sum(octet_length(bytes)), 0) FROM source_chunk WHERE source_id = s.id)`,
  ).get(hash) !== undefined;
