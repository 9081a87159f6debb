import type { ArticleFilter } from '#shared/domain/filter';
import type { Sight } from '../corpus/repositories/article-filter.ts';
import { listBlindIds } from '../corpus/repositories/assignment-repository.ts';
import { countBlind } from '../corpus/repositories/work-repository.ts';
import { findPerson } from './find-person.ts';
import type { Session } from './session.ts';

/** Whoever is at the keyboard, by uid, where there are articles that they tag blind still; else null, and nothing is hidden. */
export function findBlinded(session: Session): string | null {
  const person = findPerson(session);
  return listBlindIds(session.getCorpus().read, person).length === 0 ? null : person;
}

/**
 * A filter as whoever is at the keyboard is to read it: of what they tag blind still only their own tags say what an article holds
 * (`heldFor`), or none of these articles is meant (`openTo`). It is the same filter for everybody else.
 */
export function toSight<F extends object>(session: Session, filter: F, how: keyof Sight): F & Sight {
  const person = findBlinded(session);
  return person === null ? filter : { ...filter, [how]: person };
}

/** Says how many of the articles that a filter means whoever is at the keyboard tags blind still, where there are any. */
export function sayBlind(session: Session, filter: ArticleFilter, toText: (n: number) => string): void {
  const n = countBlind(session.getCorpus().read, findPerson(session), filter);
  if (n > 0) session.notify(toText(n));
}
