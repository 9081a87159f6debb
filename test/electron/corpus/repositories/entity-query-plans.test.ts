import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WriteDb } from '../../../../electron/corpus/connection.ts';
import { entityTally } from '../../../../electron/corpus/derived/entity-tally.ts';
import { countAgain } from '../../../../electron/corpus/derived/stale-articles.ts';
import { getEntity, listEntities } from '../../../../electron/corpus/repositories/entity-repository.ts';
import { listEntityForms } from '../../../../electron/corpus/repositories/propagation-repository.ts';
import { suggestEntities } from '../../../../electron/corpus/repositories/entity-suggest.ts';
import { resolveEntity } from '../../../../electron/corpus/repositories/resolve-entity.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { findEntityByRule } from '../../../../electron/services/entities/link-by-rule.ts';
import { listMentions } from '../../../../electron/services/entities/link-entities.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';
import { listPlans } from '../../../helpers/list-plans.ts';

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
  ['counting a stale article again', (db) => countAgain(db)],
  [
    'marking an article as stale',
    (db) =>
      entityTally.follow(db, [
        { op: 'delete', kind: 'annotation', uid: annotation, article: 'z', before: {}, after: null },
        { op: 'update', kind: 'batch', uid: 'b', article: null, before: {}, after: { state: 'published' } },
      ]),
  ],
])('%s goes through no table that grows with the work', async (_, query) => {
  const plans = await listPlans(made.corpus.writer!.db, query);
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.filter((detail) => large.test(detail))).toEqual([]);
});
