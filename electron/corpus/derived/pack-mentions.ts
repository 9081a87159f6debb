import { Voice } from '#shared/domain/comparison';
import type { StoredMention } from '../repositories/mention-repository.ts';

/**
 * A mention is six numbers of 32 bits, little-endian as every machine that Galley runs on: the ids of its annotation, label, entity (0: none)
 * and form (0: a claim), where it begins, and its flags.
 */
export const FIELDS = 6;
export const [ANNOTATION, LABEL, ENTITY, FORM, START, FLAGS] = [0, 1, 2, 3, 4, 5];
const FLAG = { checked: 4, loaded: 8 } as const;
const voices = Voice.options;

const toFlags = ({ voice, isChecked, isLoaded }: Pick<StoredMention, 'voice' | 'isChecked' | 'isLoaded'>): number =>
  voices.indexOf(voice) | (isChecked ? FLAG.checked : 0) | (isLoaded ? FLAG.loaded : 0);

export const toVoice = (flags: number): Voice => voices[flags & 3]!;
export const isChecked = (flags: number): boolean => (flags & FLAG.checked) !== 0;
export const isLoaded = (flags: number): boolean => (flags & FLAG.loaded) !== 0;

/** `toForm` gives the id of words as written. */
export function packMentions(mentions: readonly StoredMention[], toForm: (written: string) => number): Buffer {
  const packed = new Int32Array(mentions.length * FIELDS);
  for (const [n, mention] of mentions.entries()) {
    const { annotation, label, entity, start } = mention;
    const form = mention.isClaim ? 0 : toForm(mention.form);
    packed.set([annotation, label, entity, form, start, toFlags(mention)], n * FIELDS);
  }
  return Buffer.from(packed.buffer);
}
