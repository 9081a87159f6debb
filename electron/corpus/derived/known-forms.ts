import { verifyMessages } from '#shared/messages/en/verify';
import { toNameForm } from '#shared/text/name-forms';
import { statement, type ReadDb, type WriteDb } from '../connection.ts';
import type { Records } from '../model/kinds.ts';
import { findRecord, isSeen } from '../model/rows.ts';
import type { Derived, RebuildProgress, RowChange } from './derived.ts';

/** What an annotation is counted by: words that it has in one piece, its label and the entity that it names. */
type Counted = Pick<Records['annotation'], 'label' | 'entity' | 'batch' | 'spans'>;
/** So many annotations tagged these words as this, by uids; no entity: empty. */
export type Tally = { written: string; label: string; entity: string; n: number };

/** Unit: words; what is longer is hardly a name. */
const MOST_WORDS = 8;
/** Unit: UTF-16. */
const LONGEST = 200;
/** So many annotations are counted in one transaction of a rebuild: about 20 ms, so that a tag hardly waits. */
const SLICE = 2000;
/** After every uid. */
const ALL = 'g';

/** How far a rebuild that goes on is, by uid: what follows is not counted yet. */
const rebuiltUpTo = new WeakMap<ReadDb, string>();

const FIELDS = ['label', 'entity', 'batch', 'spans'];
const tells = ({ kind, op, after }: RowChange) =>
  kind === 'annotation' && (op !== 'update' || FIELDS.some((field) => field in after!));

/**
 * SQL: annotations `n` that a condition allows, counted by their words, label and entity.
 *
 * Columns: those of a tally.
 */
const toTallies = (condition: string) => `
  SELECT f.quote AS written, (SELECT uid FROM label WHERE id = n.label_id) AS label,
    coalesce((SELECT uid FROM entity WHERE id = n.entity_id), '') AS entity, count(*) AS n
  FROM annotation n JOIN annotation_span f ON f.annotation_id = n.id AND f.n = 0
  WHERE ${condition}
    AND NOT EXISTS (SELECT 1 FROM annotation_span g WHERE g.annotation_id = n.id AND g.n = 1)
  GROUP BY f.quote, n.label_id, n.entity_id`;

/** What other people's annotations of an article give to the counts. Source: index `annotation_by_article`. */
export const listTalliesOfOthers = (db: ReadDb, article: string, annotator: string): Tally[] =>
  statement<[string, string], Tally>(
    db,
    toTallies(`n.article_id = (SELECT id FROM article WHERE uid = ?)
      AND +n.annotator_id <> (SELECT id FROM annotator WHERE uid = ?) AND ${isSeen('n')}`),
  ).all(article, annotator);

const toKnownForm = (written: string) => (written.length > LONGEST ? undefined : toNameForm(written, MOST_WORDS));

/** Adds to the counts, and takes away where `n` is negative. */
function add(db: WriteDb, tallies: Iterable<Tally>, sign: 1 | -1 = 1): void {
  const insert = statement(
    db,
    `INSERT INTO known_form (first_word, form, written, label, entity, n) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET n = n + excluded.n`,
  );
  const drop = statement(
    db,
    'DELETE FROM known_form WHERE first_word = ? AND form = ? AND written = ? AND label = ? AND entity = ? AND n = 0',
  );
  for (const { written, label, entity, n } of tallies) {
    const known = toKnownForm(written);
    if (!known) continue;
    const key = [known.firstWord, known.form, written, label, entity];
    insert.run(...key, sign * n);
    if (sign * n < 0) drop.run(...key);
  }
}

const listTallies = ({ label, entity, spans }: Counted): Tally[] =>
  spans.length === 1 ? [{ written: spans[0]!.quote, label, entity: entity ?? '', n: 1 }] : [];

/** An annotation before the changes of a transaction and after; undefined where it was not there, or is not. */
function findEnds(
  db: ReadDb,
  uid: string,
  changes: readonly RowChange[],
): { before: Counted | undefined; after: Counted | undefined } {
  const last = changes.at(-1)!;
  const isWhole = changes.length === 1 && last.op === 'insert';
  const after = (isWhole ? last.after : last.op === 'delete' ? undefined : findRecord(db, 'annotation', uid)) as
    Counted | undefined;
  const before = changes.reduceRight<Counted | undefined>((state, change) => {
    if (change.op === 'insert') return undefined;
    return { ...state, ...change.before } as Counted;
  }, after);
  return { before, after };
}

type Sight = { before: boolean; after: boolean };

