import { ExpectedError } from '#shared/errors';
import type { ValuesInput } from '#shared/domain/attribute';
import type { CitedRule } from '#shared/domain/review';
import { isSettled, type Adjudication, type Difference, type SettlementDecision } from '#shared/domain/settlement';
import type { Span } from '#shared/domain/span';
import { deriveUid } from '../../corpus/derive-uid.ts';
import type { Records } from '../../corpus/model/kinds.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { listAdjudicated } from '../../corpus/repositories/adjudication-repository.ts';
import { makeContent, type Content } from '../annotate-content.ts';
import { getLabel, keepCodebookVersion } from '../codebook.ts';
import { removeDependents } from '../dependents.ts';
import { makeNamed, type Naming } from '../entities/make-named.ts';
import { hashContent } from '../../corpus/model/hash-content.ts';
import { listSettled } from '../../corpus/model/list-settled.ts';
import { writeStep, type StepWriter } from '../write-step.ts';
import { openLayers, readAdjudication, type Coders, type OpenLayers } from './read-adjudication.ts';

type NewTag = Naming & { label: string; spans: Span[]; attributes?: ValuesInput | undefined; note: string };
export type Choice = {
  article: string;
  coders?: Coders | undefined;
  difference: string;
  decision: SettlementDecision;
  reason: string;
  comment: string;
  rule: CitedRule | null;
  annotation?: NewTag | undefined;
};

/** Puts what two coders agree on into the settled layer. Errors: those of `adjudication:start`. */
export function startAdjudication(
  corpus: Corpus,
  annotator: string,
  { article, coders }: { article: string; coders?: Coders | undefined },
): Adjudication {
  return writeStep(corpus, annotator, 'adjudicate', (step) => {
    const open = openLayers(step.db, annotator, article, coders);
    keepAdjudication(step, annotator, open);
    return readAdjudication(step.db, annotator, article, coders);
  });
}

/** Settles one difference. Errors: those of `adjudication:settle`. */
export function settleDifference(corpus: Corpus, annotator: string, choice: Choice): Adjudication {
  return writeStep(corpus, annotator, 'settle', (step) => {
    const open = openLayers(step.db, annotator, choice.article, choice.coders);
    const difference = open.differences.find(({ uid }) => uid === choice.difference);
    if (!difference) throw new ExpectedError('difference-unknown');
    if (choice.decision === 'new' && !choice.annotation) throw new ExpectedError('settlement-needs-annotation');
    keepSettlement(step, annotator, open, difference, choice);
    const { annotation } = choice;
    const named = annotation && makeNamed(corpus, step, annotation.label, annotation);
    standIn(step, annotator, open, difference.uid, named);
    keepAdjudication(step, annotator, openLayers(step.db, annotator, choice.article, choice.coders));
    return readAdjudication(step.db, annotator, choice.article, choice.coders);
  });
}

/** Says something about a difference. Errors: those of `adjudication:comment`. */
export function commentSettlement(
  corpus: Corpus,
  annotator: string,
  { article, coders, difference, text }: Pick<Choice, 'article' | 'coders' | 'difference'> & { text: string },
): Adjudication {
  return writeStep(corpus, annotator, 'settle', (step) => {
    const found = openLayers(step.db, annotator, article, coders).differences.find(({ uid }) => uid === difference);
    if (!found) throw new ExpectedError('difference-unknown');
    if (!found.settlement) throw new ExpectedError('difference-open');
    step.insert('settlement_comment', corpus.environment.newUid(), { settlement: found.uid, annotator, text });
    return readAdjudication(step.db, annotator, article, coders);
  });
}

/**
 * The article's adjudication, and in the settled layer what follows from it by rule. Once all was settled that counts, as it is, until
 * all that differs since is settled too.
 */
function keepAdjudication(step: StepWriter, annotator: string, open: OpenLayers): void {
  const { article, left, right, differences } = open;
  const uid = deriveUid('adjudication', article);
  const coders = [{ annotator: left.uid }, { annotator: right.uid }];
  const before = findRecord(step.db, 'adjudication', uid);
  const isThrough = differences.every(isSettled);
  const wasDone = before?.state === 'done' && before.coders.every((coder) => coders.some((now) => isOne(coder, now)));
  const goesOn = wasDone && differences.every(({ settlement }) => settlement?.decision !== 'unsure');
  const state = isThrough || goesOn ? 'done' : 'open';
  if (before) step.update('adjudication', uid, { state, coders });
  else step.insert('adjudication', uid, { article, annotator, state, coders });
  if (isThrough || !goesOn) keepAgreed(step, annotator, uid, open, wasDone);
  if (isThrough) takeOutLeftOver(step, annotator, open);
}

