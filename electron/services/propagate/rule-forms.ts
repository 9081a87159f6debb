import type { FormMatching, SoughtForm } from '#shared/text/find-forms';
import type { ReadDb } from '../../corpus/connection.ts';
import { findOutletOf, listStandingRules } from '../../corpus/repositories/propagation-repository.ts';
import { isUsedBy, listForms } from './propagation-source.ts';

/** A kept rule as it holds in one article; label and entity by uid. `forms` with `createFormFinder` give its places. */
export type RuleForms = FormMatching & {
  rule: string;
  label: string;
  entity: string | null;
  forms: SoughtForm[];
};

/** The rules that were kept, by anybody, and hold in an article: for its outlet, or for the corpus. `article`: its uid. */
export function listRuleForms(db: ReadDb, article: string): RuleForms[] {
  const outlet = findOutletOf(db, article)?.name ?? null;
  return listStandingRules(db, outlet).map((rule) => {
    const { wholeWord, matchCase, matchMarks, matchLetters, withAliases, entityUid: entity } = rule;
    const forms = listForms(db, { forms: rule.forms, entity, withAliases })
      .filter((form) => isUsedBy(form, outlet))
      .map(({ form, isInItsCase = false }) => ({ form, isInItsCase }));
    return { rule: rule.uid, label: rule.labelUid, entity, forms, wholeWord, matchCase, matchMarks, matchLetters };
  });
}
