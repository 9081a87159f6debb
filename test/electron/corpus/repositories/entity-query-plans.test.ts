import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WriteDb } from '../../../../electron/corpus/connection.ts';
import { entityTally, tallyStale } from '../../../../electron/corpus/derived/entity-tally.ts';
import { getEntity, listEntities } from '../../../../electron/corpus/repositories/entity-repository.ts';
import { listEntityForms } from '../../../../electron/corpus/repositories/propagation-repository.ts';
import { suggestEntities } from '../../../../electron/corpus/repositories/entity-suggest.ts';
import { resolveEntity } from '../../../../electron/corpus/repositories/resolve-entity.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { findEntityByRule } from '../../../../electron/services/entities/link-by-rule.ts';
import { listMentions } from '../../../../electron/services/entities/link-entities.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

let made: TestCorpus;
let entity: string;
let annotation: string;
beforeAll(async () => {
  made = createTestCorpus({ keep: true });
  const article = await made.importText(SAMPLE_TEXT);
  const fields = {
    label: 'actor',
    name: 'The council',
    aliases: [{ form: 'aldermen', outlet: null, neverAlone: false }],
    annotations: [],
  };
  entity = createEntity(made.corpus, made.sara, fields).uid;
  annotation = made.tag(article, 'actor', 48, 59).uid;
});
afterAll(() => made.remove());

/** The plans of all that `query` runs, on the connection that writes. */
function listPlans(query: (db: WriteDb) => unknown): string[] {
  const { db } = made.corpus.writer!;
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
  query(watched);
  return seen.flatMap((sql) => {
    const names = Object.fromEntries([...sql.matchAll(/@(\w+)/gu)].map(([, name]) => [name!, null]));
    const places = Array.from(sql.matchAll(/\?/gu), () => null);
    const plan = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...places, names);
    return plan.map(({ detail }) => detail);
  });
}

/** Tables that grow with the work. Entities and their sums are gone through: there are ten thousand of them, not a million. */
const large =
  /^SCAN (?:a|n|f|r|article|annotation|annotation_span|article_tally|entity_tally)\b(?! USING INDEX entity_tally_by_outlet)/u;

const page = { sort: 'count' as const, offset: 0, limit: 50, details: true };
test.each<[string, (db: WriteDb) => unknown]>([
  ['the list with counts by outlet', (db) => listEntities(db, {}, page)],
  ['the list of an outlet', (db) => listEntities(db, { outlets: ['x'], labels: ['actor'], query: 'c' }, page)],
  ['an entity with its forms', (db) => getEntity(db, entity)],
  ['an entity by uid, name or alias', (db) => [entity, 'the council', 'Aldermen'].map((ref) => resolveEntity(db, ref))],
  ['type-ahead', (db) => suggestEntities(db, { query: 'cou', limit: 10 })],
  ['the entity that a rule finds', (db) => findEntityByRule(db, 'x', 'The council', 'y')],
  ['the mentions of an entity', (db) => listMentions(db, entity, { byRule: false })],
  ['the names of an entity', (db) => listEntityForms(db, entity)],
  ['counting a stale article again', (db) => tallyStale(db)],
  [
    'marking an article as stale',
    (db) =>
      entityTally.follow(db, [
        { op: 'delete', kind: 'annotation', uid: annotation, article: 'z', before: {}, after: null },
        { op: 'update', kind: 'batch', uid: 'b', article: null, before: {}, after: { state: 'published' } },
      ]),
  ],
])('%s goes through no table that grows with the work', (_, query) => {
  const plans = listPlans(query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((detail) => large.test(detail))).toEqual([]);
});
