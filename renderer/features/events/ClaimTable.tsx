import { X } from 'lucide-react';
import type { ClusterClaim, ClusterDetails } from '#shared/domain/cluster';
import { clusterMessages } from '#shared/messages/en/relations';
import { save } from '../../api/save.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';

/** A claim that is gone to. Unit of `start`: UTF-16. */
export type ShownClaim = { article: string; annotation: string; start: number };
type Props = { card: ClusterDetails; onOpenClaim(claim: ShownClaim): void };
const { columns } = clusterMessages;

/** The claims of a card, the oldest article first, each with who says so and what it counts. */
export function ClaimTable({ card, onOpenClaim }: Props) {
  const takeOff = ({ annotation }: ClusterClaim) =>
    void save('clusters:remove-claims', { cluster: card.uid, claims: [annotation] })
      .then(() => announce(clusterMessages.takenOff(card.title)))
      .catch(sayError);
  return (
    <table className="table" aria-label={clusterMessages.claimsTable}>
      <thead>
        <tr>
          <th>{columns.outlet}</th>
          <th>{columns.date}</th>
          <th>{columns.speaker}</th>
          <th>{columns.figures}</th>
          <th>{columns.quote}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {card.members.map((claim) => (
          <tr key={claim.annotation}>
            <td>
              <bdi>{claim.outlet ?? clusterMessages.outletUnknown}</bdi>
            </td>
            <td className="tnum event-date">{claim.date}</td>
            <td>
              {claim.speakers.length === 0 ? (
                <span className="hint">{clusterMessages.noSpeaker}</span>
              ) : (
                claim.speakers.map((speaker, n) => (
                  <span key={n}>
                    {n > 0 && ' ← '}
                    <bdi className="theirs">{speaker}</bdi>
                  </span>
                ))
              )}
            </td>
            <td>
              {claim.figures.map((figure, n) => (
                <bdi key={n} className="event-figure">
                  {clusterMessages.figure(figure)}
                </bdi>
              ))}
            </td>
            <td>
              <button
                type="button"
                className="event-quote theirs"
                dir="auto"
                aria-label={clusterMessages.openClaim(claim.quote)}
                onClick={() => onOpenClaim(claim)}
              >
                {claim.quote}
              </button>
            </td>
            <td>
              <Button
                variant="quiet"
                size="small"
                icon={<X className="i i-12" aria-hidden="true" />}
                aria-label={clusterMessages.takeClaimOff(claim.quote)}
                onClick={() => takeOff(claim)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
