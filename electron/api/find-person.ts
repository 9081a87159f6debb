import { findAnnotatorByName } from '../corpus/repositories/annotator-repository.ts';
import type { Session } from './session.ts';

/** Who is at the keyboard, by uid; null where nobody is known, or they have not done anything in this corpus. */
export const findPerson = (session: Session): string | null =>
  (session.person === null ? undefined : findAnnotatorByName(session.getCorpus().read, session.person))?.uid ?? null;
