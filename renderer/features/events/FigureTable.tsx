import type { ClusterSlot } from '#shared/domain/cluster';
import { clusterMessages } from '#shared/messages/en/relations';
import { numberWords } from '#shared/messages/en/ui';

const { figureColumns } = clusterMessages;

/** For each kind of figure the range over all claims; one whose ranges do not meet is put as a question. */
export function FigureTable({ slots }: { slots: ClusterSlot[] }) {
  return (
    <table className="table event-slots" aria-label={clusterMessages.figuresTable}>
      <thead>
        <tr>
          <th>{figureColumns.figure}</th>
          <th className="num">{figureColumns.range}</th>
          <th className="num">{figureColumns.claims}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {slots.map((slot, n) => (
          <tr key={n}>
            <td>
              <bdi>{clusterMessages.slot(slot)}</bdi>
            </td>
            <td className="num strong">{clusterMessages.range(slot.low, slot.high)}</td>
            <td className="num">{numberWords(slot.claims.length)}</td>
            <td className="event-apart">{slot.meet ? '' : `≠ ${clusterMessages.apart}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
