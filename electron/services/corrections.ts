import { ExpectedError } from '#shared/errors';
import type { Correction } from '#shared/api/review-calls';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findCorrection } from '../corpus/repositories/review-repository.ts';
import { changeContent, type Content } from './annotate-content.ts';
import { keepCodebookVersion } from './codebook.ts';
import { removeDependents } from './dependents.ts';
import { makeNamed } from './entities/make-named.ts';
import type { StepWriter } from './write-step.ts';

/**
 * Makes or changes the checker's correction of an annotation: one in the settled layer that revises it, with the entity that it names
 * where that is to be made. `batch`: that of the long write that makes it.
 *
 * Errors: review-needs-correction where nothing would be other than it is, and those of tagging and of `insertEntity`.
 */
export function keepCorrection(
  step: StepWriter,
  corpus: Corpus,
  checker: string,
  subject: string,
  { note: newNote, ...changes }: Correction,
  batch: string | null = null,
): void {
  const revised = findRecord(step.db, 'annotation', subject)!;
  const known = findCorrection(step.db, subject, checker);
  const before = known === undefined ? revised : findRecord(step.db, 'annotation', known)!;
  const label = changes.label ?? findRecord(step.db, 'label', before.label)!.name;
  const content = changeContent(step.db, before, makeNamed(corpus, step, label, changes));
  if (isSame(revised, content)) throw new ExpectedError('review-needs-correction');

  const note = newNote ?? (known === undefined ? '' : before.note);
  const changed = { ...content, note, codebook_version: keepCodebookVersion(step) };
  if (known !== undefined) return step.update('annotation', known, changed);
  step.insert('annotation', corpus.environment.newUid(), {
    ...revised,
    ...changed,
    annotator: checker,
    layer: 'settled',
    origin: 'hand',
    origin_reference: null,
    revises: subject,
    batch,
  });
}

/** Removes the checker's correction of an annotation or relation, if there is one. Errors: annotation-in-use. */
export function takeCorrectionBack(step: StepWriter, subject: string, checker: string): void {
  const known = findCorrection(step.db, subject, checker);
  if (known === undefined) return;
  removeDependents(step, known, checker, false);
  step.remove('annotation', known);
}

/** Whether two say the same; who linked the entity is nothing that they say. */
const isSame = (a: Content, b: Content) =>
  (['label', 'spans', 'entity', 'values'] as const).every(
    (field) => JSON.stringify(a[field]) === JSON.stringify(b[field]),
  );
