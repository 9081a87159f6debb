import { ExpectedError } from '#shared/errors';
import type { ConsistencyFix, ConsistencyRule, Repaired } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import type { ReadDb } from '../../corpus/connection.ts';
import { deriveUid } from '../../corpus/derive-uid.ts';
import { isStandingWork } from '../../corpus/journal/steps.ts';
import type { Records } from '../../corpus/model/kinds.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { isBlind } from '../../corpus/repositories/assignment-repository.ts';
import { hasTwin, isReviewed } from '../../corpus/repositories/consistency-repository.ts';
import { resolveAnnotation } from '../../corpus/repositories/resolve-uid.ts';
import { changeContent } from '../annotate-content.ts';
import { keepCodebookVersion } from '../codebook.ts';
import { removeDependents } from '../dependents.ts';
import { findEntityByRule } from '../entities/link-by-rule.ts';
import { pause, type Job } from '../job.ts';
import { decide } from '../reviews.ts';
import { undoStep } from '../undo.ts';
import { continueStep, openStep, writeStep, type StepWriter } from '../write-step.ts';
import { trimParts } from './loose-edge.ts';

/** `label`, `start` and `end`: as it was found. */
export type Repair = { annotation: string; label: string; start: number; end: number; fix: ConsistencyFix };

/** So many are mended in one transaction: some 20 ms, so that a tag hardly waits. */
const SLICE = 12;

/**
 * Mends findings as one step, in short transactions: each repair is right by itself. What others made is reviewed, not changed. One that
 * is stopped is taken back. Errors: those of `consistency:fix`.
 */
export async function fixFindings(
  corpus: Corpus,
  annotator: string,
  fixes: readonly Repair[],
  job: Job,
): Promise<Repaired> {
  const step = openStep(corpus, annotator, 'make consistent');
  const done: Repaired = { changed: 0, reviewed: 0, left: 0 };
  try {
    for (let from = 0; from < fixes.length; from += SLICE) {
      job.report({ done: from, total: fixes.length, what: words.annotations });
      await pause(job);
      // somebody may have undone it meanwhile: what comes now would stand on nothing
      if (step.id !== null && !isStandingWork(corpus.read, step.id)) throw new ExpectedError('cancelled');
      continueStep(corpus, step, (writer) => {
        for (const repair of fixes.slice(from, from + SLICE)) done[repairOne(corpus, writer, annotator, repair)] += 1;
      });
    }
  } catch (error) {
    if (step.id !== null && isStandingWork(corpus.read, step.id)) undoStep(corpus, annotator, step.id);
    throw error;
  }
  job.report({ done: fixes.length, total: fixes.length, what: words.annotations });
  return done;
}

/** One that is gone, is not as it was found, or was decided on by somebody, is left as it is. */
function repairOne(corpus: Corpus, step: StepWriter, annotator: string, repair: Repair): keyof Repaired {
  const { annotation, fix } = repair;
  try {
    const uid = resolveAnnotation(step.db, annotation);
    const record = findRecord(step.db, 'annotation', uid)!;
    if (!isAsFound(step.db, uid, record, repair) || isBlind(step.db, record.article, annotator)) return 'left';
    if (record.annotator === annotator) return changeOwn(step, uid, record, fix) ? 'changed' : 'left';
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

type Annotation = Records['annotation'];

/** Whether what was found still holds. */
function isAsFound(db: ReadDb, uid: string, record: Annotation, { label, start, end, fix }: Repair): boolean {
  const { spans } = record;
  if (findRecord(db, 'label', record.label)!.name !== label) return false;
  if (spans[0]!.start_offset !== start || spans.at(-1)!.end_offset !== end) return false;
  if ('remove' in fix) return hasTwin(db, uid);
  if ('entity' in fix) {
    const quote = spans.map((span) => span.quote).join(' ');
    return record.entity === null && findEntityByRule(db, record.label, quote, record.article) === fix.entity;
  }
  if ('label' in fix) return true;
  const parts = spans.map((span) => ({ start: span.start_offset, end: span.end_offset, quote: span.quote }));
  const trimmed = trimParts(parts)?.map((part) => ({ start: part.start, end: part.end }));
  return JSON.stringify(trimmed) === JSON.stringify(fix.spans.map((span) => ({ start: span.start, end: span.end })));
}

/** Whether it is otherwise now. */
function changeOwn(step: StepWriter, uid: string, before: Annotation, fix: ConsistencyFix): boolean {
  if ('remove' in fix) {
    removeDependents(step, uid, before.annotator, false);
    step.remove('annotation', uid);
    return true;
  }
  const content = changeContent(step.db, before, toChanges(fix));
  const isSame = (['label', 'spans', 'entity'] as const).every(
    (field) => JSON.stringify(content[field]) === JSON.stringify(before[field]),
  );
  if (isSame) return false;
  const version = 'label' in fix && { codebook_version: keepCodebookVersion(step) };
  step.update('annotation', uid, { ...content, ...version }, before);
  return true;
}

function toChanges(fix: Exclude<ConsistencyFix, { remove: true }>) {
  if ('label' in fix) return { label: fix.label };
  return 'entity' in fix ? { entity: fix.entity } : { spans: fix.spans };
}

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
