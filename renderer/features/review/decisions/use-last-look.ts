import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { queries, useStatus } from '../../../api/queries.ts';
import { call } from '../../../api/client.ts';
import { sayError } from '../../../ui/toasts.tsx';

/**
 * When the person looked last before this tab was opened; null where they never did. `newest`: when the newest decision that is seen now was
 * taken, null where there is none, undefined while that is not known.
 */
export function useLastLook(newest: string | null | undefined): string | null {
  const status = useStatus();
  const looked = useQuery(queries.settings()).data?.looked;
  const key = status?.annotator ? `${status.uid} ${status.annotator}` : null;
  const [before, setBefore] = useState<{ key: string; at: string | null } | null>(null);
  const now = key === null ? null : (looked?.[key] ?? null);
  if (key !== null && looked && before?.key !== key) setBefore({ key, at: now });
  useEffect(() => {
    if (key === null || !looked || !newest || (now !== null && now >= newest)) return;
    call('settings:set', { looked: { [key]: newest } }).catch(sayError);
  }, [key, looked, newest, now]);
  return before?.key === key ? (before?.at ?? null) : null;
}
