import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpectedError } from '#shared/errors';
import { rebuildTable } from '../../../../electron/corpus/derived/all-derived.ts';
import { entityTally } from '../../../../electron/corpus/derived/entity-tally.ts';
import { countAgain, countStale } from '../../../../electron/corpus/derived/stale-articles.ts';
import { toResult } from '../../../../electron/corpus/repositories/result-layer.ts';
import { listEntities } from '../../../../electron/corpus/repositories/entity-repository.ts';
import { removeAnnotations } from '../../../../electron/services/annotate.ts';
import { editArticle, markArticle } from '../../../../electron/services/edit-article.ts';
import { createEntity } from '../../../../electron/services/entities/edit-entity.ts';
import { confirmLinks, linkAnnotations } from '../../../../electron/services/entities/link-entities.ts';
import { mergeEntities, unmergeEntity } from '../../../../electron/services/entities/merge-entities.ts';
import { mergeOutlets } from '../../../../electron/services/outlets.ts';
import { createReview } from '../../../../electron/services/reviews.ts';
import { redo, undo } from '../../../../electron/services/undo.ts';
import { createTestCorpus, SAMPLE_TEXT, type TestCorpus } from '../../../helpers/corpus.ts';

const list = ({ corpus }: TestCorpus) =>
  listEntities(corpus.read, {}, { sort: 'name', offset: 0, limit: 100, details: true }).entities.map(
    ({ name, count, byRule, details }) => ({ name, count, byRule, forms: details!.forms }),
  );

/** The same from the annotations that count alone. */
function countByHand({ corpus }: TestCorpus) {
  const rows = corpus.read
    .prepare<[], { name: string; form: string; outlet: string | null; byRule: number }>(
      `SELECT s.name, f.quote AS form, p.name AS outlet, r.entity_link = 'rule' AS byRule
       FROM (${toResult('SELECT article_id FROM listed_article')}) r JOIN entity e ON e.id = r.entity_id
         JOIN entity s ON s.id = coalesce(e.merged_into_id, e.id) JOIN annotation_span f ON f.annotation_id = r.id
         JOIN article a ON a.id = r.article_id LEFT JOIN outlet o ON o.id = a.outlet_id
         LEFT JOIN outlet p ON p.id = coalesce(o.merged_into_id, o.id)`,
    )
    .all();
  const counted = new Map<string, number>();
  for (const { name, form, outlet, byRule } of rows)
    for (const key of [[name, form, outlet, 'all'], ...(byRule ? [[name, form, outlet, 'rule']] : [])].map(String))
      counted.set(key, (counted.get(key) ?? 0) + 1);
  return Object.fromEntries([...counted].sort());
}

