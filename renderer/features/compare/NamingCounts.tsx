import type { KeyboardEvent } from 'react';
import type { SideName, Voice } from '#shared/domain/comparison';
import { namingMessages as words } from '#shared/messages/en/compare-naming';
import { numberWords } from '#shared/messages/en/ui';
import { parseStop, toStop } from './count-stops.ts';
import type { NamingCell } from './naming-cell.ts';

/** What the numbers of a table share. `stop`: the one that `Tab` comes to, as `toStop` writes it. */
export type CountProps = {
  voices: readonly Voice[];
  open: NamingCell | null;
  stop: string;
  onStop(stop: string): void;
  onOpen(cell: NamingCell): void;
};

type Props = CountProps & { side: SideName; counts: Record<Voice, number>; form: string | null; row: number };

/** How often a side uses a form, or all of them, by voice: buttons that open the lines. */
export function NamingCounts({ side, counts, form, row, voices, open, stop, onStop, onOpen }: Props) {
  return voices.map((voice, n) => {
    const count = counts[voice];
    const isOpen = open !== null && open.form === form && open.side === side && open.voice === voice;
    const here = toStop(row, (side === 'a' ? 0 : voices.length) + n);
    const classes = ['num', count === 0 && 'zero', voice !== 'own' && 'naming-quiet', isOpen && 'naming-on'];
    return (
      <td key={voice} className={classes.filter((each) => each !== false).join(' ')}>
        <button
          type="button"
          data-stop={here}
          tabIndex={here === stop ? 0 : -1}
          aria-label={words.cell(form ?? words.all, side, voice, count)}
          aria-pressed={isOpen}
          aria-disabled={count === 0}
          onFocus={() => onStop(here)}
          onClick={() => count > 0 && onOpen({ form, side, voice })}
        >
          {numberWords(count)}
        </button>
      </td>
    );
  });
}

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrows go from number to number. */
export function moveAmongCounts(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const { stop } = (event.target as HTMLElement).dataset;
  if (!step || stop === undefined) return;
  event.preventDefault();
  const [row, column] = parseStop(stop);
  const next = toStop(row + step[0], column + step[1]);
  event.currentTarget.querySelector<HTMLElement>(`[data-stop="${next}"]`)?.focus();
}
