import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCorpus } from '../../../../electron/corpus/open-corpus.ts';
import { CHUNK_BYTES } from '../../../../electron/corpus/repositories/source-repository.ts';
import type { ReadDb } from '../../../../electron/corpus/connection.ts';
import { sha256Hex } from '../../../../electron/corpus/journal/hash.ts';
import { cutPackage } from '../../../../electron/services/hand-out/cut-package.ts';
import { createEnvironment, noJob } from '../../../helpers/corpus.ts';
import { forkCorpora, merge, problemsOf } from '../../../helpers/merge.ts';

/** What a file's chunks come to, chunk by chunk in their order, and whether that is what its hash says. */
function listChunks(db: ReadDb) {
  const rows = db
    .prepare<[], { hash: string; bytes: Buffer }>(
      `SELECT lower(hex(s.sha256)) AS hash, c.bytes FROM source s JOIN source_chunk c ON c.source_id = s.id
       WHERE s.name = 'ferry.html' ORDER BY c.n`,
    )
    .all();
  const isWhole = rows[0]?.hash === sha256Hex(Buffer.concat(rows.map(({ bytes }) => bytes)));
  return { chunks: rows.map(({ bytes }) => bytes.length), isWhole };
}

test('a file of several chunks comes over whole, by a merge and in a package', async () => {
  const { copies } = await forkCorpora(2);
  const [mine, theirs] = copies as [(typeof copies)[0], (typeof copies)[0]];
  const filler = Array.from({ length: CHUNK_BYTES / 8 }, (_, n) => n.toString(16).padStart(8, '0')).join('');
  const page = `<html><body><!-- ${filler} --><h1>The ferry</h1><p>It sails again.</p></body></html>`;
  await theirs.import({ 'ferry.html': page });
  const whole = { chunks: [CHUNK_BYTES, page.length - CHUNK_BYTES], isWhole: true };
  expect(listChunks(theirs.corpus.read)).toEqual(whole);

  await merge(mine, theirs);
  expect(listChunks(mine.corpus.read)).toEqual(whole);
  expect(await problemsOf(mine)).toEqual([]);
  const path = join(mine.folder, 'for-omar.galley');
  await cutPackage(mine.corpus, mine.sara, { for: 'Omar', filter: {}, isBlind: true }, path, noJob);
  const handed = openCorpus(path, 'read', createEnvironment(9));
  expect(listChunks(handed.read)).toEqual(whole);
  handed.close();
});
