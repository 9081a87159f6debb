import type { CSSProperties } from 'react';
import { initialsOf } from '#shared/messages/en/ui';

type Props = {
  name: string;
  isSmall?: boolean;
  /** Where they are not the first letters of the name. */
  initials?: string | undefined;
  /** A ring in the person's own colour. */
  colour?: string | null | undefined;
};

/** A person by their initials; the name stands beside it. */
export function Avatar({ name, isSmall = false, initials, colour = null }: Props) {
  const classes = ['who', ...(isSmall ? ['who-sm'] : []), ...(colour === null ? [] : ['who-own'])];
  return (
    <span
      className={classes.join(' ')}
      aria-hidden="true"
      {...(colour !== null && { style: { '--who': colour } as CSSProperties })}
    >
      {initials ?? initialsOf(name)}
    </span>
  );
}
