import type { Label } from '#shared/domain/codebook';
import { listWrittenForms, toNameForm } from '#shared/text/name-forms';
import type { Token } from '#shared/text/tokens';
import type { ReadDb } from '../../corpus/connection.ts';
import { MOST_WORDS_OF_ALIAS } from '../../corpus/derived/alias-forms.ts';
import { listTalliesOfOthers } from '../../corpus/derived/known-forms.ts';
import { findOutletOf } from '../../corpus/repositories/propagation-repository.ts';
import {
  listAliases,
  listKnownForms,
  listLearntByOthers,
  type AliasRow,
  type KnownFormRow,
} from '../../corpus/repositories/suggestion-repository.ts';
import type { KnownForm } from '../../suggest/names/knowledge.ts';

/** What is suggested to whom: `blindTo` is the person that is to see nothing of others' tags on the article. */
export type Asked = { article: string; text: string; tokens: Token[]; blindTo: string | null };

/**
 * What the corpus knows of names that may stand in a text: forms that were tagged before, and aliases, of labels with entities.
 *
 * `nameOf`: how finders call a label, by uid; what it does not name is left out.
 */
export function listKnownNames(db: ReadDb, asked: Asked, nameOf: ReadonlyMap<string, string>): KnownForm[] {
  const words = [...new Set(asked.tokens.map(({ token }) => token))];
  const outlet = findOutletOf(db, asked.article)?.uid ?? null;
  return [
    ...toTaggedForms(withoutOthers(db, listKnownForms(db, words), asked), nameOf),
    ...toAliasForms(withoutLearnt(db, listAliases(db, words, outlet), asked), nameOf),
  ];
}

/** Labels whose names are looked for, as finders call them: built-in ones by name, others by uid. */
export const mapNameLabels = (
  labels: readonly Label[],
  toName: (label: Label) => string,
): ReadonlyMap<string, string> =>
  new Map(labels.filter(({ entityKinds }) => entityKinds.length > 0).map((label) => [label.uid, toName(label)]));

/** In an article that is tagged blind, as if the others had not tagged it. */
function withoutOthers(
  db: ReadDb,
  rows: readonly (KnownFormRow & { tagged: string })[],
  { article, blindTo }: Asked,
): KnownFormRow[] {
  if (blindTo === null) return [...rows];
  const toKey = (written: string, label: string, entity: string) => JSON.stringify([written, label, entity]);
  const others = new Map(
    listTalliesOfOthers(db, article, blindTo).map(({ written, label, entity, n }) => [
      toKey(written, label, entity),
      n,
    ]),
  );
  return rows.map((row) => ({ ...row, n: row.n - (others.get(toKey(row.written, row.label, row.tagged)) ?? 0) }));
}

/** In an article that is tagged blind, without aliases that others have learnt from it. */
function withoutLearnt(db: ReadDb, rows: readonly AliasRow[], { article, blindTo }: Asked): readonly AliasRow[] {
  if (blindTo === null || rows.length === 0) return rows;
  const aliases = rows.map(({ uid }) => uid);
  const learnt = new Set(listLearntByOthers(db, { aliases, article, person: blindTo }));
  return rows.filter(({ uid }) => !learnt.has(uid));
}

/** One for each form, label and entity, as it is written most often. */
function toTaggedForms(rows: readonly KnownFormRow[], nameOf: ReadonlyMap<string, string>): KnownForm[] {
  const known = new Map<string, KnownForm & { most: number }>();
  for (const { form, written, label, entity, n } of rows) {
    const name = nameOf.get(label);
    if (name === undefined || n <= 0) continue;
    const key = `${label} ${entity} ${form}`;
    const before = known.get(key);
    if (!before) {
      const base = { form, written, label: name, tagged: n, isAlias: false, isNeverAlone: false, most: n };
      known.set(key, entity === '' ? base : { ...base, entity });
    } else {
      before.tagged += n;
      if (n > before.most) Object.assign(before, { written, most: n });
    }
  }
  return [...known.values()];
}

/**
 * As `findEntityByRule` decides whom an alias means: where the outlet of the article uses an alias of this form, its aliases alone
 * count; where several entities are meant, none is named.
 */
function toAliasForms(rows: readonly AliasRow[], nameOf: ReadonlyMap<string, string>): KnownForm[] {
  const known = new Map<string, KnownForm>();
  for (const same of Map.groupBy(rows, ({ label, folded }) => `${label} ${folded}`).values()) {
    const label = nameOf.get(same[0]!.label);
    if (label === undefined) continue;
    const own = same.filter(({ isOutlets }) => isOutlets === 1);
    const deciding = own.length > 0 ? own : same;
    const entities = new Set(deciding.map(({ entity }) => entity));
    const base = {
      label,
      tagged: 0,
      isAlias: true,
      isNeverAlone: deciding.some(({ neverAlone }) => neverAlone === 1),
      ...(entities.size === 1 && { entity: deciding[0]!.entity }),
    };
    for (const { form: alias } of deciding) {
      for (const written of listWrittenForms(alias)) {
        const form = toNameForm(written, MOST_WORDS_OF_ALIAS)?.form;
        if (form !== undefined) known.set(`${label} ${form} ${base.entity ?? ''}`, { ...base, form, written });
      }
    }
  }
  return [...known.values()];
}
