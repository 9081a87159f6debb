import type { Corpus } from '../corpus/open-corpus.ts';
import { findAnnotatorByName } from '../corpus/repositories/annotator-repository.ts';
import { openStep, continueStep } from './write-step.ts';

/** "Sara Nour" → "SN", "sara" → "SA". */
export function toInitials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters =
    words.length > 1 ? [words[0]!, words.at(-1)!].map((word) => [...word][0]!) : [...words[0]!].slice(0, 2);
  return letters.join('').toUpperCase();
}

/** The person's uid in this corpus; they are entered at their first act, as a step of its own that is never undone. */
export function ensureAnnotator(corpus: Corpus, name: string): string {
  const known = findAnnotatorByName(corpus.read, name);
  if (known) return known.uid;
  const uid = corpus.environment.newUid();
  continueStep(corpus, openStep(corpus, uid, 'join'), (step) =>
    step.insert('annotator', uid, { name, initials: toInitials(name), colour: null }),
  );
  return uid;
}
