import { deriveUid } from '../corpus/derive-uid.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { getPersonUid } from '../corpus/repositories/person-repository.ts';
import { resolveArticle } from '../corpus/repositories/resolve-uid.ts';
import { writeStep, type StepWriter } from './write-step.ts';

type Choice = { articles: string[]; people: string[] };

/** Gives articles to people; gives how many pairs are new or changed. Errors: article-unknown, person-unknown. */
export function setAssignments(
  corpus: Corpus,
  annotator: string,
  { articles, people, blind }: Choice & { blind: boolean },
): number {
  return writeStep(corpus, annotator, 'assign', (step) => {
    let assigned = 0;
    for (const { uid, article, person } of listPairs(step, { articles, people })) {
      const known = findRecord(step.db, 'assignment', uid);
      if (known?.blind === Number(blind)) continue;
      assigned += 1;
      if (known) step.update('assignment', uid, { blind: Number(blind) });
      else step.insert('assignment', uid, { article, annotator: person, blind: Number(blind) });
    }
    return assigned;
  });
}

/** Takes articles from people; what they tagged stays. Gives how many pairs there were. */
export function removeAssignments(corpus: Corpus, annotator: string, choice: Choice): number {
  return writeStep(corpus, annotator, 'assign', (step) => {
    const there = listPairs(step, choice).filter(({ uid }) => findRecord(step.db, 'assignment', uid));
    for (const { uid } of there) step.remove('assignment', uid);
    return there.length;
  });
}

/** Every article with every person, once. The uid follows from the two, so that two copies know it as one. */
function listPairs({ db }: StepWriter, { articles, people }: Choice) {
  const persons = new Set(people.map((name) => getPersonUid(db, name)));
  const meant = new Set(articles.map((ref) => resolveArticle(db, ref)));
  return [...meant].flatMap((article) =>
    [...persons].map((person) => ({ uid: deriveUid('assignment', article, person), article, person })),
  );
}
