import type { Compared, SideName } from '#shared/domain/comparison';
import type { ShownWords } from './compare-props.ts';
import { LINES_SHOWN, SideLines } from './SideLines.tsx';
import { useComparison } from './use-comparison.ts';

const SIDES = ['a', 'b'] as const;

type Props = { compared: Compared; word: string; onOpen(shown: ShownWords): void };

/** The newest lines with a word, each side's beside the other's. */
export const WordLines = (props: Props) => (
  <div className="behind">
    {SIDES.map((side) => (
      <LinesWithWord key={side} side={side} {...props} />
    ))}
  </div>
);

function LinesWithWord({ compared, word, side, onOpen }: Props & { side: SideName }) {
  const asked = useComparison('compare:word-lines', { ...compared, word, side, ...LINES_SHOWN });
  return <SideLines side={side} asked={asked} onOpen={onOpen} />;
}
