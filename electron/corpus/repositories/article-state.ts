import { isSeen } from '../model/rows.ts';
import { STATE_OF_ANNOTATION } from './annotation-state.ts';
import { toResult } from './result-layer.ts';

/** Whether annotation `n` of article `a` is one that a person made, or that was settled. */
const OF_ARTICLE = `n.article_id = a.id AND ${isSeen('n')}`;

const IS_REVIEWED = `
  EXISTS (SELECT 1 FROM annotation n WHERE ${OF_ARTICLE}
    AND (n.layer = 'settled' OR EXISTS (SELECT 1 FROM review r WHERE r.annotation_id = n.id)))`;

/** Somebody has said so, and nobody who works on it or has it assigned has not. */
const IS_DONE = `
  (EXISTS (SELECT 1 FROM article_work w WHERE w.article_id = a.id)
    AND NOT EXISTS (SELECT 1 FROM article_work w WHERE w.article_id = a.id AND w.state <> 'done')
    AND NOT EXISTS (SELECT 1 FROM assignment s WHERE s.article_id = a.id AND NOT EXISTS (
      SELECT 1 FROM article_work w WHERE w.article_id = a.id AND w.annotator_id = s.annotator_id)))`;

const IS_CHECKED = `
  NOT EXISTS (SELECT 1 FROM (${toResult('SELECT a.id')}) n WHERE ${STATE_OF_ANNOTATION} IN ('unchecked', 'unsure'))`;

/**
 * SQL: how far the work on article `a` is; never stored by hand. `@changed`: as JSON, ids of those that `listChangedSinceSettled` gives,
 * which are `changed` whatever else was done.
 *
 * Without reviews: `new` until somebody tags or marks it, `tagging` until all who work on it or have it assigned said
 * that they are done, then `done`. With any: `checked` where it is done and all that counts has a decision that is not
 * unsure, else `in review`.
 */
export const STATE_OF_ARTICLE = `
  CASE
    WHEN a.id IN (SELECT value FROM json_each(@changed)) THEN 'changed'
    WHEN ${IS_REVIEWED} THEN CASE WHEN ${IS_DONE} AND ${IS_CHECKED} THEN 'checked' ELSE 'in review' END
    WHEN ${IS_DONE} THEN 'done'
    WHEN EXISTS (SELECT 1 FROM article_work w WHERE w.article_id = a.id) THEN 'tagging'
    WHEN EXISTS (SELECT 1 FROM annotation n WHERE ${OF_ARTICLE}) THEN 'tagging'
    ELSE 'new'
  END`;