/** Tells whether rows of a batch were seen before a transaction, and are after it. */
function watchBatches(db: ReadDb, changes: readonly RowChange[]): (batch: string) => Sight {
  const changed = changes.filter(({ kind, op, before }) => kind === 'batch' && (op !== 'update' || 'state' in before!));
  const state = statement<[string], { state: string }>(db, 'SELECT state FROM batch WHERE uid = ?');
  const known = new Map<string, Sight>();
  return (batch) => {
    let sight = known.get(batch);
    if (!sight) {
      const now = state.get(batch)?.state;
      const first = changed.find(({ uid }) => uid === batch);
      sight = { before: (first ? first.before?.['state'] : now) === 'published', after: now === 'published' };
      known.set(batch, sight);
    }
    return sight;
  };
}

/** How far the counts are, by uid of annotations; undefined where there are none yet. */
function findReach(db: ReadDb): string | undefined {
  const row = statement<[string], { version: number }>(db, 'SELECT version FROM derived WHERE name = ?').get(
    knownForms.name,
  );
  return row?.version === knownForms.version ? ALL : rebuiltUpTo.get(db);
}

/** Counts anew, so many annotations a slice; what is tagged meanwhile is counted by whoever comes to it first. */
export function* rebuildKnownForms(db: WriteDb, most = SLICE): Generator<RebuildProgress> {
  db.exec('DELETE FROM known_form');
  rebuiltUpTo.set(db, '');
  const total = statement<[], { n: number }>(db, 'SELECT count(*) AS n FROM annotation').get()!.n;
  const next = statement<[string, number], { uid: string }>(
    db,
    'SELECT uid FROM annotation WHERE uid > ? ORDER BY uid LIMIT 1 OFFSET ?',
  );
  const slice = statement<[string, string], Tally>(db, toTallies(`n.uid > ? AND n.uid <= ? AND ${isSeen('n')}`));
  for (let done = 0; ; done += most) {
    const from = rebuiltUpTo.get(db)!;
    const to = next.get(from, most - 1)?.uid ?? ALL;
    add(db, slice.all(from, to));
    rebuiltUpTo.set(db, to);
    if (to === ALL) return;
    yield { done: done + most, total };
  }
}

/**
 * Which words were tagged as what, by label and entity, and how often: seen annotations of all layers, of one piece. What is
 * suggested in other articles rests on it, so it is there in the moment that a tag is.
 */
export const knownForms: Derived = {
  name: 'known_form',
  version: 1,
  isQuick: false,

  follow(db, changes) {
    const touched = Map.groupBy(changes.filter(tells), ({ uid }) => uid);
    const batches = new Set(
      changes.filter(({ kind, op }) => kind === 'batch' && op === 'update').map(({ uid }) => uid),
    );
    if (touched.size === 0 && batches.size === 0) return;
    const reach = findReach(db);
    if (reach === undefined) return;
    const getSight = watchBatches(db, changes);
    const always: Sight = { before: true, after: true };
    for (const [uid, own] of touched) {
      if (uid > reach) continue;
      const { before, after } = findEnds(db, uid, own);
      const see = ({ batch }: Counted) => (batch === null ? always : getSight(batch));
      if (before && see(before).before) add(db, listTallies(before), -1);
      if (after && see(after).after) add(db, listTallies(after));
    }
    for (const batch of batches) {
      const { before, after } = getSight(batch);
      if (before === after) continue;
      const tallies = statement<[string, string, string], Tally>(
        db,
        toTallies(`n.batch_id = (SELECT id FROM batch WHERE uid = ?) AND n.uid <= ?
          AND n.uid NOT IN (SELECT value FROM json_each(?))`),
      ).all(batch, reach, JSON.stringify([...touched.keys()]));
      add(db, tallies, after ? 1 : -1);
    }
  },

  *listProblems(db) {
    const rows = statement<[], Tally>(db, 'SELECT written, label, entity, n FROM known_form').iterate();
    const toKey = ({ written, label, entity }: Tally) => JSON.stringify([written, label, entity]);
    const there = new Map(Array.from(rows, (row) => [toKey(row), row.n]));
    let n = 0;
    for (const tally of db.prepare<[], Tally>(toTallies(isSeen('n'))).iterate()) {
      if (!toKnownForm(tally.written)) continue;
      const key = toKey(tally);
      if (there.get(key) !== tally.n) n += 1;
      there.delete(key);
    }
    n += there.size;
    if (n > 0) yield verifyMessages.derivedDiffers('known_form', n);
  },

  rebuild: (db) => rebuildKnownForms(db),
};
