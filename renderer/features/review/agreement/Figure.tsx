import type { Coefficient } from '#shared/domain/agreement';
import { agreementViewMessages as words } from '#shared/messages/en/agreement-view';
import { figureWords, intervalWords } from './figure-words.ts';
import { Interval } from './Interval.tsx';

type Props = {
  name: string;
  figure: Coefficient;
  /** Whether its interval is drawn too. */
  isDrawn: boolean;
};

/** A dash that says why there is no figure. */
export function NoFigure({ name, figure: { undefinedBecause } }: Omit<Props, 'isDrawn'>) {
  const why = words.undefinedBecause(name, undefinedBecause ?? '');
  return (
    <span className="muted" title={why}>
      <span aria-hidden="true">–</span>
      <span className="vh">{why}</span>
    </span>
  );
}

/** A figure over its interval; where it is undefined, a dash that says why. */
export function Figure({ name, figure, isDrawn }: Props) {
  const { value } = figure;
  if (value === null) return <NoFigure name={name} figure={figure} />;
  const interval = intervalWords(figure);
  return (
    <span className={isDrawn ? 'ra-figure ra-drawn' : 'ra-figure'}>
      {isDrawn && <Interval figure={figure} />}
      <span>
        <span className={isDrawn ? 'strong' : undefined}>{figureWords(value)}</span>{' '}
        {interval !== null && <span className="ra-interval">{interval}</span>}
      </span>
    </span>
  );
}
