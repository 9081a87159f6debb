/**
 * SQL that holds for a review `r` of the checker's own work `t`: two people turned out to be one after the one had checked what the other
 * made. What a checker found missing is their own from the start.
 */
const isOfOwn = (t: string) => `(r.annotator_id = ${t}.annotator_id AND r.missing IS NOT 1)`;

/**
 * The state that the reviews `r` of one subject `t` come to; `unreviewed` is SQL for what it is without any. A review of what has been
 * changed since does not count, nor does one of the checker's own work.
 */
const toState = (t: string, subject: string, unreviewed: string) => `
  (SELECT CASE
     WHEN count(*) = 0 THEN ${unreviewed}
     WHEN min(nullif(r.decision, 'unsure')) = max(nullif(r.decision, 'unsure'))
       AND (min(nullif(r.decision, 'unsure')) <> 'corrected' OR count(nullif(r.decision, 'unsure')) = 1)
       THEN min(nullif(r.decision, 'unsure'))
     ELSE 'unsure' END
   FROM review r WHERE ${subject} AND r.id NOT IN (SELECT review_id FROM stale_review) AND NOT ${isOfOwn(t)})`;

/** What is settled was looked at when it was settled: as a correction, or between people. */
const unreviewed = (t: string) =>
  `CASE WHEN ${t}.layer = 'own' THEN 'unchecked' WHEN ${t}.revises_id IS NULL THEN 'accepted' ELSE 'corrected' END`;

/**
 * SQL: what the reviews of an annotation come to, of which each checker has one (docs/decisions/0011-checking.md).
 *
 * Where checkers decided the same it is that; one who is unsure leaves it to the others. Where they differ, or each
 * corrected it in a way of their own, it is unsure until one of them decides anew. Source: index `review_by_annotation`.
 */
export const toStateOfAnnotation = (t: string) => toState(t, `r.annotation_id = ${t}.id`, unreviewed(t));

/** That of annotation `n`. */
export const STATE_OF_ANNOTATION = toStateOfAnnotation('n');

/** That of a relation, by the same rule. Source: index `review_by_relation`. */
export const toStateOfRelation = (t: string) => toState(t, `r.relation_id = ${t}.id`, unreviewed(t));
