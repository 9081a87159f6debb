import { useMemo, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../api/queries.ts';
import { CommandKeysProvider } from '../ui/command-keys.ts';
import { toCommandKeys, withChanges } from './keys.ts';

/** Buttons within show the keys that the person has. */
export function KeysShown({ children }: { children: ReactNode }) {
  const changed = useQuery(queries.settings()).data?.keys;
  const keys = useMemo(() => toCommandKeys(withChanges(changed ?? {})), [changed]);
  return <CommandKeysProvider value={keys}>{children}</CommandKeysProvider>;
}
