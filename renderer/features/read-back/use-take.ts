import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Progress } from '#shared/api/contract';
import type { DifferenceKind, InterchangePlan } from '#shared/domain/interchange';
import { readBackMessages as words } from '#shared/messages/en/read-back';
import { call, runJob } from '../../api/client.ts';
import { countAll, countKinds, toTake, type Decisions } from './decisions.ts';
import { toAsked, type Reading } from './reading-choice.ts';

/** Keys that are asked for at once. */
const KEYS_AT_ONCE = 1000;

type Asked = { reading: Reading; plan: InterchangePlan; decisions: Decisions };

/** Takes what was decided, as one step that can be stopped. */
export function useTake() {
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController>(null);

  const listKeys = async (plan: string, kinds: DifferenceKind[], total: number, signal: AbortSignal) => {
    const keys: string[] = [];
    while (keys.length < total) {
      signal.throwIfAborted();
      setProgress({ done: keys.length, total, what: words.gathering });
      const page = { offset: keys.length, limit: KEYS_AT_ONCE };
      const { differences } = await call('interchange:differences', { plan, kinds, ...page });
      if (differences.length === 0) break;
      keys.push(...differences.map(({ key }) => key));
    }
    return keys;
  };

  const run = useMutation({
    async mutationFn({ reading, plan, decisions }: Asked) {
      stop.current = new AbortController();
      const { signal } = stop.current;
      const counts = countKinds(plan);
      const take = await toTake(decisions, counts, (kinds) =>
        listKeys(plan.plan, kinds, countAll(counts, kinds), signal),
      );
      if (take === undefined) return null;
      return runJob('interchange:import', { ...toAsked(reading), take }, { signal, onProgress: setProgress });
    },
    onSettled: () => setProgress(null),
  });
  return { run, progress, cancel: () => stop.current?.abort() };
}
