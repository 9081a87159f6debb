import { useEffect, useState } from 'react';
import type { Progress } from '#shared/api/contract';
import { listen } from './client.ts';

/** How far a long call is that is no job; null while none has said. */
export function useCallProgress(): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => listen((event) => event.type === 'progress' && setProgress(event.progress)), []);
  return progress;
}
