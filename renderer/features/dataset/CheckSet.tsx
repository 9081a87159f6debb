import { useId, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import { numberWords } from '#shared/messages/en/ui';
import { toggle } from './dataset-choice.ts';

type Option = { value: string; name?: ReactNode; sign?: ReactNode; count?: number | undefined };
type Props = {
  legend: string;
  aside?: ReactNode;
  options: Option[];
  /** Null means all of them. */
  chosen: string[] | null;
  onChoose(chosen: string[] | null): void;
  children?: ReactNode;
};

/** Some of a few things, each with how much there is of it. */
export function CheckSet({ legend, aside, options, chosen, onChoose, children }: Props) {
  const id = useId();
  const all = options.map(({ value }) => value);
  return (
    <div className="sec check-set" role="group" aria-labelledby={id}>
      <div className="sec-h" id={id}>
        {legend}
        {aside !== undefined && <span className="end tnum">{aside}</span>}
      </div>
      {options.map(({ value, name, sign, count }) => {
        const isOn = chosen?.includes(value) ?? true;
        return (
          <label key={value} className={`check ${isOn ? 'is-on' : ''}`}>
            <input
              type="checkbox"
              className="check-input"
              checked={isOn}
              onChange={() => onChoose(toggle(all, chosen, value))}
            />
            <span className="box">
              <Check className="i" aria-hidden="true" />
            </span>
            {sign}
            <bdi className="grow trunc">{name ?? value}</bdi>
            {count !== undefined && <span className="num muted">{numberWords(count)}</span>}
          </label>
        );
      })}
      {children}
    </div>
  );
}
