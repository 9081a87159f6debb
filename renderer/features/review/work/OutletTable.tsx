import type { WorkProgress } from '#shared/domain/work';
import { workMessages as words } from '#shared/messages/en/work';
import { WideTable } from '../../../ui/WideTable.tsx';
import { NumberHeads, Numbers } from './Numbers.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import type { Behind } from './work-stages.ts';

type Props = { progress: WorkProgress['outlets']; behind: Behind | null; onBehind(behind: Behind): void };

/** How far the articles of each outlet are. */
export function OutletTable({ progress, behind, onBehind }: Props) {
  return (
    <WideTable name={words.outlets} className="rw-table">
      <table className="table">
        <caption>{words.outlets}</caption>
        <thead>
          <tr>
            <th scope="col">{words.outlet}</th>
            <th scope="col">{words.progress}</th>
            <NumberHeads />
          </tr>
        </thead>
        <tbody>
          {progress.map((counts) => (
            <tr key={counts.outlet ?? ''}>
              <th scope="row">
                {counts.outlet === null ? (
                  <span className="hint">{words.noOutlet}</span>
                ) : (
                  <bdi className="trunc">{counts.outlet}</bdi>
                )}
              </th>
              <td>
                <ProgressBar
                  checked={counts.checked}
                  done={counts.done + counts.inReview}
                  begun={counts.tagging}
                  of={counts.articles}
                />
              </td>
              <Numbers of={{ outlet: counts.outlet }} counts={counts} behind={behind} onBehind={onBehind} />
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}
