import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldLog, LOG_TO_FOLD } from '../../../electron/corpus/fold-log.ts';
import { openForWriting } from '../../../electron/corpus/open-connection.ts';
import { createTestFolder } from '../../helpers/corpus.ts';

test('a log is folded into the file once there is enough of it, and by no commit before', () => {
  const path = join(createTestFolder(), 'log.sqlite');
  const db = openForWriting(path);
  try {
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, bytes BLOB)');
    foldLog(db);
    const before = statSync(path).size;
    const insert = db.prepare('INSERT INTO t (bytes) VALUES (zeroblob(100000))');
    for (let n = 0; n * 100_000 < LOG_TO_FOLD * 2; n += 1) insert.run();
    expect(statSync(path).size).toBe(before);
    foldLog(db);
    expect(statSync(path).size).toBeGreaterThan(LOG_TO_FOLD);
  } finally {
    db.close();
  }
});
