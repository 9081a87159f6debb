import { ExpectedError } from '#shared/errors';
import type { ArticleId } from '#shared/domain/ids';
import { needsItsCase, type PropagationOptions, type PropagationScope } from '#shared/domain/propagation';
import type { Label } from '#shared/domain/codebook';
import type { SoughtForm } from '#shared/text/find-forms';
import { tokenise } from '#shared/text/tokens';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Records } from '../../corpus/model/kinds.ts';
import { findRecord } from '../../corpus/model/rows.ts';
import { getArticleSummary } from '../../corpus/repositories/article-repository.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { findOutletOf, listEntityForms } from '../../corpus/repositories/propagation-repository.ts';
import { resolveEntity } from '../../corpus/repositories/resolve-entity.ts';
import { resolveAnnotation } from '../../corpus/repositories/resolve-uid.ts';

/** What is asked for: the annotation whose name is looked for, where, and how. */
export type Propagation = { annotation: string; scope: PropagationScope; options: PropagationOptions };

/** A form with the name of the outlet that alone uses it; null where anybody may. */
export type OutletForm = SoughtForm & { outlet: string | null };

/**
 * The annotation that a name is taken from, with the entity that it means, or what that was merged into. `outlet`: that of its article,
 * where the scope is the outlet.
 */
export type PropagationSource = {
  uid: string;
  record: Records['annotation'];
  label: Label;
  words: string;
  outlet: { uid: string; name: string } | null;
  options: PropagationOptions & { matchCase: boolean };
  /** Uids of the label and of those that cannot be meant at once with it. */
  labels: string[];
};

/** Errors: annotation-unknown, uid-ambiguous, propagation-without-outlet. */
export function getSource(db: ReadDb, { annotation, scope, options }: Propagation): PropagationSource {
  const uid = resolveAnnotation(db, annotation);
  const { entity, ...found } = findRecord(db, 'annotation', uid)!;
  const record = { ...found, entity: entity === null ? null : resolveEntity(db, entity) };
  const { labels } = getCodebook(db);
  const label = labels.find((each) => each.uid === record.label)!;
  const excluded = labels.filter(({ name }) => label.excludes.includes(name)).map((each) => each.uid);
  const outlet = scope === 'outlet' ? findOutletOf(db, record.article) : undefined;
  if (scope === 'outlet' && !outlet)
    throw new ExpectedError('propagation-without-outlet', {
      title: getArticleSummary(db, record.article as ArticleId).title,
    });
  const words = record.spans.map(({ quote }) => quote).join(' ');
  return {
    uid,
    record,
    label,
    words,
    options: { ...options, matchCase: options.matchCase ?? needsItsCase(words) },
    outlet: outlet ?? null,
    labels: [label.uid, ...excluded],
  };
}

/** What a name is looked for as: in these words, and by the other names of its entity; each once. */
export function listForms(
  db: ReadDb,
  { forms: own, entity, withAliases }: { forms: readonly string[]; entity: string | null; withAliases: boolean },
): OutletForm[] {
  const forms: OutletForm[] = own.map((form) => ({ form, outlet: null }));
  if (entity !== null && withAliases)
    forms.push(
      ...listEntityForms(db, entity).map(({ form, outlet }) => ({ form, outlet, isInItsCase: needsItsCase(form) })),
    );
  const known = new Map<string, OutletForm>();
  for (const form of forms) {
    const tokens = tokenise(form.form).map(({ token }) => token);
    const key = JSON.stringify(tokens);
    const before = known.get(key);
    // the same words again: whoever may use them, anybody may if one of the two is anybody's
    if (!before) known.set(key, form);
    else if (form.outlet === null) known.set(key, { ...before, outlet: null });
  }
  return [...known.values()];
}

/** Whether a form counts in the articles of an outlet, by name. */
export const isUsedBy = ({ outlet }: OutletForm, name: string | null): boolean => outlet === null || outlet === name;
