import { commentSettlement, settleDifference, startAdjudication } from '../../services/adjudication/adjudicate.ts';
import { listDoubleTagged, readAdjudication } from '../../services/adjudication/read-adjudication.ts';
import type { Handlers } from '../answer.ts';
import { findPerson } from '../find-person.ts';

export const adjudicationHandlers: Pick<
  Handlers,
  'adjudication:list' | 'adjudication:read' | 'adjudication:start' | 'adjudication:settle' | 'adjudication:comment'
> = {
  'adjudication:list': (input, { session }) => listDoubleTagged(session.getCorpus().read, findPerson(session), input),
  'adjudication:read': ({ article, coders }, { session }) =>
    readAdjudication(session.getCorpus().read, findPerson(session), article, coders),
  'adjudication:start': (input, { session }) => startAdjudication(session.getCorpus(), session.getAnnotator(), input),
  'adjudication:settle': (input, { session }) => settleDifference(session.getCorpus(), session.getAnnotator(), input),
  'adjudication:comment': (input, { session }) => commentSettlement(session.getCorpus(), session.getAnnotator(), input),
};
