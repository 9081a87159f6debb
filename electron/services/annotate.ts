import { ExpectedError } from '#shared/errors';
import type { Annotation } from '#shared/domain/annotation';
import { overlaps, type Span } from '#shared/domain/span';
import { isGraphemeBorder } from '#shared/text/graphemes';
import type { ReadDb } from '../corpus/connection.ts';
import type { SpanRecord } from '../corpus/model/kinds.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { getAnnotation } from '../corpus/repositories/annotation-repository.ts';
import { findAnnotatorByUid } from '../corpus/repositories/annotator-repository.ts';
import { getArticleText } from '../corpus/repositories/article-repository.ts';
import { resolveAnnotation, resolveArticle } from '../corpus/repositories/resolve-uid.ts';
import { getLabelToTag, keepCodebookVersion } from './codebook.ts';
import { writeStep } from './write-step.ts';

/** Tags spans of an article. Errors: those of `annotations:create`. */
export function createAnnotation(
  corpus: Corpus,
  annotator: string,
  { article: ref, label: labelName, spans }: { article: string; label: string; spans: Span[] },
): Annotation {
  return writeStep(corpus, annotator, 'tag', (step) => {
    const article = resolveArticle(step.db, ref);
    const label = getLabelToTag(step.db, labelName);
    const uid = corpus.environment.newUid();
    step.insert('annotation', uid, {
      article,
      label: label.uid,
      annotator,
      layer: 'own',
      origin: 'hand',
      origin_reference: null,
      revises: null,
      codebook_version: keepCodebookVersion(step),
      note: '',
      batch: null,
      spans: toSpanRecords(getArticleText(step.db, article), spans),
    });
    return getAnnotation(step.db, uid);
  });
}

export type AnnotationChanges = { label?: string | undefined; spans?: Span[] | undefined; note?: string | undefined };

/** Changes an annotation of the person's own. Errors: those of `annotations:update`. */
export function updateAnnotation(
  corpus: Corpus,
  annotator: string,
  ref: string,
  changes: AnnotationChanges,
): Annotation {
  return writeStep(corpus, annotator, 'change tag', (step) => {
    const uid = getOwn(step.db, annotator, ref);
    const { article } = findRecord(step.db, 'annotation', uid)!;
    const { label, spans, note } = changes;
    step.update('annotation', uid, {
      ...(label !== undefined && {
        label: getLabelToTag(step.db, label).uid,
        codebook_version: keepCodebookVersion(step),
      }),
      ...(spans !== undefined && { spans: toSpanRecords(getArticleText(step.db, article), spans) }),
      ...(note !== undefined && { note }),
    });
    return getAnnotation(step.db, uid);
  });
}

/** Removes annotations of the person's own as one step; gives how many. Errors: those of `annotations:remove`. */
export function removeAnnotations(corpus: Corpus, annotator: string, refs: string[]): number {
  return writeStep(corpus, annotator, 'remove tag', (step) => {
    const uids = new Set(refs.map((ref) => getOwn(step.db, annotator, ref)));
    for (const uid of uids) step.remove('annotation', uid);
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

/** Spans in reading order with the words that stand there. Errors: span-past-end, span-splits-character, spans-overlap. */
function toSpanRecords(text: string, spans: Span[]): SpanRecord[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  ordered.forEach((span, n) => {
    if (span.end > text.length) throw new ExpectedError('span-past-end', { end: span.end, length: text.length });
    for (const offset of [span.start, span.end]) {
      if (!isGraphemeBorder(text, offset)) throw new ExpectedError('span-splits-character', { offset });
    }
    const before = ordered[n - 1];
    if (before && overlaps(before, span)) throw new ExpectedError('spans-overlap');
  });
  return ordered.map(({ start, end }) => ({ start_offset: start, end_offset: end, quote: text.slice(start, end) }));
}