const isOne = (a: { annotator: string }, b: { annotator: string }) => a.annotator === b.annotator;

/** All that agrees, and nothing by rule that does not agree any more. `isKept`: what stands already is left as its settler may have changed it. */
function keepAgreed(
  step: StepWriter,
  annotator: string,
  adjudication: string,
  { article, agreed }: OpenLayers,
  isKept: boolean,
): void {
  const wanted = new Map(
    agreed.map(({ left, right }) => [deriveUid('agreed', ...[left.uid, right.uid].sort()), left.uid]),
  );
  for (const { uid, reference } of listAdjudicated(step.db, article)) {
    if (reference !== adjudication) continue;
    if (!wanted.has(uid)) takeOut(step, uid, annotator);
    else if (isKept) wanted.delete(uid);
  }
  for (const [uid, left] of wanted) putIn(step, uid, annotator, adjudication, findRecord(step.db, 'annotation', left)!);
}

/** What was decided on a difference that is none any more stands no longer; other people's differences are left alone. */
function takeOutLeftOver(step: StepWriter, annotator: string, { article, own, differences }: OpenLayers): void {
  const adjudication = deriveUid('adjudication', article);
  const differing = new Set<string>(differences.map(({ uid }) => uid));
  const ofTheTwo = new Set<string>([...own.left, ...own.right].map(({ uid }) => uid));
  for (const { uid, reference } of listAdjudicated(step.db, article)) {
    if (reference === null || reference === adjudication || differing.has(reference)) continue;
    const sources = findRecord(step.db, 'settlement', reference)?.sources ?? [];
    if (sources.every((source) => ofTheTwo.has(source.annotation))) takeOut(step, uid, annotator);
  }
}

function keepSettlement(
  step: StepWriter,
  annotator: string,
  { article }: OpenLayers,
  { uid, left, right }: Difference,
  { decision, reason, comment, rule }: Choice,
): void {
  const sources = [
    ...(left === null ? [] : [{ side: 'left' as const, annotation: left }]),
    ...(right === null ? [] : [{ side: 'right' as const, annotation: right }]),
  ];
  const record: Records['settlement'] = {
    article,
    annotator,
    decision,
    reason,
    comment,
    content: hashContent(step.db, sources.map((source) => source.annotation).sort()),
    rule_label: rule === null ? null : getLabel(step.db, rule.label).uid,
    rule: rule?.text ?? null,
    sources,
  };
  if (findRecord(step.db, 'settlement', uid)) step.update('settlement', uid, record);
  else step.insert('settlement', uid, record);
}

/** What stands in the settled layer because of a difference is as it was decided. */
function standIn(
  step: StepWriter,
  annotator: string,
  open: OpenLayers,
  settlement: string,
  annotation: NewTag | undefined,
): void {
  const { article } = open;
  const wanted = listSettled(settlement, findRecord(step.db, 'settlement', settlement)!);
  const uids = new Set(wanted.map(({ uid }) => uid));
  for (const { uid: known } of listAdjudicated(step.db, article).filter(({ reference }) => reference === settlement))
    if (!uids.has(known)) takeOut(step, known, annotator);
  for (const { uid, source } of wanted) {
    if (source !== null) putIn(step, uid, annotator, settlement, findRecord(step.db, 'annotation', source)!);
    else if (annotation) {
      const content = makeContent(step.db, article, annotation);
      putIn(step, uid, annotator, settlement, { ...content, article, note: annotation.note });
    }
  }
}

/** What an annotation of either side, or a new one, says. */
type Stood = Content & Pick<Records['annotation'], 'article' | 'note'>;

function putIn(
  step: StepWriter,
  uid: string,
  annotator: string,
  reference: string,
  { article, label, spans, entity, entity_link, values, note }: Stood,
): void {
  const record: Records['annotation'] = {
    article,
    label,
    spans,
    entity,
    entity_link,
    values,
    note,
    annotator,
    layer: 'settled',
    origin: 'adjudication',
    origin_reference: reference,
    revises: null,
    codebook_version: keepCodebookVersion(step),
    batch: null,
  };
  if (findRecord(step.db, 'annotation', uid)) step.update('annotation', uid, record);
  else step.insert('annotation', uid, record);
}

/** What others hung on it goes too: it is not what was settled on. */
function takeOut(step: StepWriter, uid: string, annotator: string): void {
  removeDependents(step, uid, annotator, true);
  step.remove('annotation', uid);
}
