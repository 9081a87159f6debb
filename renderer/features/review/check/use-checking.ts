import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Input } from '#shared/api/contract';
import type { Annotation, AnnotationState } from '#shared/domain/annotation';
import type { AnnotationFilter } from '#shared/domain/filter';
import type { CitedRule, Decision } from '#shared/domain/review';
import { checkMessages as words } from '#shared/messages/en/check';
import { checkQueries } from '../../../api/queries-check.ts';
import { inTurn, save } from '../../../api/save.ts';
import { announce } from '../../../ui/announcer.tsx';
import { sayError } from '../../../ui/toasts.tsx';
import { quoteOf } from '../settle/differences.ts';

/** Annotations that stand in the queue at once; as they are decided on, others come. */
const IN_QUEUE = 500;

export type Segment = Extract<AnnotationState, 'unchecked' | 'unsure' | 'accepted'>;
/** What is open below the text. */
export type Mode = 'ask' | 'rejected' | 'unsure' | 'corrected' | 'missing';
export type Draft = { comment: string; rule: CitedRule | null };
export type Correction = NonNullable<Input<'reviews:create'>['correction']>;
export type Missing = Pick<Input<'reviews:missing'>, 'label' | 'spans' | 'entity' | 'newEntity' | 'attributes'>;

const noDraft: Draft = { comment: '', rule: null };
const none: Annotation[] = [];
const noneOutdated = { total: 0, uids: new Set<string>() };

/** `filter`: without a state; `onlyOutdated`: what was changed after a review. */
type Wished = { filter: AnnotationFilter; onlyOutdated: boolean; isOff: boolean };

/** Going through a queue of others' annotations and deciding on each, after which the next is in focus. */
export function useChecking({ filter, onlyOutdated, isOff }: Wished) {
  const [segment, setSegment] = useState<Segment>('unchecked');
  const [limit, setLimit] = useState(IN_QUEUE);
  const [chosen, setChosen] = useState<string | null>(null);
  const [mode, setMode] = useState<Mode>('ask');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  /** What was decided on here, and when that was on the disk: a queue that was asked for before does not know of it. */
  const [decided, setDecided] = useState<ReadonlyMap<string, number>>(new Map());
  const wish: AnnotationFilter = { ...filter, layer: 'result', annotationStates: [segment] };
  const { data, error } = useQuery({
    ...checkQueries.queue(wish, onlyOutdated, limit),
    enabled: !isOff,
    placeholderData: keepPreviousData,
  });
  const listed = isOff ? none : (data?.annotations ?? none);
  const askedAt = data?.askedAt ?? 0;
  const shown = useMemo(
    () => listed.filter(({ uid }) => (decided.get(uid) ?? 0) <= askedAt),
    [listed, decided, askedAt],
  );
  const focused = shown.find(({ uid }) => uid === chosen) ?? shown[0] ?? null;
  const total = Math.max(shown.length, (data?.total ?? 0) - (listed.length - shown.length));

  const before = useRef(new Set<string>());
  const isMine = useRef(new Set<string>());
  /** What comes back into the queue, by an undo, comes into focus. */
  const follow = useEffectEvent(() => {
    const back = shown.find(({ uid }) => isMine.current.has(uid) && !before.current.has(uid));
    before.current = new Set(shown.map(({ uid }) => uid));
    if (back) setChosen(back.uid);
  });
  useEffect(() => follow(), [data]);

  const choose = (uid: string) => {
    setChosen(uid);
    setMode('ask');
  };
  const step = (by: 1 | -1): void => {
    const beside = shown[shown.findIndex((each) => each === focused) + by];
    if (beside) choose(beside.uid);
  };
  const draft = (focused && drafts.get(focused.uid)) ?? noDraft;
  const change = (changes: Partial<Draft>) =>
    focused && setDrafts((now) => new Map(now).set(focused.uid, { ...draft, ...changes }));
  const forget = (uid: string) => setDrafts((now) => new Map([...now].filter(([each]) => each !== uid)));

  const decide = (decision: Decision, reason = '', correction?: Correction) => {
    if (!focused) return;
    const { uid } = focused;
    const at = shown.findIndex((each) => each.uid === uid);
    const next = shown[at + 1] ?? shown[at - 1];
    const staysIn = segment === (decision as AnnotationState);
    isMine.current.add(uid);
    if (!staysIn) setDecided((now) => new Map(now).set(uid, Infinity));
    if (next) setChosen(next.uid); // the next key is for the next one at once
    setMode('ask');
    inTurn(async () => {
      await save('reviews:create', { annotation: uid, decision, reason, ...draft, ...(correction && { correction }) });
      if (!staysIn) {
        setDecided((now) => new Map(now).set(uid, performance.now()));
        before.current.delete(uid); // an undo can be quicker than the next queue
      }
      forget(uid);
      announce(words.done(decision, quoteOf(focused), staysIn ? total : total - 1));
    }).catch((failure: unknown) => {
      setDecided((now) => new Map([...now].filter(([each]) => each !== uid)));
      setChosen(uid);
      sayError(failure);
    });
  };
  const addMissing = (missing: Missing, quote: string, reason: string) => {
    if (!focused) return;
    const { article, uid } = focused;
    setMode('ask');
    inTurn(async () => {
      await save('reviews:missing', { article, ...missing, reason, ...draft });
      forget(uid);
      announce(words.done('missing', quote, total));
    }).catch(sayError);
  };

  return {
    segment,
    setSegment(next: Segment) {
      setSegment(next);
      setLimit(IN_QUEUE);
      setMode('ask');
    },
    shown,
    titles: data?.titles,
    outdated: data?.outdated ?? noneOutdated,
    total,
    isRead: data !== undefined || isOff,
    error,
    left: Math.max(0, total - shown.length),
    more: () => setLimit(limit + IN_QUEUE),
    focused,
    choose,
    step,
    mode,
    setMode,
    draft,
    change,
    decide,
    addMissing,
  };
}
export type Checking = ReturnType<typeof useChecking>;
