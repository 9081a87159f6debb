import type { KeynessFigures } from '#shared/domain/keyness';

/** Unit: pixels; and doublings to either side. */
const [WIDTH, HEIGHT, MOST] = [96, 14, 8];
const toX = (doublings: number) => WIDTH / 2 - (Math.max(-MOST, Math.min(MOST, doublings)) * WIDTH) / 2 / MOST;

/** A bar to how much the sides differ at the least and a line to how much was counted: A to the left, B to the right. */
export function KeynessMark({ lrc, logRatio }: Pick<KeynessFigures, 'lrc' | 'logRatio'>) {
  const [zero, least, counted] = [toX(0), toX(lrc), toX(logRatio)];
  return (
    <svg className="keyness-mark" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <line className="keyness-zero" x1={zero} x2={zero} y1={1} y2={HEIGHT - 1} />
      <line className="keyness-counted" x1={zero} x2={counted} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <line className="keyness-counted" x1={counted} x2={counted} y1={4} y2={HEIGHT - 4} />
      {lrc !== 0 && (
        <rect
          className={lrc > 0 ? 'keyness-a' : 'keyness-b'}
          x={Math.min(zero, least)}
          y={3}
          width={Math.abs(zero - least)}
          height={HEIGHT - 6}
        />
      )}
    </svg>
  );
}
