import { ExpectedError } from '#shared/errors';
import type { Correction } from '#shared/api/review-calls';
import type { ValuesInput } from '#shared/domain/attribute';
import type { CitedRule, Decision, Review } from '#shared/domain/review';
import type { Span } from '#shared/domain/span';
import { deriveUid } from '../corpus/derive-uid.ts';
import type { ReadDb } from '../corpus/connection.ts';
import { hashContent, hashSubject, type Subject } from '../corpus/model/hash-content.ts';
import type { Records } from '../corpus/model/kinds.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import { isBlind } from '../corpus/repositories/assignment-repository.ts';
import {
  resolveAnnotation,
  resolveArticle,
  resolveRelation,
  resolveReview,
} from '../corpus/repositories/resolve-uid.ts';
import { findCorrection, getReview } from '../corpus/repositories/review-repository.ts';
import { makeContent } from './annotate-content.ts';
import { getLabel, keepCodebookVersion } from './codebook.ts';
import { keepCorrection, takeCorrectionBack } from './corrections.ts';
import { removeStandingOn } from './dependents.ts';
import { makeNamed, type Naming } from './entities/make-named.ts';
import { writeStep, type StepWriter } from './write-step.ts';

type Opinion = {
  decision: Decision;
  reason: string;
  comment: string;
  rule?: CitedRule | null | undefined;
  correction?: Correction | undefined;
};
export type NewReview = Opinion & { annotation?: string | undefined; relation?: string | undefined };

/** Decides on another's annotation or relation, anew where the checker has decided before. Errors: those of `reviews:create`. */
export function createReview(
  corpus: Corpus,
  annotator: string,
  { annotation, relation, ...opinion }: NewReview,
): Review {
  return writeStep(corpus, annotator, 'review', (step) => {
    const subject: Subject =
      annotation === undefined
        ? { kind: 'relation', uid: resolveRelation(step.db, relation!) }
        : { kind: 'annotation', uid: resolveAnnotation(step.db, annotation) };
    checkSeen(step.db, subject, annotator);
    return decide(step, corpus, annotator, subject, opinion);
  });
}

/** Errors: still-blind. */
function checkSeen(db: ReadDb, subject: Subject, checker: string): void {
  if (listArticles(db, subject).some((article) => isBlind(db, article, checker)))
    throw new ExpectedError('still-blind');
}

/** The articles that an annotation, or the ends of a relation, are in; by uid. */
function listArticles(db: ReadDb, { kind, uid }: Subject): string[] {
  const relation = kind === 'relation' ? findRecord(db, 'relation', uid)! : undefined;
  const annotations = relation ? [relation.from_annotation, relation.to_annotation] : [uid];
  return annotations.map((each) => findRecord(db, 'annotation', each)!.article);
}

export type ReviewChanges = { [K in keyof Opinion]?: Opinion[K] | undefined };

/** Changes a review of the checker's own. Errors: those of `reviews:update`. */
export function updateReview(corpus: Corpus, annotator: string, ref: string, changes: ReviewChanges): Review {
  return writeStep(corpus, annotator, 'review', (step) => {
    const { subject, record } = getOwn(step.db, annotator, ref);
    checkSeen(step.db, subject, annotator);
    return decide(step, corpus, annotator, subject, {
      decision: changes.decision ?? record.decision,
      reason: changes.reason ?? record.reason,
      comment: changes.comment ?? record.comment,
      rule: changes.rule === undefined ? readRule(step.db, record) : changes.rule,
      correction: changes.correction,
    });
  });
}

/** Takes a review back, with its comments and its correction. Errors: those of `reviews:remove`. */
export function removeReview(corpus: Corpus, annotator: string, ref: string): void {
  writeStep(corpus, annotator, 'review', (step) => {
    const { uid, subject } = getOwn(step.db, annotator, ref);
    takeCorrectionBack(step, subject.uid, annotator);
    removeStandingOn(step, { kind: 'review', uid }, annotator, true); // an answer says nothing without its question
    step.remove('review', uid);
  });
}

/** Says something about a review. Errors: review-unknown, uid-ambiguous, still-blind. */
export function commentReview(corpus: Corpus, annotator: string, ref: string, text: string): Review {
  return writeStep(corpus, annotator, 'review', (step) => {
    const review = resolveReview(step.db, ref);
    checkSeen(step.db, toSubject(findRecord(step.db, 'review', review)!), annotator);
    step.insert('review_comment', corpus.environment.newUid(), { review, annotator, text });
    return getReview(step.db, review);
  });
}

