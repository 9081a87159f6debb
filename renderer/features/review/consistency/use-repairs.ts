import { useRef, useState } from 'react';
import type { Progress } from '#shared/api/contract';
import { MOST_MENDED, type Finding } from '#shared/domain/consistency';
import { consistencyMessages as words } from '#shared/messages/en/consistency';
import { hasCode, runJob } from '../../../api/client.ts';
import { inTurn, save } from '../../../api/save.ts';
import { say, sayError } from '../../../ui/toasts.tsx';

export const isMendable = ({ annotation, label, fix }: Finding) =>
  annotation !== null && label !== null && fix !== null;

/** Mends findings, or says that they are right as they are. `setGone`: takes them out of sight, or brings them back. */
export function useRepairs(setGone: (some: readonly Finding[], isGone: boolean) => void) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [many, setMany] = useState(false);
  const stop = useRef<AbortController>(null);

  const mend = async (some: readonly Finding[]) => {
    const meant = some.filter(isMendable).slice(0, MOST_MENDED);
    if (meant.length === 0) return;
    const fixes = meant.map(({ annotation, label, start, end, fix }) => ({
      annotation: annotation!,
      label: label!,
      start,
      end,
      fix: fix!,
    }));
    stop.current = new AbortController();
    setMany(meant.length > 1);
    setGone(meant, true);
    try {
      const options = { signal: stop.current.signal, onProgress: setProgress };
      const { changed, reviewed, left } = await inTurn(() => runJob('consistency:fix', { fixes }, options));
      say({ text: words.fixed(changed, reviewed, left) });
      if (left > 0) setGone(meant, false); // which ones is told when all was looked through again
    } catch (error) {
      setGone(meant, false);
      if (!hasCode(error, 'cancelled')) sayError(error);
    } finally {
      setMany(false);
      setProgress(null);
    }
  };
  const exempt = async (finding: Finding) => {
    const { rule, subject, isExempt } = finding;
    setGone([finding], true);
    try {
      await save('consistency:exempt', { rule, subject, isExempt: !isExempt });
    } catch (error) {
      setGone([finding], false);
      sayError(error);
    }
  };
  return { mend, exempt, progress, isMendingMany: many, cancel: () => stop.current?.abort() };
}
