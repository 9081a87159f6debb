import { useState } from 'react';

type Props = {
  name: string;
  placeholder: string;
  /** How a date is written. */
  hint: string;
  value: string | undefined;
  /** Whether what was typed is a date. */
  isDate(typed: string): boolean;
  onChange(date: string | undefined): void;
};

/** A date as exactly as it is known; what is no date yet chooses nothing. */
export function DateField({ name, placeholder, hint, value, isDate, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value ?? '';
  return (
    <input
      className="lib-date"
      aria-label={name}
      aria-invalid={shown !== '' && !isDate(shown)}
      placeholder={placeholder}
      title={hint}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        if (target.value === '') onChange(undefined);
        else onChange(isDate(target.value) ? target.value : undefined);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
