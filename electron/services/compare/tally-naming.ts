import type { BothSides, SideName, Voice } from '#shared/domain/comparison';
import type { Comparison } from './comparison.ts';

/** How often a side uses a form, by voice. `loaded` and, of these, `loadedOwn`: as a loaded term. */
export type FormCounts = Record<Voice | 'loaded' | 'loadedOwn', number>;

/** The forms of one entity. */
export type FormTally = Map<number, BothSides<FormCounts>>;

/** By entity. `unlinked`: mentions without one; claims are none. */
export type NamingTally = { entities: Map<number, FormTally>; unlinked: BothSides<number> };

const noCounts = (): FormCounts => ({ own: 0, quoted: 0, attributed: 0, loaded: 0, loadedOwn: 0 });

/** Counts the forms of all entities, or of `only` one. Errors: those of the comparison. */
export async function tallyNaming(comparison: Comparison, only?: number): Promise<NamingTally> {
  const tally: NamingTally = { entities: new Map(), unlinked: { a: 0, b: 0 } };
  for (const side of ['a', 'b'] as const) await tallySide(comparison, side, tally, only);
  return tally;
}

async function tallySide(comparison: Comparison, side: SideName, { entities, unlinked }: NamingTally, only?: number) {
  await comparison.eachMention(side, ({ entity, form, voice, isLoaded }) => {
    if (form === 0) return;
    if (entity === 0) unlinked[side] += 1;
    if (entity === 0 || (only !== undefined && entity !== only)) return;
    let forms = entities.get(entity);
    if (!forms) entities.set(entity, (forms = new Map<number, BothSides<FormCounts>>()));
    let counts = forms.get(form);
    if (!counts) forms.set(form, (counts = { a: noCounts(), b: noCounts() }));
    const ofSide = counts[side];
    ofSide[voice] += 1;
    if (!isLoaded) return;
    ofSide.loaded += 1;
    if (voice === 'own') ofSide.loadedOwn += 1;
  });
}
