import { useState } from 'react';
import { ConsistencyRule, type Finding } from '#shared/domain/consistency';
import { useAskedJob } from '../../../api/use-asked-job.ts';

/** Of each rule; the next ones come as these are mended. */
const LIMIT = 1000;
/** Near copies are looked for when they are asked for: it takes longest. */
const QUICK = ConsistencyRule.options.filter((rule) => rule !== 'near-copies');

const none = { data: undefined };

export const keyOf = ({ rule, subject }: Pick<Finding, 'rule' | 'subject'>) => `${rule} ${subject}`;

/** What is looked for; null: all but near copies. */
export type Wish = { rule: ConsistencyRule | null; onlyExempt: boolean };

/** What does not fit together. What was mended or decided on is gone at once, while all is looked through again. */
export function useFindings({ rule, onlyExempt }: Wish) {
  const isCopies = rule === 'near-copies';
  const quick = useAskedJob('consistency', 'consistency:find', { onlyExempt, rules: QUICK, limit: LIMIT });
  const copies = useAskedJob(
    'consistency',
    'consistency:find',
    { onlyExempt, rules: ['near-copies'], limit: LIMIT },
    !isCopies,
  );
  const asked = isCopies ? copies : quick;
  const [done, setDone] = useState({ of: asked.data, keys: new Set<string>() });
  const gone = done.of === asked.data ? done.keys : new Set<string>();
  const all = asked.data?.findings ?? [];
  const findings = all.filter((each) => (rule === null || each.rule === rule) && !gone.has(keyOf(each)));
  const countGone = (of: ConsistencyRule) => all.filter((each) => each.rule === of && gone.has(keyOf(each))).length;
  const counts = ConsistencyRule.options.map((of) => {
    const { data } = of === 'near-copies' ? (isCopies ? copies : none) : quick;
    return { rule: of, n: data && data.counts[of] - (onlyExempt ? 0 : countGone(of)) };
  });
  /** Takes findings out of sight, or brings them back. */
  const setGone = (some: readonly Finding[], isGone: boolean) =>
    setDone((before) => {
      const keys = new Set(before.of === asked.data ? before.keys : []);
      for (const each of some)
        if (isGone) keys.add(keyOf(each));
        else keys.delete(keyOf(each));
      return { of: asked.data, keys };
    });
  return { asked, findings, counts, setGone };
}
