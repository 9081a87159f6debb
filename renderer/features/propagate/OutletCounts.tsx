import { Check } from 'lucide-react';
import type { PropagationHit } from '#shared/domain/propagation';
import { libraryMessages } from '#shared/messages/en/library';
import { propagationMessages as words } from '#shared/messages/en/propagation';
import type { Accepted } from './use-accepted.ts';

type Props = { hits: readonly PropagationHit[]; accepted: Accepted };

/** How many places each outlet has, the most first; all of one are accepted or skipped at once. */
export function OutletCounts({ hits, accepted }: Props) {
  const rows = Map.groupBy(hits.keys(), (row) => hits[row]!.outlet);
  const outlets = [...rows].sort(([, a], [, b]) => b.length - a.length);
  return (
    <ul className="prop-outlets" aria-label={words.outlets}>
      {outlets.map(([outlet, places]) => {
        const name = outlet ?? libraryMessages.outletUnknown;
        const count = places.filter((row) => accepted.isAccepted(row)).length;
        const isAll = count === places.length;
        return (
          <li key={outlet ?? ''}>
            <button
              type="button"
              className="item"
              role="checkbox"
              aria-checked={isAll ? true : count > 0 ? 'mixed' : false}
              aria-label={words.outletPlaces(name, count, places.length)}
              onClick={() => accepted.set(places, !isAll)}
            >
              <span className={`check ${isAll ? 'is-on' : count > 0 ? 'is-some' : ''}`} aria-hidden="true">
                <span className="box">
                  <Check className="i" />
                </span>
              </span>
              <bdi className="trunc grow">{name}</bdi>
              <span className="num muted">{words.of(count, places.length)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
