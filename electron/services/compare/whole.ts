import type { Compared } from '#shared/domain/comparison';
import { KeynessInput, KeynessOf, type KeynessTable } from '#shared/domain/keyness';
import type { WholeComparison } from '#shared/domain/whole-comparison';
import type { ReadDb } from '../../corpus/connection.ts';
import type { Job } from '../job.ts';
import { compareClaims } from './claims.ts';
import { countSides } from './count-sides.ts';
import { compareNaming } from './naming.ts';
import { compareSilence } from './silence.ts';
import { compareSources } from './sources.ts';
import { compareTimes } from './timeline.ts';
import { compareWords } from './words.ts';

/** Entities whose naming is given. */
const MOST_ENTITIES = 1000;

/** All views of a comparison. Errors: those of the filters, cancelled. */
export async function compareWhole(db: ReadDb, compared: Compared, job: Job): Promise<WholeComparison> {
  const naming = {
    ...compared,
    query: '',
    sort: 'difference',
    offset: 0,
    limit: MOST_ENTITIES,
    withForms: true,
  } as const;
  const words: KeynessTable[] = [];
  for (const of of KeynessOf.options)
    words.push(await compareWords(db, { ...KeynessInput.parse({ ...compared, of }), limit: Infinity }, job));
  return {
    compared,
    counts: await countSides(db, compared, job),
    naming: await compareNaming(db, naming, job),
    claims: await compareClaims(db, compared, job),
    words,
    sources: await compareSources(db, compared, job),
    silence: await compareSilence(db, compared, job),
    time: await compareTimes(db, compared, job),
  };
}
