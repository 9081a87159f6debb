import { ExpectedError } from '#shared/errors';
import type { ConsistencyFix, ConsistencyRule, Repaired } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { isBlind } from '../../corpus/repositories/assignment-repository.ts';
import { hasTwin, isReviewed } from '../../corpus/repositories/consistency-repository.ts';
import { resolveAnnotation } from '../../corpus/repositories/resolve-uid.ts';
import { changeContent } from '../annotate-content.ts';
import { keepCodebookVersion } from '../codebook.ts';
import { removeDependents } from '../dependents.ts';
import { decide } from '../reviews.ts';
import { writeStep, type StepWriter } from '../write-step.ts';

/** `label`, `start` and `end`: as it was found. */
export type Repair = { annotation: string; label: string; start: number; end: number; fix: ConsistencyFix };

/** Mends findings as one step; what others made is reviewed, not changed. Errors: uid-ambiguous. */
export function fixFindings(corpus: Corpus, annotator: string, fixes: readonly Repair[]): Repaired {
  return writeStep(corpus, annotator, 'make consistent', (step) => {
    const done = { changed: 0, reviewed: 0, left: 0 };
    for (const repair of fixes) done[repairOne(corpus, step, annotator, repair)] += 1;
    return done;
  });
}

/** One that is gone, is not as it was found, or was decided on by somebody, is left as it is. */
function repairOne(corpus: Corpus, step: StepWriter, annotator: string, repair: Repair): keyof Repaired {
  const { annotation, fix } = repair;
  try {
    const uid = resolveAnnotation(step.db, annotation);
    const record = findRecord(step.db, 'annotation', uid)!;
    if (!isAsFound(step, uid, repair) || isBlind(step.db, record.article, annotator)) return 'left';
    if (record.annotator === annotator) {
      return changeOwn(step, uid, annotator, fix) ? 'changed' : 'left';
    }
    if (isReviewed(step.db, uid)) return 'left';
    const subject = { kind: 'annotation', uid } as const;
    const said = { reason: words.reason, comment: words.fix(fix) };
    if ('remove' in fix) decide(step, corpus, annotator, subject, { decision: 'rejected', ...said });
    else decide(step, corpus, annotator, subject, { decision: 'corrected', correction: toChanges(fix), ...said });
    return 'reviewed';
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code === 'uid-ambiguous') throw error;
    return 'left';
  }
}

/** Whether what was found still holds. */
function isAsFound({ db }: StepWriter, uid: string, { label, start, end, fix }: Repair): boolean {
  const { label: of, spans } = findRecord(db, 'annotation', uid)!;
  const isSame =
    findRecord(db, 'label', of)!.name === label && spans[0]!.start_offset === start && spans.at(-1)!.end_offset === end;
  if ('remove' in fix) return isSame && hasTwin(db, uid);
  return isSame && ('label' in fix || spans.length === 1);
}

/** Whether it is otherwise now. */
function changeOwn(step: StepWriter, uid: string, annotator: string, fix: ConsistencyFix): boolean {
  if ('remove' in fix) {
    removeDependents(step, uid, annotator, false);
    step.remove('annotation', uid);
    return true;
  }
  const before = findRecord(step.db, 'annotation', uid)!;
  const content = changeContent(step.db, before, toChanges(fix));
  if (content.label === before.label && JSON.stringify(content.spans) === JSON.stringify(before.spans)) return false;
  const version = 'label' in fix && { codebook_version: keepCodebookVersion(step) };
  step.update('annotation', uid, { ...content, ...version });
  return true;
}

const toChanges = (fix: Exclude<ConsistencyFix, { remove: true }>) =>
  'label' in fix ? { label: fix.label } : { spans: [{ start: fix.start, end: fix.end }] };

/** Says that a finding is right as it is, or takes that back. */
export function setExempt(
  corpus: Corpus,
  annotator: string,
  { rule, subject, isExempt }: { rule: ConsistencyRule; subject: string; isExempt: boolean },
): void {
  writeStep(corpus, annotator, 'exempt', (step) => {
    const uid = deriveUid('exemption', rule, subject);
    const isThere = findRecord(step.db, 'exemption', uid) !== undefined;
    if (isExempt && !isThere) step.insert('exemption', uid, { rule, subject, annotator });
    if (!isExempt && isThere) step.remove('exemption', uid);
  });
}
