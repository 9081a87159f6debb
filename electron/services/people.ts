import { ExpectedError } from '#shared/errors';
import type { Person, PersonChanges } from '#shared/domain/person';
import type { Corpus } from '../corpus/open-corpus.ts';
import { findAnnotatorByName } from '../corpus/repositories/annotator-repository.ts';
import { getPersonUid, listPeople } from '../corpus/repositories/person-repository.ts';
import { toInitials } from './join.ts';
import { continueStep, openStep, writeStep, type StepWriter } from './write-step.ts';

/** Enters somebody who has not done anything here yet. As with whoever joins by their first change, that stays. */
export function addPerson(corpus: Corpus, name: string): Person[] {
  enterPerson(corpus, name);
  return listPeople(corpus.read);
}

/** Gives their uid. Errors: person-exists. */
export function enterPerson(corpus: Corpus, name: string): string {
  const uid = corpus.environment.newUid();
  return continueStep(corpus, openStep(corpus, uid, 'join'), (step) => {
    checkName(step, name, uid);
    step.insert('annotator', uid, { name, initials: toInitials(name), colour: null });
    return uid;
  });
}

/** Renames a person, or changes initials or colour. Not undone: who undid it would be somebody else then. Errors: person-unknown, person-exists. */
export function updatePerson(corpus: Corpus, annotator: string, person: string, changes: PersonChanges): Person[] {
  return writeStep(corpus, annotator, 'change person', (step) => {
    const uid = getPersonUid(step.db, person);
    const { name, initials, colour } = changes;
    if (name !== undefined) checkName(step, name, uid);
    step.update('annotator', uid, {
      ...(name !== undefined && { name }),
      ...(initials !== undefined && { initials }),
      ...(colour !== undefined && { colour }),
    });
    return listPeople(step.db);
  });
}

/** Two of one name could not be told apart. Errors: person-exists. */
function checkName({ db }: StepWriter, name: string, uid: string): void {
  const other = findAnnotatorByName(db, name);
  if (other && other.uid !== uid) throw new ExpectedError('person-exists', { person: other.name });
}
