import type { Coefficient } from '#shared/domain/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';

/** Two digits, without a nought before the point, as figures of agreement are written. */
const figureWords = (value: number) => value.toFixed(2).replace(/^(-?)0\./u, '$1.');

type Props = { name: string; figure: Coefficient; isStrong?: boolean };

/** A figure with its interval, or that it is undefined and why. */
export function FigureCell({ name, figure: { value, low, high, undefinedBecause }, isStrong = false }: Props) {
  if (value === null)
    return (
      <td className="num muted" title={words.undefinedBecause(name, undefinedBecause ?? '')}>
        –<span className="vh">{words.undefinedBecause(name, undefinedBecause ?? '')}</span>
      </td>
    );
  const interval = low === null || high === null ? undefined : words.interval(figureWords(low), figureWords(high));
  return (
    <td className={`num${isStrong ? ' strong' : ''}`} title={interval}>
      {figureWords(value)}
    </td>
  );
}
