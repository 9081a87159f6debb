import BetterSqlite3 from 'better-sqlite3';

/** What stands behind this Galley. */
export function readVersions(): { sqlite: string; node: string } {
  const db = new BetterSqlite3(':memory:');
  try {
    const { sqlite } = db.prepare<[], { sqlite: string }>('SELECT sqlite_version() AS sqlite').get()!;
    return { sqlite, node: process.versions.node };
  } finally {
    db.close();
  }
}