/**
 * Decides on another's annotation or relation, as part of a step. `batch`: that of the long write that makes a correction.
 *
 * Errors: review-of-own, review-needs-reason, review-without-correction, review-needs-correction, and those of tagging.
 */
export function decide(
  step: StepWriter,
  corpus: Corpus,
  checker: string,
  subject: Subject,
  opinion: Opinion,
  batch: string | null = null,
): Review {
  const { decision, reason, comment, correction, rule } = opinion;
  if (findRecord(step.db, subject.kind, subject.uid)!.annotator === checker) throw new ExpectedError('review-of-own');
  if (decision !== 'accepted' && reason.trim() === '') throw new ExpectedError('review-needs-reason', { decision });
  if (correction && (decision !== 'corrected' || subject.kind === 'relation'))
    throw new ExpectedError('review-without-correction');

  if (decision !== 'corrected') takeCorrectionBack(step, subject.uid, checker);
  else if (correction) keepCorrection(step, corpus, checker, subject.uid, correction, batch);
  else if (findCorrection(step.db, subject.uid, checker) === undefined)
    throw new ExpectedError('review-needs-correction');

  // one a checker, so that whoever decides anew replaces their word, in every copy of the corpus
  const uid = deriveUid('review', subject.uid, checker);
  const said = {
    decision,
    reason,
    comment,
    content: hashSubject(step.db, subject),
    ...writeRule(step.db, rule ?? null),
  };
  if (findRecord(step.db, 'review', uid)) step.update('review', uid, said);
  else
    step.insert('review', uid, {
      annotation: null,
      relation: null,
      [subject.kind]: subject.uid,
      annotator: checker,
      ...said,
    });
  return getReview(step.db, uid);
}

/** What a checker puts into an article that whoever tagged it had left out. */
export type Missing = Omit<Opinion, 'decision' | 'correction'> &
  Naming & { article: string; label: string; spans: Span[]; attributes?: ValuesInput | undefined; note: string };

/** Errors: those of `reviews:missing`. */
export function addMissing(
  corpus: Corpus,
  checker: string,
  { article: ref, note, reason, comment, rule, ...content }: Missing,
): Review {
  return writeStep(corpus, checker, 'review', (step) => {
    const article = resolveArticle(step.db, ref);
    if (isBlind(step.db, article, checker)) throw new ExpectedError('still-blind');
    const annotation = corpus.environment.newUid();
    step.insert('annotation', annotation, {
      article,
      ...makeContent(step.db, article, makeNamed(corpus, step, content.label, content)),
      annotator: checker,
      layer: 'settled',
      origin: 'hand',
      origin_reference: null,
      revises: null,
      codebook_version: keepCodebookVersion(step),
      note,
      batch: null,
    });
    const uid = deriveUid('review', annotation, checker);
    step.insert('review', uid, {
      annotation,
      relation: null,
      annotator: checker,
      decision: 'accepted',
      reason,
      comment,
      content: hashContent(step.db, [annotation]),
      missing: 1,
      ...writeRule(step.db, rule ?? null),
    });
    return getReview(step.db, uid);
  });
}

/** Errors: label-unknown. */
const writeRule = (db: ReadDb, rule: CitedRule | null) => ({
  rule_label: rule === null ? null : getLabel(db, rule.label).uid,
  rule: rule?.text ?? null,
});

function readRule(db: ReadDb, { rule_label: label, rule: text }: Records['review']): CitedRule | null {
  return label == null || text == null ? null : { label: findRecord(db, 'label', label)!.name, text };
}

/** Errors: review-unknown, uid-ambiguous, review-of-another. */
function getOwn(db: ReadDb, annotator: string, ref: string) {
  const uid = resolveReview(db, ref);
  const record = findRecord(db, 'review', uid)!;
  if (record.annotator !== annotator) {
    const checker = findAnnotatorByUid(db, record.annotator)?.name ?? record.annotator;
    throw new ExpectedError('review-of-another', { checker });
  }
  return { uid, record, subject: toSubject(record) };
}

const toSubject = ({ annotation, relation }: Records['review']): Subject =>
  annotation === null ? { kind: 'relation', uid: relation! } : { kind: 'annotation', uid: annotation };
