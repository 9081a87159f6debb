import { deriveUid } from '../../corpus/derive-uid.ts';
import type { KindName } from '../../corpus/model/kinds.ts';
import type { Fields } from './evaluate.ts';

/**
 * Kinds of which a person has one row for each thing that it is about: how far they are with an article, that it is theirs to do, what they
 * decided on an annotation, what they dismissed. The uid of a row follows from the person and the thing.
 */
export const uidsOfPeople: Partial<Record<KindName, (record: Fields, person: string) => string>> = {
  article_work: ({ article }, person) => deriveUid('article_work', article as string, person),
  assignment: ({ article }, person) => deriveUid('assignment', article as string, person),
  review: ({ annotation, relation }, person) => deriveUid('review', (annotation ?? relation) as string, person),
  dismissal: ({ suggestion }, person) => deriveUid('dismissal', person, suggestion as string),
};
