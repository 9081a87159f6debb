import { ExpectedError } from '#shared/errors';
import { foldForm } from '#shared/text/fold';
import { statement, type ReadDb } from '../../corpus/connection.ts';
import { findRecord, isSeen } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { findAnnotatorByUid } from '../../corpus/repositories/annotator-repository.ts';
import { resolveEntity } from '../../corpus/repositories/resolve-entity.ts';
import { resolveAnnotation } from '../../corpus/repositories/resolve-uid.ts';
import { pause, type Job } from '../job.ts';
import { continueStep, openStep, writeStep, type StepWriter } from '../write-step.ts';
import { findEntityByRule } from './link-by-rule.ts';

type Mention = { id: number; uid: string; article: string; quote: string };

/** The words of annotation `n`, its parts in order. */
const WORDS = `(SELECT group_concat(f.quote, ' ' ORDER BY f.n) FROM annotation_span f WHERE f.annotation_id = n.id)`;

/** Links annotations of the person's own to an entity, or to none, as one step. Errors: those of `entities:link`. */
export function linkAnnotations(corpus: Corpus, annotator: string, refs: string[], ref: string | null): number {
  return writeStep(corpus, annotator, 'link entity', (step) =>
    linkOwn(step, annotator, refs, ref === null ? null : resolveEntity(step.db, ref)),
  );
}

/** Errors: annotation-unknown, uid-ambiguous, annotation-of-another, entity-unfit. */
export function linkOwn(step: StepWriter, annotator: string, refs: string[], entity: string | null): number {
  const target = entity === null ? null : findRecord(step.db, 'entity', entity)!;
  const uids = new Set(refs.map((ref) => resolveAnnotation(step.db, ref)));
  for (const uid of uids) {
    const record = findRecord(step.db, 'annotation', uid)!;
    if (record.annotator !== annotator)
      throw new ExpectedError('annotation-of-another', {
        annotator: findAnnotatorByUid(step.db, record.annotator)?.name ?? record.annotator,
      });
    if (target && record.label !== target.label)
      throw new ExpectedError('entity-unfit', {
        entity: target.name,
        label: findRecord(step.db, 'label', record.label)!.name,
      });
    step.update('annotation', uid, { entity, entity_link: entity === null ? null : 'person' });
  }
  return uids.size;
}

/** Which links by rule a person confirms: of these annotations, or of an entity: all, or those of one form as written. */
export type Unconfirmed = { annotations: string[] } | { entity: string; form?: string | undefined };

/**
 * Makes links by rule a person's word, as one step; gives how many. A confirmation takes nothing from what another tagged, so it
 * may be given of anybody's. Errors: those of `entities:confirm`.
 */
export function confirmLinks(corpus: Corpus, annotator: string, which: Unconfirmed): number {
  return writeStep(corpus, annotator, 'link entity', (step) => {
    const uids =
      'annotations' in which
        ? which.annotations.map((ref) => resolveAnnotation(step.db, ref))
        : listMentions(step.db, resolveEntity(step.db, which.entity), { byRule: true })
            .filter(({ quote }) => which.form === undefined || quote === which.form)
            .map(({ uid }) => uid);
    const byRule = uids.filter((uid) => findRecord(step.db, 'annotation', uid)!.entity_link === 'rule');
    for (const uid of byRule) step.update('annotation', uid, { entity_link: 'person' });
    return byRule.length;
  });
}

/** Annotations that mean an entity or one that was merged into it. Source: index `annotation_by_entity`. */
export const listMentions = (db: ReadDb, entity: string, { byRule }: { byRule: boolean }): Mention[] =>
  statement<[string, number], Mention>(
    db,
    `SELECT n.id, n.uid, a.uid AS article, ${WORDS} AS quote
     FROM entity s JOIN entity e ON e.id = s.id OR e.merged_into_id = s.id JOIN annotation n ON n.entity_id = e.id
       JOIN article a ON a.id = n.article_id
     WHERE s.uid = ? AND (n.entity_link = 'rule' OR NOT ?) AND ${isSeen('n')}`,
  ).all(entity, Number(byRule));

/** So many annotations are looked at between two pauses, and so many linked in one transaction. */
const LOOKED_AT_A_SLICE = 5000;
const LINKED_A_SLICE = 500;

/**
 * Links mentions that no entity was said of yet, anybody's, as if the entity's aliases had been there when they were tagged; one
 * step over several transactions. `form`: only those whose folded form is that of these words. Gives how many.
 *
 * Errors: cancelled, and those of `entities:link-form`.
 */
export async function linkForms(
  corpus: Corpus,
  annotator: string,
  { entity: ref, form }: { entity: string; form?: string | undefined },
  job: Job,
): Promise<number> {
  const { read } = corpus;
  const entity = resolveEntity(read, ref);
  const { label, name } = findRecord(read, 'entity', entity)!;
  const found: string[] = [];
  const { last } = statement<[], { last: number | null }>(read, 'SELECT max(id) AS last FROM annotation').get()!;
  const forms = listFolded(read, entity, form);
  for (let after = 0; after < (last ?? 0); after += LOOKED_AT_A_SLICE) {
    for (const { uid, article, quote } of listUnlinked(read, label, after))
      if (forms.has(foldForm(quote)) && findEntityByRule(read, label, quote, article) === entity) found.push(uid);
    job.report({ done: Math.min(after + LOOKED_AT_A_SLICE, last!), total: last!, what: name });
    await pause(job);
  }
  const step = openStep(corpus, annotator, 'link entity');
  let linked = 0;
  for (let from = 0; from < found.length; from += LINKED_A_SLICE) {
    linked += continueStep(corpus, step, (writer) =>
      linkUnlinked(writer, found.slice(from, from + LINKED_A_SLICE), entity),
    );
    job.report({ done: Math.min(from + LINKED_A_SLICE, found.length), total: found.length, what: name });
    await new Promise((resolve) => setImmediate(resolve)); // what is begun is ended: half of it would be no answer
  }
  return linked;
}

/** What was changed meanwhile is left as it is. */
function linkUnlinked(step: StepWriter, uids: readonly string[], entity: string): number {
  let linked = 0;
  for (const uid of uids) {
    if (findRecord(step.db, 'annotation', uid)?.entity !== null) continue;
    step.update('annotation', uid, { entity, entity_link: 'rule' });
    linked += 1;
  }
  return linked;
}

function listFolded(db: ReadDb, entity: string, form: string | undefined): Set<string> {
  const rows = statement<[string], { folded: string }>(
    db,
    `SELECT k.folded FROM entity s JOIN entity e ON e.id = s.id OR e.merged_into_id = s.id
       JOIN entity_alias k ON k.entity_id = e.id WHERE s.uid = ? AND ${isSeen('k')}`,
  ).all(entity);
  const only = form === undefined ? undefined : foldForm(form);
  return new Set(rows.map(({ folded }) => folded).filter((folded) => only === undefined || folded === only));
}

/** Annotations of a label that no entity was said of, of one slice of ids. */
const listUnlinked = (db: ReadDb, label: string, after: number): Mention[] =>
  statement<[number, number, string], Mention>(
    db,
    `SELECT n.id, n.uid, a.uid AS article, ${WORDS} AS quote FROM annotation n JOIN article a ON a.id = n.article_id
     WHERE n.id > ? AND n.id <= ? AND n.entity_id IS NULL AND n.label_id = (SELECT id FROM label WHERE uid = ?)
       AND ${isSeen('n')}`,
  ).all(after, after + LOOKED_AT_A_SLICE, label);
