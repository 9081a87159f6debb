import { existsSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { findHolder, isLock, takeWriterLock, type WriterLock } from '../../../electron/corpus/writer-lock.ts';
import { createTestFolder } from '../../helpers/corpus.ts';

const sara = { door: 'one door', pid: 7, at: '2026-01-02T03:04:05.000Z' };
const omar = { door: 'another door', pid: 8, at: '2026-01-02T03:04:06.000Z' };

test('whoever comes second is told who holds it, and gets it when it is given back', () => {
  const path = join(createTestFolder(), 'war.galley');
  const first = takeWriterLock(path, sara, 'n1') as WriterLock;
  expect(isLock(first)).toBe(true);
  expect(takeWriterLock(path, omar, 'n2')).toEqual(sara);
  expect(findHolder(path)).toEqual(sara);
  first.release();
  expect(existsSync(`${path}-lock`)).toBe(false);
  expect(findHolder(path)).toBeUndefined();
  const second = takeWriterLock(path, omar, 'n3') as WriterLock;
  expect(isLock(second)).toBe(true);
  expect(findHolder(path)).toEqual(omar);
  second.release();
});

test('looking for a holder makes no file', () => {
  const path = join(createTestFolder(), 'war.galley');
  expect(findHolder(path)).toBeUndefined();
  expect(existsSync(`${path}-lock`)).toBe(false);
});

test('a lock file that was left behind binds nobody', () => {
  const path = join(createTestFolder(), 'war.galley');
  const left = new BetterSqlite3(`${path}-lock`);
  left.exec(`CREATE TABLE holder (door TEXT, pid INTEGER, at TEXT, nonce TEXT) STRICT;
    INSERT INTO holder VALUES ('a door that was killed', 7, '', 'n1')`);
  left.close();
  expect(findHolder(path)).toBeUndefined();
  const second = takeWriterLock(path, omar, 'n2');
  expect(isLock(second)).toBe(true);
  (second as WriterLock).release();
});
