import type { Compared } from '#shared/domain/comparison';
import type { KeynessInput } from '#shared/domain/keyness';
import type { ReadDb } from '../../corpus/connection.ts';
import { hasStaleWords } from '../../corpus/derived/article-words.ts';
import { readRevisions } from '../../corpus/derived/revisions.ts';
import { sha256Hex } from '../../corpus/journal/hash.ts';
import type { Job } from '../job.ts';
import { openSides } from './comparison.ts';
import { readDataVersion } from './follow-table.ts';

/** `moment`: a view is as it was while nobody commits anything. `basis`: and while what it rests on is the same, which costs a look. */
type Kept = { moment: string; basis: string | undefined; view: unknown };

/** A person sets filters back and goes to and fro between tabs; a view is a few hundred kilobytes. */
const MOST = 40;

const kept = new WeakMap<ReadDb, Map<string, Kept>>();

/**
 * A view as it was made before, where nothing has changed that it rests on; else it is made.
 *
 * `readBasis` names what it rests on, where that is less than the whole corpus. Errors: those of `make`.
 */
export async function keepView<T>(
  db: ReadDb,
  { channel, input }: { channel: string; input: unknown },
  make: () => Promise<T>,
  readBasis?: () => Promise<string>,
): Promise<T> {
  let views = kept.get(db);
  if (!views) kept.set(db, (views = new Map<string, Kept>()));
  const key = `${channel} ${JSON.stringify(input)}`;
  const moment = readDataVersion(db);
  const found = views.get(key);
  const basis = found?.moment === moment ? found.basis : await readBasis?.();
  const isSame = found !== undefined && (found.moment === moment || (basis !== undefined && found.basis === basis));
  const view = isSame ? (found.view as T) : await make();
  views.delete(key);
  // a view during which somebody wrote may be of neither moment
  if (isSame || readDataVersion(db) === moment) views.set(key, { moment, basis, view });
  for (const oldest of views.keys()) {
    if (views.size <= MOST) break;
    views.delete(oldest);
  }
  return view;
}

/** What the words of two sides rest on: which articles they are, and how far their words are counted; while any is stale, the moment. */
export async function readBasisOfWords(db: ReadDb, compared: Compared, job: Job): Promise<string> {
  const { articles } = await openSides(db, compared, job);
  const [a, b] = [articles.a, articles.b].map((side) => side.map(({ id }) => id));
  const moment = hasStaleWords(db) ? readDataVersion(db) : ''; // one that is stale may change again without a trace
  return sha256Hex(JSON.stringify([readRevisions(db, 'article_words'), moment, a, b]));
}

/** Words rest on less than what people tag. */
export const readBasisOfKeyness = async (
  db: ReadDb,
  { of, a, b, checkedOnly }: KeynessInput,
  job: Job,
): Promise<string> => (of === 'words' ? readBasisOfWords(db, { a, b, checkedOnly }, job) : readDataVersion(db));
