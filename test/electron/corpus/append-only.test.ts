import { describe, expect, test } from 'vitest';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../helpers/corpus.ts';

async function createFilled(): Promise<TestCorpus> {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', 0, 15);
  return made;
}

describe('by the connection that writes,', () => {
  test.each([
    ['a journal row is not changed', `UPDATE journal SET target = 'x' WHERE id = 3`],
    ['nor its payload written anew', `UPDATE journal SET payload = '{}' WHERE id = 3`],
    ['nor is it blanked together with its hash', `UPDATE journal SET payload = NULL, hash = zeroblob(32) WHERE id = 3`],
    ['nor moved', `UPDATE journal SET id = 99999 WHERE id = 3`],
    ['nor deleted', 'DELETE FROM journal WHERE id = 3'],
    [
      'nor replaced',
      `INSERT OR REPLACE INTO journal SELECT id, strand_id, number, lamport, step_id, op, kind, 'x', article_uid, payload,
         payload_sha256, hash FROM journal WHERE id = 3`,
    ],
    [
      'nor replaced by its place in the strand',
      `INSERT OR REPLACE INTO journal SELECT NULL, strand_id, number, lamport, step_id, op, kind, 'x', article_uid, payload,
         payload_sha256, hash FROM journal WHERE id = 3`,
    ],
    ['a text is not changed', `UPDATE article_text SET text = 'x'`],
    ['nor deleted', 'DELETE FROM article_text'],
    ['nor replaced', `INSERT OR REPLACE INTO article_text SELECT id, sha256, 'x' FROM article_text`],
    ['a source is not renamed', `UPDATE source SET name = 'x'`],
    ['nor deleted', 'DELETE FROM source'],
    ['a source’s bytes are not changed', `UPDATE source_chunk SET bytes = zeroblob(3)`],
    ['nor deleted', 'DELETE FROM source_chunk'],
    ['nor replaced', `INSERT OR REPLACE INTO source_chunk SELECT id, source_id, n, zeroblob(3) FROM source_chunk`],
  ])('%s', async (_, sql) => {
    const { corpus } = await createFilled();
    const dump = () =>
      ['journal', 'article_text', 'source', 'source_chunk'].map((table) =>
        corpus.read.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
      );
    const before = dump();
    expect(() => corpus.writer!.db.exec(sql)).toThrow(/append-only|only added to/u);
    expect(dump()).toEqual(before);
  });

  test('a payload can be blanked with its hash kept, which Erase will do', async () => {
    const { corpus } = await createFilled();
    corpus.writer!.db.exec(`UPDATE journal SET payload = NULL WHERE kind = 'annotation'`);
    corpus.writer!.db.exec('UPDATE article_text SET text = NULL; UPDATE source_chunk SET bytes = NULL');
    const erased = corpus.read.prepare('SELECT count(*) FROM journal WHERE payload IS NULL').pluck().get();
    expect(erased).toBe(1);
  });
});
