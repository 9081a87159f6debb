import type { Span } from '#shared/domain/span';
import { type AnnotationId, EntityId, RuleId } from '#shared/domain/ids';
import type { PropagationRule } from '#shared/domain/propagation';
import { statement, type ReadDb } from '../connection.ts';
import { isSeen } from '../model/rows.ts';

/** Name of the outlet that uses an alias, or null where anybody may. */
export type EntityForm = { form: string; outlet: string | null };

/** The outlet of `o`, with all that were merged into the same. */
const STAYING_OUTLET = 's.id = coalesce(o.merged_into_id, o.id)';

/**
 * What an entity, or what it was merged into, is called, but for what says it never by itself. Source: index
 * `entity_alias_by_entity`.
 */
export const listEntityForms = (db: ReadDb, entity: string): EntityForm[] =>
  statement<[string], EntityForm>(
    db,
    `SELECT k.form, s.name AS outlet FROM entity n JOIN entity t ON t.id = coalesce(n.merged_into_id, n.id)
       JOIN entity e ON e.id = t.id OR e.merged_into_id = t.id JOIN entity_alias k ON k.entity_id = e.id
       LEFT JOIN outlet o ON o.id = k.outlet_id LEFT JOIN outlet s ON ${STAYING_OUTLET}
     WHERE n.uid = ? AND k.never_alone = 0 AND ${isSeen('k')} ORDER BY k.uid`,
  ).all(entity);

/** The outlet of an article by uid and name, with what it was merged into; undefined where it is not known. */
export const findOutletOf = (db: ReadDb, article: string): { uid: string; name: string } | undefined =>
  statement<[string], { uid: string; name: string }>(
    db,
    `SELECT s.uid, s.name FROM article a JOIN outlet o ON o.id = a.outlet_id JOIN outlet s ON ${STAYING_OUTLET}
     WHERE a.uid = ?`,
  ).get(article);

export type TaggedSpan = Span & { annotation: AnnotationId; label: string };

/**
 * Spans of a person's own annotations of an article with one of these labels, by uid, in reading order; seen or in `batch`. Source:
 * index `annotation_by_article`.
 */
export const listTaggedSpans = (
  db: ReadDb,
  of: { article: string; annotator: string; labels: readonly string[]; batch?: string },
): TaggedSpan[] =>
  statement<[object], TaggedSpan>(
    db,
    `SELECT f.start_offset AS start, f.end_offset AS end, n.uid AS annotation, l.uid AS label
     FROM annotation n JOIN annotation_span f ON f.annotation_id = n.id JOIN label l ON l.id = n.label_id
     WHERE n.article_id = (SELECT id FROM article WHERE uid = @article)
       AND +n.annotator_id = (SELECT id FROM annotator WHERE uid = @annotator) AND n.layer = 'own'
       AND l.uid IN (SELECT value FROM json_each(@labels))
       AND (${isSeen('n')} OR +n.batch_id = (SELECT id FROM batch WHERE uid = @batch))
     ORDER BY f.start_offset`,
  ).all({ ...of, labels: JSON.stringify(of.labels), batch: of.batch ?? null });

type RuleRow = Omit<PropagationRule, 'uid' | 'entityUid' | 'forms' | keyof Flags> & {
  id: number;
  uid: string;
  labelUid: string;
  entityUid: string | null;
} & { [F in keyof Flags]: number };
type Flags = Pick<
  PropagationRule,
  'wholeWord' | 'matchCase' | 'matchMarks' | 'matchLetters' | 'withAliases' | 'retired'
>;

const RULES = `
  SELECT r.id, r.uid, l.name AS label, l.uid AS labelUid, coalesce(g.name, e.name) AS entity, coalesce(g.uid, e.uid) AS entityUid,
    s.name AS outlet, p.name AS annotator, r.whole_word AS wholeWord, r.match_case AS matchCase,
    r.match_marks AS matchMarks, r.match_letters AS matchLetters, r.with_aliases AS withAliases, r.retired
  FROM propagation_rule r JOIN label l ON l.id = r.label_id JOIN annotator p ON p.id = r.annotator_id
    LEFT JOIN entity e ON e.id = r.entity_id LEFT JOIN entity g ON g.id = e.merged_into_id
    LEFT JOIN outlet o ON o.id = r.outlet_id LEFT JOIN outlet s ON ${STAYING_OUTLET}`;

/** Rules that were kept: those in use first, then by label and in the order that they were made in. */
export const listRules = (db: ReadDb): PropagationRule[] =>
  statement<[], RuleRow>(db, `${RULES} ORDER BY r.retired, l.name COLLATE NOCASE, r.uid`)
    .all()
    .map((row) => toRule(db, row));

export function getRule(db: ReadDb, uid: string): PropagationRule {
  const row = statement<[string], RuleRow>(db, `${RULES} WHERE r.uid = ?`).get(uid);
  if (!row) throw new Error(`There is no rule ${uid}`);
  return toRule(db, row);
}

/** A rule as finders need it: label and entity by uid. */
export type StandingRule = PropagationRule & { labelUid: string };

/** Rules in use whose label may be tagged with, for the articles of an outlet by name: those of the corpus, and its own. */
export const listStandingRules = (db: ReadDb, outlet: string | null): StandingRule[] =>
  statement<[string | null], RuleRow>(
    db,
    `${RULES} WHERE r.retired = 0 AND l.retired = 0 AND (s.name IS NULL OR s.name = ?) ORDER BY r.uid`,
  )
    .all(outlet)
    .map((row) => ({ ...toRule(db, row), labelUid: row.labelUid }));

function toRule(db: ReadDb, { id, labelUid: _, ...row }: RuleRow): PropagationRule {
  const forms = statement<[number], { form: string }>(
    db,
    'SELECT form FROM propagation_rule_form WHERE propagation_rule_id = ? ORDER BY n',
  ).all(id);
  return {
    ...row,
    uid: RuleId.parse(row.uid),
    entityUid: row.entityUid === null ? null : EntityId.parse(row.entityUid),
    forms: forms.map(({ form }) => form),
    wholeWord: row.wholeWord === 1,
    matchCase: row.matchCase === 1,
    matchMarks: row.matchMarks === 1,
    matchLetters: row.matchLetters === 1,
    withAliases: row.withAliases === 1,
    retired: row.retired === 1,
  };
}
