import { initialsOf } from '#shared/messages/en/ui';

/** A person by their first letters; the name stands beside it. */
export function Avatar({ name, isSmall = false }: { name: string; isSmall?: boolean }) {
  return (
    <span className={isSmall ? 'who who-sm' : 'who'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
