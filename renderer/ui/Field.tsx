import { useId, type ComponentProps, type ReactNode } from 'react';

type FieldProps = { label: string; hint?: ReactNode; isBad?: boolean };

/** A line of text with its name above and what helps below. */
export function TextField({ label, hint, isBad = false, ...rest }: FieldProps & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className="stack field-stack">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <span className={`field ${isBad ? 'is-bad' : ''}`}>
        <input
          id={id}
          aria-invalid={isBad}
          {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
          {...rest}
        />
      </span>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
    </div>
  );
}
