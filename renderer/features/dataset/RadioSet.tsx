import { useId, type ReactNode } from 'react';

type Props<T extends string> = {
  legend: string;
  value: T;
  options: readonly { value: T; name: string; hint?: string; isOff?: boolean }[];
  onChoose(value: T): void;
  children?: ReactNode;
};

/** One of a few things, each with what is to be known of it. */
export function RadioSet<T extends string>({ legend, value, options, onChoose, children }: Props<T>) {
  const id = useId();
  return (
    <div className="sec check-set" role="radiogroup" aria-labelledby={id}>
      <div className="sec-h" id={id}>
        {legend}
      </div>
      {options.map((option) => (
        <label key={option.value} className={`check ${option.value === value ? 'is-on' : ''}`}>
          <input
            type="radio"
            name={id}
            className="check-input"
            checked={option.value === value}
            disabled={option.isOff ?? false}
            onChange={() => onChoose(option.value)}
          />
          <span className="dot" />
          <span>
            {option.name}
            {option.hint !== undefined && <span className="hint"> {option.hint}</span>}
          </span>
        </label>
      ))}
      {children}
    </div>
  );
}
