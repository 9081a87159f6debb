import type { SideName } from '#shared/domain/comparison';

/** The letter of a side: A is solid ink, B is outlined. */
export const SideMark = ({ side }: { side: SideName }) => (
  <span className={`sidemark side-${side}`}>{side.toUpperCase()}</span>
);
