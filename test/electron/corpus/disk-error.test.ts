import { expect, test } from 'vitest';
import { toDiskError } from '../../../electron/corpus/disk-error.ts';

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_IOERR_FSYNC', 'disk-failed'],
  ['EIO', 'disk-failed'],
  ['SQLITE_CANTOPEN', 'disk-failed'],
  ['SQLITE_CORRUPT', 'corpus-damaged'],
  ['SQLITE_CORRUPT_INDEX', 'corpus-damaged'],
  ['SQLITE_NOTADB', 'corpus-damaged'],
  ['SQLITE_BUSY', 'corpus-in-use'],
  ['SQLITE_READONLY_DBMOVED', 'corpus-read-only'],
])('%s is said as %s, with the file’s name', (code, expected) => {
  const error = toDiskError(Object.assign(new Error('detail'), { code }), '/somewhere/war.galley');
  expect(error?.code).toBe(expected);
  expect(error?.message).toContain('“war.galley”');
});

test('anything else is a bug', () => {
  expect(toDiskError(new TypeError('x'), 'war.galley')).toBeUndefined();
  expect(toDiskError(Object.assign(new Error(), { code: 'SQLITE_CONSTRAINT_UNIQUE' }), 'war.galley')).toBeUndefined();
});
