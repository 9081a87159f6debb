import { deriveUid } from '../../corpus/derive-uid.ts';
import { listCorrections } from '../../corpus/repositories/review-repository.ts';
import { takeOut, type Reckoning } from './reckoning.ts';
import { inOrder } from './union.ts';

/** `revised` and `checker` by uid; `made`: corrections of the news, as `Reckoning.corrections` has them. */
type Touched = { revised: string; checker: string; made: readonly string[] };

/**
 * A checker has one correction of an annotation: where they corrected it in two copies, the one that was changed last stays, and none does
 * where what stands is another decision of theirs. It follows from what the rows come to, and so is the same in every copy.
 */
export function tidyCorrections(merge: Reckoning): void {
  for (const { revised, checker, made } of listTouched(merge)) {
    const others = listCorrections(merge.mine, revised, checker).filter((uid) => !merge.outcomes.has(uid));
    const standing = [...made, ...others];
    const decision = findDecision(merge, deriveUid('review', revised, checker));
    if (standing.length === 0 || decision === undefined) continue;
    const kept = decision === 'corrected' ? findNewest(merge, standing) : undefined;
    for (const uid of standing) if (uid !== kept) takeOut(merge, uid);
  }
}

/** Annotations that were corrected, or decided on, otherwise than here. */
function listTouched(merge: Reckoning): Iterable<Touched> {
  const touched = new Map<string, Touched>();
  const note = (revised: string, checker: string, made: readonly string[]) => {
    const key = `${revised} ${checker}`;
    touched.set(key, { revised, checker, made: [...(touched.get(key)?.made ?? []), ...made] });
  };
  for (const { revised, checker, uid } of merge.corrections) note(revised, checker, [uid]);
  for (const { kind, exists, record } of merge.outcomes.values())
    if (kind === 'review' && exists && typeof record!['annotation'] === 'string')
      note(record!['annotation'], record!['annotator'] as string, []);
  return touched.values();
}

/** What a checker decided last, also where that was taken back. */
const findDecision = (merge: Reckoning, review: string): unknown =>
  (merge.outcomes.get(review)?.record ?? merge.stateOf(review, 'review')?.record)?.['decision'];

function findNewest(merge: Reckoning, corrections: readonly string[]): string {
  const newestOf = (uid: string) => {
    const { edits } = merge.stateOf(uid, 'annotation')!;
    return edits.findLast(({ id }) => id !== null) ?? edits.at(-1)!; // that a merge let one stay says nothing of when it was changed
  };
  return corrections.reduce((newest, uid) => (inOrder(newestOf(uid), newestOf(newest)) > 0 ? uid : newest));
}
