import type { ParsedInput } from '#shared/api/contract';
import type { ReadDb } from '../../corpus/connection.ts';
import { listHistory, type Chosen, type Hidden } from '../../corpus/journal/read-rows.ts';
import { findAnnotatorByName } from '../../corpus/repositories/annotator-repository.ts';
import { listBlindUids } from '../../corpus/repositories/assignment-repository.ts';
import {
  resolveAnnotationInJournal,
  resolveArticle,
  resolveStep,
  resolveTarget,
} from '../../corpus/repositories/resolve-uid.ts';
import { listNamedHistory, listStepsForPeople, toHistoryRow } from '../../services/history.ts';
import { getUndoState, goTo, redo, undo } from '../../services/undo.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';
import type { Session } from '../session.ts';

/** Names and shortened uids as what they stand for. A person whom the corpus does not know has done nothing. */
function toChosen(
  db: ReadDb,
  { article, annotation, target, annotator, from, to }: Omit<ParsedInput<'history:steps'>, 'before' | 'limit'>,
): Chosen {
  const moment = (iso: string) => new Date(iso).toISOString();
  return {
    ...(article !== undefined && { article: resolveArticle(db, article) }),
    ...(target !== undefined && { target: resolveTarget(db, target) }),
    ...(annotation !== undefined && { target: resolveAnnotationInJournal(db, annotation) }),
    ...(annotator !== undefined && { annotator: findAnnotatorByName(db, annotator)?.uid ?? '' }),
    ...(from !== undefined && { from: moment(from) }),
    ...(to !== undefined && { to: moment(to) }),
  };
}

function toQuery(db: ReadDb, { step, before, limit, ...chosen }: ParsedInput<'history:list'>) {
  return {
    ...toChosen(db, chosen),
    ...(step !== undefined && { step: resolveStep(db, step).id }),
    ...(before !== undefined && { before }),
    limit,
  };
}

/** What is hidden from whoever is at the keyboard. */
function findHidden(session: Session): { hidden?: Hidden } {
  const from = findPerson(session);
  const articles = listBlindUids(session.getCorpus().read, from);
  return from === null || articles.length === 0 ? {} : { hidden: { from, articles } };
}

export const historyHandlers: Pick<
  Handlers,
  | 'history:list'
  | 'history:rows'
  | 'history:steps'
  | 'history:undo-state'
  | 'history:undo'
  | 'history:redo'
  | 'history:go-to'
> = {
  'history:list': (input, { session }) => {
    const { read } = session.getCorpus();
    return listHistory(read, { ...toQuery(read, input), ...findHidden(session) }).map(toHistoryRow);
  },
  'history:rows': (input, { session }) => {
    const { read } = session.getCorpus();
    return listNamedHistory(read, { ...toQuery(read, input), ...findHidden(session) });
  },
  'history:steps': ({ before, limit, ...chosen }, { session }) => {
    const { read } = session.getCorpus();
    const query = { ...toChosen(read, chosen), ...(before !== undefined && { before }), ...findHidden(session), limit };
    return listStepsForPeople(read, query, findPerson(session));
  },
  'history:undo-state': (_, { session }) => getUndoState(session.getCorpus().read, findPerson(session)),
  'history:undo': ({ together }, { session }) =>
    undo(session.getCorpus(), session.getAnnotator(), together, session.sayProgress),
  'history:redo': ({ together }, { session }) =>
    redo(session.getCorpus(), session.getAnnotator(), together, session.sayProgress),
  'history:go-to': ({ step, together }, { session, job }) => {
    const corpus = session.getCorpus();
    const annotator = session.getAnnotator();
    return goTo(corpus, annotator, resolveStep(corpus.read, step), { together, report: job.report });
  },
};
