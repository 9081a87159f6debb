import { useId, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import { numberWords } from '#shared/messages/en/ui';

type Props = {
  legend: string;
  options: readonly { value: string; name?: string; count?: number }[];
  /** None means any. */
  chosen: readonly string[];
  onChoose(chosen: string[]): void;
  /** Between the legend and the options. */
  children?: ReactNode;
};

/** Some of several things, or any of them. */
export function CheckList({ legend, options, chosen, onChoose, children }: Props) {
  const id = useId();
  return (
    <div className="check-set side-checks" role="group" aria-labelledby={id}>
      <div className="sec-h" id={id}>
        {legend}
      </div>
      {children}
      <div className="side-options">
        {options.map(({ value, name = value, count }) => {
          const isOn = chosen.includes(value);
          return (
            <label key={value} className={`check ${isOn ? 'is-on' : ''}`}>
              <input
                type="checkbox"
                className="check-input"
                checked={isOn}
                onChange={() => onChoose(isOn ? chosen.filter((each) => each !== value) : [...chosen, value])}
              />
              <span className="box">
                <Check className="i" aria-hidden="true" />
              </span>
              <bdi className="grow trunc">{name}</bdi>
              {count !== undefined && <span className="num muted">{numberWords(count)}</span>}
            </label>
          );
        })}
      </div>
    </div>
  );
}
