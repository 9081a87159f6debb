import { useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { MERGE_LISTED, type PastMerge } from '#shared/domain/merge';
import { mergeViewMessages as words } from '#shared/messages/en/merge-view';
import { momentWords, numberWords, uiMessages } from '#shared/messages/en/ui';
import { mergeQueries } from '../../api/queries-merge.ts';
import { useStatus } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Trouble } from '../../ui/Trouble.tsx';
import { ConflictList } from './ConflictList.tsx';

type Props = { onChoose(): void; onClose(): void };

/** Says what a merge is, asks for the other copy, and lists what was merged before. */
export function MergeStart({ onChoose, onClose }: Props) {
  const past = useQuery(mergeQueries.past());
  const canWrite = useStatus()?.mode === 'write';
  const [shown, setShown] = useState<PastMerge | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  if (shown !== null)
    return (
      <Dialog
        title={words.pastConflicts(shown.conflictCount, shown.file)}
        size="large"
        onClose={onClose}
        footer={
          <>
            <span className="grow" />
            <Button onClick={() => setShown(null)}>{words.back}</Button>
          </>
        }
      >
        <ConflictList
          total={Math.min(shown.conflictCount, MERGE_LISTED.pastConflicts)}
          takesFocus
          queryOf={(page) => mergeQueries.pastConflicts(shown.step, page)}
        />
      </Dialog>
    );
  return (
    <Dialog
      title={words.title}
      initialFocus={first}
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <Button onClick={onClose}>{uiMessages.cancel}</Button>
          <Button ref={first} variant="primary" onClick={onChoose}>
            {words.choose}
          </Button>
        </>
      }
    >
      <div className="stack merge-start">
        <p className="soft">{words.what}</p>
        <p className="hint">{words.drop}</p>
        {!canWrite && <p className="say say-warn">{words.readOnly}</p>}
        {past.error && <Trouble error={past.error} />}
        {past.data && <Past merges={past.data} onShow={setShown} />}
      </div>
    </Dialog>
  );
}

function Past({ merges, onShow }: { merges: readonly PastMerge[]; onShow(merge: PastMerge): void }) {
  const { pastHeads: heads } = words;
  if (merges.length === 0) return <p className="hint">{words.noPast}</p>;
  return (
    <table className="table" aria-label={words.past}>
      <caption>{words.past}</caption>
      <thead>
        <tr>
          <th scope="col">{heads.at}</th>
          <th scope="col">{heads.by}</th>
          <th scope="col">{heads.file}</th>
          <th scope="col">{heads.people}</th>
          <th scope="col" className="num">
            {heads.steps}
          </th>
          <th scope="col" className="num">
            {heads.conflicts}
          </th>
        </tr>
      </thead>
      <tbody>
        {merges.map((merge) => (
          <tr key={merge.step} className={merge.isStanding ? '' : 'is-undone'}>
            <td>
              <time dateTime={merge.at}>{momentWords(merge.at)}</time>
              {!merge.isStanding && <span className="hint"> {words.undone}</span>}
            </td>
            <td>
              <bdi>{merge.annotator}</bdi>
            </td>
            <td>
              <bdi>{merge.file}</bdi>
            </td>
            <td>
              <bdi>{merge.people.join(', ')}</bdi>
            </td>
            <td className="num">{numberWords(merge.steps)}</td>
            <td className="num">
              {merge.conflictCount === 0 ? (
                '0'
              ) : (
                <button
                  type="button"
                  className="merge-number tnum"
                  aria-label={words.pastConflicts(merge.conflictCount, merge.file)}
                  onClick={() => onShow(merge)}
                >
                  {numberWords(merge.conflictCount)}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
