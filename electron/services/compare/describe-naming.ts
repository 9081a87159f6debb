import type { BothSides } from '#shared/domain/comparison';
import type { EntityNaming, FormNaming, NamingSide } from '#shared/domain/naming';
import type { NamedEntity } from '../../corpus/repositories/compared-things.ts';
import type { ChoiceDifference } from '../../statistics/compare-choices.ts';
import { compareFrequencies, type Frequencies } from '../../statistics/compare-frequencies.ts';
import type { Comparison } from './comparison.ts';
import type { FormCounts, FormTally } from './tally-naming.ts';

/** An entity that is found, by what it is ranked. `mentions`: of both sides, in any voice. */
export type NamedThing = {
  entity: NamedEntity;
  forms: FormTally;
  choice: ChoiceDifference;
  mentions: number;
  isThin: boolean;
};

/** Gives the words of a form. */
type Words = Pick<Comparison, 'getForm'>;

const collator = new Intl.Collator('en', { numeric: true });

export const countAll = ({ own, quoted, attributed }: Pick<FormCounts, 'own' | 'quoted' | 'attributed'>): number =>
  own + quoted + attributed;

/** How both sides call an entity, without its forms. */
export function describeNaming(
  { entity, forms, choice, isThin }: NamedThing,
  label: string,
  words: Words,
): EntityNaming {
  return {
    uid: entity.uid,
    name: entity.name,
    label,
    a: toSide(forms, (counts) => counts.a, words),
    b: toSide(forms, (counts) => counts.b, words),
    g2: choice.g2,
    overlap: choice.overlap,
    unspoken: choice.a === 0 ? (choice.b === 0 ? 'both' : 'a') : choice.b === 0 ? 'b' : null,
    isThin,
    shared: choice.shared,
    ownForms: choice.all,
  };
}

function toSide(forms: FormTally, of: (counts: BothSides<FormCounts>) => FormCounts, words: Words): NamingSide {
  const sum = { own: 0, quoted: 0, attributed: 0, loadedOwn: 0 };
  let most = { own: 0, form: '' };
  for (const [id, both] of forms) {
    const counts = of(both);
    for (const name of ['own', 'quoted', 'attributed', 'loadedOwn'] as const) sum[name] += counts[name];
    if (counts.own === 0 || counts.own < most.own) continue;
    const form = words.getForm(id);
    if (counts.own > most.own || collator.compare(form, most.form) < 0) most = { own: counts.own, form };
  }
  const { loadedOwn: loaded, ...voices } = sum;
  return {
    ...voices,
    mentions: countAll(voices),
    most: most.own > 0 ? most.form : null,
    loaded,
    loadedShare: voices.own === 0 ? null : loaded / voices.own,
  };
}

/** The forms of an entity, those that the sides' own voices differ most in first, then by how often they stand anywhere. */
export function describeForms(
  forms: FormTally,
  { a, b, unspoken, ownForms }: EntityNaming,
  words: Words,
): FormNaming[] {
  const toFormSide = ({ loadedOwn: _, ...counts }: FormCounts, { mentions }: NamingSide) => ({
    ...counts,
    share: mentions === 0 ? null : countAll(counts) / mentions,
  });
  const rows = [...forms].map(([form, counts]): FormNaming => {
    return {
      form: words.getForm(form),
      a: toFormSide(counts.a, a),
      b: toFormSide(counts.b, b),
      ...(unspoken === null && counts.a.own + counts.b.own > 0
        ? toStatistics({ f1: counts.a.own, f2: counts.b.own, n1: a.own, n2: b.own }, ownForms)
        : { g2: null, logRatio: null, lrc: null }),
    };
  });
  const strength = ({ g2 }: FormNaming) => (g2 === null ? -1 : Number(Math.abs(g2).toFixed(9))); // of two forms both have the same
  const often = (row: FormNaming) => countAll(row.a) + countAll(row.b);
  return rows.sort((x, y) => strength(y) - strength(x) || often(y) - often(x) || collator.compare(x.form, y.form));
}

function toStatistics(frequencies: Frequencies, tested: number): Pick<FormNaming, 'g2' | 'logRatio' | 'lrc'> {
  const { g2, logRatio, lrc } = compareFrequencies(frequencies, tested);
  return { g2, logRatio, lrc };
}
