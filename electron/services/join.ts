import type { Corpus } from '../corpus/open-corpus.ts';
import { findAnnotatorByName } from '../corpus/repositories/annotator-repository.ts';

/** "Sara Nour" → "SN", "sara" → "SA". */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters =
    words.length > 1 ? [words[0]!, words.at(-1)!].map((word) => [...word][0]!) : [...words[0]!].slice(0, 2);
  return letters.join('').toUpperCase();
}

/**
 * The person's uid in this corpus. Whoever is new is entered with their first change, as a step of its own that is never
 * undone: an act that is refused leaves nothing of them.
 */
export function ensureAnnotator(corpus: Corpus, name: string): string {
  const known = findAnnotatorByName(corpus.read, name);
  if (known) return known.uid;
  for (const [uid, record] of corpus.newcomers) if (record.name === name) return uid;
  const uid = corpus.environment.newUid();
  corpus.newcomers.set(uid, { name, initials: toInitials(name), colour: null });
  return uid;
}
