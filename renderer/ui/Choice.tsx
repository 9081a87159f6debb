import { useRef, type KeyboardEvent, type ReactNode } from 'react';

type Props<T extends string> = {
  label: string;
  value: T | null;
  options: readonly { value: T; name: ReactNode }[];
  isOff?: boolean;
  onChoose(value: T): void;
};

/** One of a few, all in sight. Arrows move, Space or Enter chooses, so that passing by changes nothing. */
export function Choice<T extends string>({ label, value, options, isOff = false, onChoose }: Props<T>) {
  const group = useRef<HTMLDivElement>(null);
  const entry = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );

  const move = (event: KeyboardEvent, from: number) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = group.current?.querySelectorAll('button');
    buttons?.[(from + by + options.length) % options.length]?.focus();
  };

  return (
    <div ref={group} className="seg" role="radiogroup" aria-label={label} aria-disabled={isOff}>
      {options.map((option, n) => (
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={n === entry ? 0 : -1}
          disabled={isOff}
          onClick={() => option.value !== value && onChoose(option.value)}
          onKeyDown={(event) => move(event, n)}
        >
          {option.name}
        </button>
      ))}
    </div>
  );
}
