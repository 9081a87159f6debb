import { ChevronLeft, ChevronRight } from 'lucide-react';
import { reviewTagMessages as words } from '#shared/messages/en/review-tag';
import { Button } from '../../../ui/Button.tsx';
import type { Edge } from '../settle/move-edge.ts';

type Props = { edge: Edge; isOff: boolean; onMove(edge: Edge, by: 1 | -1): void };

/** An end of the words, moved word by word. */
export const EdgeButtons = ({ edge, isOff, onMove }: Props) => (
  <span className="edge-buttons">
    {([-1, 1] as const).map((by) => {
      const Icon = by === -1 ? ChevronLeft : ChevronRight;
      const name = words.edges[edge][by === -1 ? 'earlier' : 'later'];
      return (
        <Button
          key={by}
          size="small"
          variant="quiet"
          aria-label={name}
          title={name}
          disabled={isOff}
          icon={<Icon className="i i-12" aria-hidden="true" />}
          onClick={() => onMove(edge, by)}
        />
      );
    })}
  </span>
);
