import { MERGE_LISTED, MergeChangeKind, type MergeReport } from '#shared/domain/merge';
import { mergeViewMessages as words } from '#shared/messages/en/merge-view';
import { mergeQueries } from '../../api/queries-merge.ts';
import { ConflictList } from './ConflictList.tsx';
import { listKinds } from './merge-choice.ts';

/** What came of a merge, and what did not stand of each side. */
export function MergeDone({ report }: { report: MergeReport }) {
  const { step, other, steps, conflictCount, sameNames } = report;
  const rows = MergeChangeKind.options
    .map((change) => ({ change, kinds: listKinds(report[change]) }))
    .filter(({ kinds }) => kinds.length > 0);
  return (
    <section className="merge-done" aria-label={words.done}>
      <div role="status">
        <h3 className="plan-came">
          {step === null ? words.nothingDone(other.file) : words.doneTitle(other.file, steps)}
        </h3>
      </div>
      <dl className="merge-came" aria-label={words.came}>
        {rows.map(({ change, kinds }) => (
          <div key={change}>
            <dt>{words.cameRow(change, sum(kinds.map((kind) => report[change][kind]!)))}</dt>
            <dd>{words.cameKinds(kinds.map((kind) => [kind, report[change][kind]!]))}</dd>
          </div>
        ))}
      </dl>
      {sameNames.length > 0 && <p>{words.namesOne(sameNames.length)}</p>}
      {step !== null && <p>{words.conflictsAfter(conflictCount)}</p>}
      {step !== null && conflictCount > 0 && (
        <ConflictList
          total={Math.min(conflictCount, MERGE_LISTED.pastConflicts)}
          takesFocus={false}
          queryOf={(page) => mergeQueries.pastConflicts(step, page)}
        />
      )}
    </section>
  );
}

const sum = (counts: readonly number[]) => counts.reduce((all, n) => all + n, 0);
