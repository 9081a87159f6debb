import type { Compared, SideName } from '#shared/domain/comparison';
import type { MentionsMeant } from '#shared/domain/mention-line';
import type { ShownWords } from './compare-props.ts';
import { LINES_SHOWN, SideLines } from './SideLines.tsx';
import { useComparison } from './use-comparison.ts';

type Props = {
  compared: Compared;
  sides: readonly SideName[];
  meant: MentionsMeant;
  /** The words that are meant stand one below the other. */
  isConcordance?: boolean;
  onOpen(shown: ShownWords): void;
};

/** The newest lines of the annotations that stand behind a row, each side's beside the other's. */
export const BehindLines = ({ sides, ...props }: Props) => (
  <div className="behind">
    {sides.map((side) => (
      <MentionLines key={side} side={side} {...props} />
    ))}
  </div>
);

function MentionLines({ compared, side, meant, ...props }: Omit<Props, 'sides'> & { side: SideName }) {
  const asked = useComparison('compare:lines', { ...compared, ...meant, of: 'mentions', side, ...LINES_SHOWN });
  return <SideLines side={side} asked={asked} {...props} />;
}
