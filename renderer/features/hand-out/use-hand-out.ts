import { useEffect, useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import { call, runJob } from '../../api/client.ts';
import type { HandOutChoice } from './hand-out-choice.ts';

type Asked = { choice: HandOutChoice; name: string; isDesktop: boolean };

/** Writes the package where the system's dialog says, or into a folder of this computer; null where somebody thought better of it. */
export function useHandOut() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const write = useMutation({
    async mutationFn({ choice: { person, filter, isBlind, folder }, name, isDesktop }: Asked) {
      const place = { name, ...(folder !== null && { folder }) };
      const to = isDesktop ? await askWhere(name) : place;
      if (to === null) return null;
      stop.current = new AbortController();
      const options = { onProgress: setProgress, signal: stop.current.signal };
      return runJob('packages:write', { for: person.trim(), filter, isBlind, to }, options);
    },
    onSettled: () => setProgress(null),
  });
  return { write, progress, cancel: () => stop.current?.abort() };
}

async function askWhere(suggestedName: string) {
  const { handle } = await call('door:choose-corpus', { purpose: 'new', suggestedName });
  return handle === null ? null : { handle };
}