const toCounts = (made: TestCorpus) =>
  Object.fromEntries(
    list(made)
      .flatMap(({ name, forms }) =>
        forms.flatMap(({ form, outlet, count, byRule }) => [
          [[name, form, outlet, 'all'].join(), count] as const,
          ...(byRule > 0 ? [[[name, form, outlet, 'rule'].join(), byRule] as const] : []),
        ]),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const tally = ({ corpus }: TestCorpus, most?: number) => {
  const { db } = corpus.writer!;
  return db.transaction(() => countAgain(db, most)).immediate();
};
const uidsOf = ({ corpus }: TestCorpus, table: string) =>
  corpus.read.prepare<[], string>(`SELECT uid FROM ${table} ORDER BY uid`).pluck().all();
/** One of the rows that are there; a name that nothing has where there is none. */
const pickUid = (made: TestCorpus, table: string, which: number): string => {
  const uids = uidsOf(made, table);
  return uids[which % Math.max(1, uids.length)] ?? 'nothing';
};

const problems = ({ corpus }: TestCorpus) => [...entityTally.listProblems!(corpus.read)];

type Act = (made: TestCorpus, which: number) => unknown;
const places = [
  [4, 11],
  [50, 61],
  [0, 15],
] as const;

/** What changes which mentions count, or for whom; a number chooses among what is there. */
const acts: readonly Act[] = [
  (made, which) => {
    const [start, end] = places[which % places.length]!;
    return made.tag(pickUid(made, 'article', which), 'actor', start, end, which % 2 === 0 ? 'Sara' : 'Omar');
  },
  (made, which) => removeAnnotations(made.corpus, made.sara, [pickUid(made, 'annotation', which)], true),
  (made, which) =>
    linkAnnotations(
      made.corpus,
      made.sara,
      [pickUid(made, 'annotation', which)],
      which % 3 === 0 ? null : pickUid(made, 'entity', which),
    ),
  (made, which) => confirmLinks(made.corpus, made.sara, { annotations: [pickUid(made, 'annotation', which)] }),
  (made, which) =>
    createEntity(made.corpus, made.sara, {
      label: 'actor',
      name: `Entity ${which}`,
      aliases:
        which % 2 === 0
          ? [{ form: SAMPLE_TEXT.slice(...places[which % places.length]!), outlet: null, neverAlone: false }]
          : [],
      annotations: [],
    }),
  (made, which) =>
    mergeEntities(made.corpus, made.sara, pickUid(made, 'entity', which), pickUid(made, 'entity', which + 1)),
  (made, which) => unmergeEntity(made.corpus, made.sara, pickUid(made, 'entity', which)),
  (made, which) => markArticle(made.corpus, made.person('Omar'), pickUid(made, 'article', which), 'done'),
  (made, which) =>
    editArticle(made.corpus, made.sara, pickUid(made, 'article', which), { outlet: `Outlet ${which % 3}` }),
  (made, which) =>
    mergeOutlets(made.corpus, made.sara, pickUid(made, 'outlet', which), pickUid(made, 'outlet', which + 1)),
  (made, which) =>
    createReview(made.corpus, made.person('Omar'), {
      annotation: pickUid(made, 'annotation', which),
      decision: 'rejected',
      reason: 'no actor',
      comment: '',
    }),
  (made, which) => made.import({ 'page.txt': `${SAMPLE_TEXT}${which % 3}\n` }, { options: { outlet: 'Outlet 1' } }),
  ({ corpus, sara }) => undo(corpus, sara, true),
  ({ corpus, sara }) => redo(corpus, sara, true),
  (made, which) => tally(made, 1 + (which % 2)),
];

test('after any acts the counts are those of the annotations that count, stale or counted again', async () => {
  const anyAct = fc.tuple(fc.nat({ max: acts.length - 1 }), fc.nat({ max: 30 }));
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 10, maxLength: 30 }), async (chosen) => {
      const made = createTestCorpus();
      try {
        await made.import({ 'first.txt': SAMPLE_TEXT }, { options: { outlet: 'Outlet 1' } });
        await acts[4]!(made, 0);
        await acts[0]!(made, 0);
        for (const [act, which] of chosen) {
          try {
            await acts[act]!(made, which);
          } catch (error) {
            if (!(error instanceof ExpectedError)) throw error; // refusals are part of it
          }
        }
        const byHand = countByHand(made);
        expect(toCounts(made)).toEqual(byHand);
        expect(problems(made)).toEqual([]);
        while (tally(made) > 0);
        expect(toCounts(made)).toEqual(byHand);
        expect(problems(made)).toEqual([]);
        const counted = list(made);
        Array.from(rebuildTable(made.corpus.writer!.db, entityTally));
        expect(list(made)).toEqual(counted);
      } finally {
        made.corpus.close();
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});

test('a tag marks its article as stale and counts nothing; what is counted again is stale no more', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  made.tag(article, 'actor', 4, 11);
  const { read } = made.corpus;
  const tallies = () => read.prepare('SELECT count(*) FROM article_tally').pluck().get();
  await acts[4]!(made, 0);
  made.tag(article, 'actor', 4, 11);
  expect([countStale(read), tallies()]).toEqual([1, 0]);
  tally(made);
  expect([countStale(read), tallies()]).toEqual([0, 1]);
});

test('a note, a new entity and a merge leave every count as it is', async () => {
  const made = createTestCorpus();
  const article = await made.importText(SAMPLE_TEXT);
  await acts[4]!(made, 0);
  made.tag(article, 'actor', 4, 11);
  tally(made);
  await acts[4]!(made, 1);
  mergeEntities(made.corpus, made.sara, 'Entity 0', 'Entity 1');
  expect(countStale(made.corpus.read)).toBe(0);
  expect(list(made)).toMatchObject([{ name: 'Entity 1', count: 1, byRule: 1 }]);
});

test('sums that are otherwise than what counts are a problem, each table by its name', async () => {
  const made = createTestCorpus();
  await made.import({ 'first.txt': SAMPLE_TEXT }, { options: { outlet: 'Outlet 1' } });
  await acts[4]!(made, 0);
  await acts[0]!(made, 0);
  while (tally(made) > 0);
  expect(problems(made)).toEqual([]);
  const raise = (table: string, by: number) =>
    made.corpus.writer!.db.prepare(`UPDATE ${table} SET n = n + ?`).run(BigInt(by));
  for (const table of ['article_tally', 'entity_tally', 'entity_total']) {
    raise(table, 1);
    expect(problems(made)).toContainEqual(expect.stringMatching(`^${table}: `));
    raise(table, -1);
    expect(problems(made)).toEqual([]);
  }
});
