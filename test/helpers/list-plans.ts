import type { WriteDb } from '../../electron/corpus/connection.ts';

/** The plans of all that `query` runs on a connection. */
export async function listPlans(db: WriteDb, query: (db: WriteDb) => unknown): Promise<string[]> {
  const seen: string[] = [];
  const prepare = db.prepare.bind(db);
  // every statement anew: those that are known already would not be seen
  const watched = new Proxy(db, {
    get(target, name) {
      if (name === 'prepare')
        return (sql: string) => {
          seen.push(sql);
          return prepare(sql);
        };
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  await query(watched);
  return seen.flatMap((sql) => {
    const names = Object.fromEntries([...sql.matchAll(/@(\w+)/gu)].map(([, name]) => [name!, null]));
    const places = Array.from(sql.matchAll(/\?/gu), () => null);
    const plan = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...places, names);
    return plan.map(({ detail }) => detail);
  });
}
