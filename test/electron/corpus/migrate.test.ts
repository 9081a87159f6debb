import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { findForeignSchema } from '../../../electron/corpus/check-schema.ts';
import { APPLICATION_ID, migrate, migrations, readSchemaVersion } from '../../../electron/corpus/migrate.ts';
import { kinds, kindNames } from '../../../electron/corpus/model/kinds.ts';

const open = () => new BetterSqlite3(':memory:');

test('an empty file becomes a corpus of the newest version, marked as ours', () => {
  const db = open();
  migrate(db);
  expect(readSchemaVersion(db)).toBe(migrations.length);
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  expect(findForeignSchema(db, migrations.length)).toBeUndefined();
});

test('migrating twice changes nothing', () => {
  const db = open();
  migrate(db);
  const before = db.serialize();
  migrate(db);
  expect(db.serialize().equals(before)).toBe(true);
});

test('a migration that fails leaves the version and the tables as they were', () => {
  const db = open();
  db.exec('CREATE TABLE annotation (x)'); // what the first migration makes is there already
  expect(() => migrate(db)).toThrow(/already exists/u);
  expect(readSchemaVersion(db)).toBe(0);
  expect(db.prepare(`SELECT name FROM sqlite_schema`).pluck().all()).toEqual(['annotation']);
});

test('every table is strict, and nothing is deleted by cascade', () => {
  const db = open();
  migrate(db);
  const tables = db.prepare<[], { name: string; type: string; strict: number }>('PRAGMA table_list').all();
  // a full-text index makes its own tables
  const own = tables.filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'));
  expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
  expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%CASCADE%'`).pluck().get()).toBe(0);
});

test('every reference can be followed from its other end by an index', () => {
  const db = open();
  migrate(db);
  const named = db
    .prepare<[], { table: string; column: string }>(
      `SELECT t.name AS "table", f."from" AS "column" FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
       WHERE f."table" IN ('article', 'annotation', 'label', 'batch', 'outlet', 'article_text', 'entity', 'relation', 'review', 'annotator')`,
    )
    .all();
  // of these there are few, one a label or a publisher: a scan costs nothing
  const few = ['label_exclusion', 'outlet', 'outlet_alias'];
  const many = named.filter(({ table }) => !few.includes(table));
  expect(many.length).toBeGreaterThan(10);
  for (const { table, column } of many) {
    const plan = db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE ${column} = 1`)
      .all();
    expect(`${table}.${column}: ${plan[0]!.detail}`).toMatch(/SEARCH/u);
  }
});

test('every field of every kind has its column', () => {
  const db = open();
  migrate(db);
  for (const kind of kindNames) {
    const { columns, lists } = kinds[kind];
    const tables = [{ table: kind as string, columns }, ...Object.values(lists)];
    for (const { table, columns: fields } of tables) {
      const there = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
      const wanted = Object.entries(fields).map(([field, column]) => (column === 'value' ? field : `${field}_id`));
      expect(there).toEqual(expect.arrayContaining(wanted));
    }
  }
});
