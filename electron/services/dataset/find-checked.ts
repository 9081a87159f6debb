import type { Annotation } from '#shared/domain/annotation';
import type { CheckedBy } from '#shared/domain/dataset';
import type { ReadDb } from '../../corpus/connection.ts';
import { countAccepting } from '../../corpus/repositories/review-repository.ts';

const isSettledBetween = ({ layer, origin }: Annotation) => layer === 'settled' && origin === 'adjudication';

/** Whoever corrected something, or put in what was missing, stands behind it. */
const countMakers = ({ layer }: Annotation) => Number(layer === 'settled');

/** Which of some annotations are checked, by uid. Source: index `review_by_annotation`. */
export function findChecked(db: ReadDb, annotations: readonly Annotation[], by: CheckedBy): Set<string> {
  if (by === 'adjudicated') return toUids(annotations.filter(isSettledBetween));
  const looked = annotations.filter(({ state }) => state === 'accepted' || state === 'corrected');
  if (by === 'one') return toUids(looked);
  const accepting = countAccepting(
    db,
    looked.map(({ uid }) => uid),
  );
  return toUids(
    looked.filter((each) => isSettledBetween(each) || countMakers(each) + (accepting.get(each.uid) ?? 0) >= 2),
  );
}

const toUids = (annotations: readonly Annotation[]) => new Set<string>(annotations.map(({ uid }) => uid));
