import { ExpectedError } from '#shared/errors';
import type { Annotation } from '#shared/domain/annotation';
import type { Span } from '#shared/domain/span';
import type { ReadDb } from '../corpus/connection.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { getAnnotation } from '../corpus/repositories/annotation-repository.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import { resolveAnnotation, resolveArticle } from '../corpus/repositories/resolve-uid.ts';
import { changeContent, makeContent, type ContentChanges } from './annotate-content.ts';
import { keepCodebookVersion } from './codebook.ts';
import { removeDependents } from './dependents.ts';
import { writeStep } from './write-step.ts';

export type NewAnnotation = ContentChanges & { article: string; label: string; spans: Span[] };

/** Tags spans of an article; a mention of a known name is linked to its entity by rule. Errors: those of `annotations:create`. */
export function createAnnotation(
  corpus: Corpus,
  annotator: string,
  { article: ref, ...content }: NewAnnotation,
): Annotation {
  return writeStep(corpus, annotator, 'tag', (step) => {
    const article = resolveArticle(step.db, ref);
    const uid = corpus.environment.newUid();
    step.insert('annotation', uid, {
      article,
      ...makeContent(step.db, article, content),
      annotator,
      layer: 'own',
      origin: 'hand',
      origin_reference: null,
      revises: null,
      codebook_version: keepCodebookVersion(step),
      note: '',
      batch: null,
    });
    return getAnnotation(step.db, uid);
  });
}

export type AnnotationChanges = ContentChanges & { note?: string | undefined };

/** Changes an annotation of the person's own. Errors: those of `annotations:update`. */
export function updateAnnotation(
  corpus: Corpus,
  annotator: string,
  ref: string,
  changes: AnnotationChanges,
): Annotation {
  return writeStep(corpus, annotator, 'change tag', (step) => {
    const uid = getOwn(step.db, annotator, ref);
    const before = findRecord(step.db, 'annotation', uid)!;
    const { note, ...content } = changes;
    const isOtherwise = content.label !== undefined || content.attributes !== undefined;
    step.update('annotation', uid, {
      ...changeContent(step.db, before, content),
      ...(isOtherwise && { codebook_version: keepCodebookVersion(step) }),
      ...(note !== undefined && { note }),
    });
    return getAnnotation(step.db, uid);
  });
}

/**
 * Removes annotations of the person's own as one step, with what of their own stands on them; gives how many.
 *
 * Where other people's work stands on them it is refused, unless `together` is set. Errors: those of `annotations:remove`.
 */
export function removeAnnotations(corpus: Corpus, annotator: string, refs: string[], together = false): number {
  return writeStep(corpus, annotator, 'remove tag', (step) => {
    const uids = new Set(refs.map((ref) => getOwn(step.db, annotator, ref)));
    for (const uid of uids) {
      if (!findRecord(step.db, 'annotation', uid)) continue; // a correction that went with what it revised
      removeDependents(step, uid, annotator, together);
      step.remove('annotation', uid);
    }
    return uids.size;
  });
}

/** Another's annotation is not edited but reviewed. Errors: annotation-of-another. */
function getOwn(db: ReadDb, annotator: string, ref: string): string {
  const uid = resolveAnnotation(db, ref);
  const record = findRecord(db, 'annotation', uid)!;
  if (record.annotator !== annotator) {
    const name = findAnnotatorByUid(db, record.annotator)?.name ?? record.annotator;
    throw new ExpectedError('annotation-of-another', { annotator: name });
  }
  return uid;
}
