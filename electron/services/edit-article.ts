import type { ArticleChanges, ArticleSummary, WorkState } from '#shared/domain/article';
import { toDateParts } from '#shared/domain/partial-date';
import { deriveUid } from '../corpus/derive-uid.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { getArticleSummary } from '../corpus/repositories/article-repository.ts';
import { findOutletUid } from '../corpus/repositories/outlet-repository.ts';
import { resolveArticle } from '../corpus/repositories/resolve-uid.ts';
import { writeStep, type StepWriter } from './write-step.ts';

const unknownDate = { year: null, month: null, day: null };

/** Sets what is known about an article; its text stays. Errors: article-unknown, uid-ambiguous. */
export function editArticle(corpus: Corpus, annotator: string, ref: string, changes: ArticleChanges): ArticleSummary {
  return writeStep(corpus, annotator, 'edit article', (step) => {
    const uid = resolveArticle(step.db, ref);
    const { title, byline, outlet, date } = changes;
    step.update('article', uid, {
      ...(title !== undefined && { title }),
      ...(byline !== undefined && { byline }),
      ...(outlet !== undefined && { outlet: outlet === null ? null : ensureOutlet(step, corpus, outlet, null) }),
      ...(date !== undefined && (date === null ? unknownDate : toDateParts(date))),
    });
    return getArticleSummary(step.db, uid, annotator);
  });
}

/**
 * The uid of the outlet of that name, made where there is none.
 *
 * `batch`: where a new one is put; one that an undone import left hidden is taken into it, and so seen again.
 */
export function ensureOutlet(step: StepWriter, corpus: Corpus, name: string, batch: string | null): string {
  const known = findOutletUid(step.db, name);
  if (known === undefined) {
    const uid = corpus.environment.newUid();
    step.insert('outlet', uid, { name, entity: null, merged_into: null, batch, aliases: [] });
    return uid;
  }
  const record = findRecord(step.db, 'outlet', known)!;
  const state = record.batch === null ? 'published' : findRecord(step.db, 'batch', record.batch)!.state;
  if (state !== 'published' && record.batch !== batch) step.update('outlet', known, { batch });
  return known;
}

/** Says how far the person is with an article. Errors: article-unknown, uid-ambiguous. */
export function markArticle(corpus: Corpus, annotator: string, ref: string, state: WorkState): ArticleSummary {
  return writeStep(corpus, annotator, 'mark article', (step) => {
    const article = resolveArticle(step.db, ref);
    const uid = deriveUid('article_work', article, annotator);
    if (findRecord(step.db, 'article_work', uid)) step.update('article_work', uid, { state });
    else step.insert('article_work', uid, { article, annotator, state });
    return getArticleSummary(step.db, article, annotator);
  });
}
