import type { Codebook } from '#shared/domain/codebook';
import { LINE_BREAK } from './fragments.ts';

/** What a label, kind or attribute is called in the files, and which of these names show as others. */
export type TypeNames = {
  nameOf(original: string): string;
  /** Names that differ from the originals, with what brat shows in their place. */
  shown: { name: string; original: string }[];
};

/** A name that every tool that reads brat takes. */
const isPlain = (name: string) => /^[A-Za-z0-9_][A-Za-z0-9_-]*$/u.test(name);

/** Whether the configuration can say the name that is shown in place of a plain one. */
export const canShow = (original: string) =>
  isPlain(original) || !(original.includes('|') || original.includes('\t') || LINE_BREAK.test(original));

/** Names for all that a codebook has, each its own; plain ones keep theirs. */
export function nameTypes({ labels, relationKinds }: Codebook): TypeNames {
  const originals = new Set([
    ...labels.map(({ name }) => name),
    ...labels.flatMap(({ attributes }) => attributes.map(({ name }) => name)),
    ...relationKinds.map(({ name }) => name),
  ]);
  const names = new Map([...originals].filter(isPlain).map((name) => [name, name]));
  const taken = new Set(names.keys());
  for (const original of originals) {
    if (names.has(original)) continue;
    const base = original.replace(/[^A-Za-z0-9_]+/gu, '_').replace(/^_+|_+$/gu, '') || 'type';
    let name = base;
    for (let n = 2; taken.has(name); n += 1) name = `${base}_${n}`;
    taken.add(name);
    names.set(original, name);
  }
  return {
    nameOf: (original) => names.get(original) ?? original,
    shown: [...names].filter(([original, name]) => original !== name).map(([original, name]) => ({ name, original })),
  };
}
