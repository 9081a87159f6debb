import { RuleId } from '#shared/domain/ids';
import type { PropagationRule } from '#shared/domain/propagation';
import type { Corpus } from '../../corpus/open-corpus.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import { getRule, listRules } from '../../corpus/repositories/propagation-repository.ts';
import { resolveRule } from '../../corpus/repositories/resolve-uid.ts';
import { writeStep, type StepWriter } from '../write-step.ts';
import type { PropagationSource } from './propagation-source.ts';

/** Who kept it, and whether it is in use, makes no other rule of it. */
const FIELDS_THAT_SAY = [
  ...(['label', 'entity', 'outlet', 'forms', 'whole_word', 'with_aliases'] as const),
  ...(['match_case', 'match_marks', 'match_letters'] as const),
];

/** What was propagated, as a rule: its uid at once, its row with `write`; one that says the same is put to use again. */
export function keepRule(
  corpus: Corpus,
  annotator: string,
  { record, words, outlet, options }: PropagationSource,
): { uid: RuleId; write(step: StepWriter): void } {
  const { label, entity } = record;
  const row = {
    annotator,
    label,
    entity,
    outlet: outlet?.uid ?? null,
    match_case: Number(options.matchCase),
    match_marks: Number(options.matchMarks),
    match_letters: Number(options.matchLetters),
    whole_word: Number(options.wholeWord),
    with_aliases: Number(options.withAliases),
    retired: 0,
    forms: [{ form: words }],
  };
  const same = listRules(corpus.read).find(({ uid }) => {
    const before = findRecord(corpus.read, 'propagation_rule', uid)!;
    return FIELDS_THAT_SAY.every((field) => JSON.stringify(before[field]) === JSON.stringify(row[field]));
  });
  const uid = same?.uid ?? RuleId.parse(corpus.environment.newUid());
  return {
    uid,
    write: (step) =>
      findRecord(step.db, 'propagation_rule', uid)
        ? step.update('propagation_rule', uid, { retired: 0 })
        : step.insert('propagation_rule', uid, row),
  };
}

/** Puts a rule out of use, or to use again. Errors: rule-unknown, uid-ambiguous. */
export function setRetired(corpus: Corpus, annotator: string, ref: string, isRetired: boolean): PropagationRule {
  return writeStep(corpus, annotator, 'change rule', (step) => {
    const uid = resolveRule(step.db, ref);
    step.update('propagation_rule', uid, { retired: Number(isRetired) });
    return getRule(step.db, uid);
  });
}
