import type { Output } from '#shared/api/contract';
import type { Records } from '../corpus/model/kinds.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { resolveEntity } from '../corpus/repositories/resolve-entity.ts';
import { resolveAnnotation } from '../corpus/repositories/resolve-uid.ts';
import { changeContent } from './annotate-content.ts';
import { getLabelToTag, keepCodebookVersion } from './codebook.ts';
import type { Job } from './job.ts';
import { writeStep, type StepWriter } from './write-step.ts';

export type ManyChanges = { label?: string | undefined; entity?: string | null | undefined };

/** So many annotations are changed between two reports. */
const A_REPORT = 500;

/**
 * Changes the label or entity of many annotations as one step; others' are left, and those that an entity of another label would not
 * fit. Errors: those of `annotations:update-many`.
 */
export function updateAnnotations(
  corpus: Corpus,
  annotator: string,
  refs: readonly string[],
  changes: ManyChanges,
  report: Job['report'],
): Output<'annotations:update-many'> {
  return writeStep(corpus, annotator, 'change tag', (step) => {
    const fits = readTarget(step, changes);
    const uids = new Set(refs.map((ref) => resolveAnnotation(step.db, ref)));
    const count = { changed: 0, ofOthers: 0, unfit: 0 };
    let done = 0;
    for (const uid of uids) {
      if (done % A_REPORT === 0) report({ done, total: uids.size, what: 'change tag' });
      done += 1;
      const before = findRecord(step.db, 'annotation', uid)!;
      if (before.annotator !== annotator) count.ofOthers += 1;
      else if (!fits(before)) count.unfit += 1;
      else {
        const content = changeContent(step.db, before, changes);
        if (isSame(before, content)) continue;
        const isRelabelled = content.label !== before.label;
        const version = isRelabelled && { codebook_version: keepCodebookVersion(step) };
        step.update('annotation', uid, { ...content, ...version }, before);
        count.changed += 1;
      }
    }
    return count;
  });
}

/** Whether an annotation can mean the entity that is named; under a new label all of them can, or are refused. Errors: those of both. */
function readTarget({ db }: StepWriter, changes: ManyChanges): (before: Records['annotation']) => boolean {
  const label = changes.label === undefined ? undefined : getLabelToTag(db, changes.label);
  if (typeof changes.entity !== 'string' || label) return () => true;
  const entity = findRecord(db, 'entity', resolveEntity(db, changes.entity))!;
  return (before) => before.label === entity.label;
}

const isSame = (before: Records['annotation'], after: Partial<Records['annotation']>) =>
  (Object.keys(after) as (keyof typeof after)[]).every(
    (field) => JSON.stringify(before[field]) === JSON.stringify(after[field]),
  );
