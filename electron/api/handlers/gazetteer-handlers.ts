import { lookUpPlaces } from '../../services/look-up-places.ts';
import type { Handlers } from '../answer.ts';

export const gazetteerHandlers: Pick<Handlers, 'places:find'> = {
  'places:find': ({ query, limit }, { session }) => lookUpPlaces(session.corpus, query, limit),
};
