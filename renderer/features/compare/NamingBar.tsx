import type { SideName, Voice } from '#shared/domain/comparison';
import type { FormNaming } from '#shared/domain/naming';
import { namingMessages as words } from '#shared/messages/en/compare-naming';

/** A is solid and B outlined; words of others are hatched. */
const toClass = (side: SideName, voice: Voice) =>
  [`bar-${side}`, voice !== 'own' && 'bar-q', voice === 'attributed' && 'bar-t']
    .filter((each) => each !== false)
    .join(' ');

type Props = { row: FormNaming; voices: readonly Voice[]; most: number };

/** The mentions of a form as a bar, A's to the left and B's to the right; `most` fills a wing. The numbers stand beside it. */
export function NamingBar({ row, voices, most }: Props) {
  const wing = (side: SideName, order: readonly Voice[]) => (
    <span className={`naming-wing naming-wing-${side}`}>
      {order
        .filter((voice) => row[side][voice] > 0)
        .map((voice) => (
          <i key={voice} className={toClass(side, voice)} style={{ width: `${(row[side][voice] / most) * 100}%` }} />
        ))}
    </span>
  );
  return (
    <td className="naming-fly" aria-hidden="true">
      {wing('a', voices.toReversed())}
      {wing('b', voices)}
    </td>
  );
}

/** What the bars stand for. */
export function NamingKey({ voices }: { voices: readonly Voice[] }) {
  const entry = (side: SideName, voice: Voice) => (
    <span key={side + voice} className={voice === 'own' ? undefined : 'naming-key-quiet'}>
      <i className={toClass(side, voice)} aria-hidden="true" />
      {voice === 'own' ? words.own(side) : words.voices[voice]}
    </span>
  );
  return (
    <span className="naming-key">
      {voices.toReversed().map((voice) => entry('a', voice))}
      {voices.map((voice) => entry('b', voice))}
    </span>
  );
}
