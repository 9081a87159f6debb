import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Input } from '#shared/api/contract';
import type { CitedRule } from '#shared/domain/review';
import type { Adjudication, SettlementDecision } from '#shared/domain/settlement';
import { settleMessages as words } from '#shared/messages/en/settle';
import { adjudicationQueries, type Coders } from '../../../api/queries-adjudication.ts';
import { inTurn, save } from '../../../api/save.ts';
import { announce } from '../../../ui/announcer.tsx';
import { sayError } from '../../../ui/toasts.tsx';
import { findNext, listPairs, segmentOf, wordsOf, type Pair, type Segment } from './differences.ts';

/** What is said beside a decision. */
export type Draft = { reason: string; comment: string; rule: CitedRule | null };
export type NewTag = NonNullable<Input<'adjudication:settle'>['annotation']>;

const noDraft: Draft = { reason: '', comment: '', rule: null };
const none: Pair[] = [];

/** Going through the differences of an article and deciding on them, after which the next open one is in focus. */
export function useSettling(article: string, coders: Coders, adjudication: Adjudication | undefined) {
  const client = useQueryClient();
  const pairs = useMemo(() => (adjudication ? listPairs(adjudication) : none), [adjudication]);
  const [segment, setSegment] = useState<Segment | 'agreed'>('open');
  const [chosen, choose] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const [isMaking, setMaking] = useState(false);
  const shown = useMemo(() => pairs.filter((pair) => pair.segment === segment), [pairs, segment]);
  const focused = shown.find(({ difference }) => difference.uid === chosen) ?? shown[0] ?? null;
  const uid = focused?.difference.uid ?? null;

  /** What was decided here and is not listed so yet: keys can be quicker than the disk. */
  const decided = useRef(new Set<string>());
  const before = useRef(new Map<string, Segment>());
  /** What is open again, by an undo or because another took it back, comes into focus. */
  const follow = useEffectEvent(() => {
    const back = pairs.find(
      ({ difference, segment: now }) => now === 'open' && (before.current.get(difference.uid) ?? 'open') !== 'open',
    );
    before.current = new Map(pairs.map((pair) => [pair.difference.uid, pair.segment]));
    for (const pair of pairs) if (pair.segment !== 'open') decided.current.delete(pair.difference.uid);
    if (!back) return;
    setSegment('open');
    choose(back.difference.uid);
  });
  useEffect(() => follow(), [pairs]);

  const settlement = focused?.difference.settlement ?? null;
  const draft: Draft =
    (uid === null ? undefined : drafts.get(uid)) ??
    (settlement ? { reason: settlement.reason, comment: settlement.comment, rule: settlement.rule } : noDraft);
  const forgetDraft = (of: string) => setDrafts((now) => new Map([...now].filter(([each]) => each !== of)));

  const keep = (fresh: Adjudication) =>
    client.setQueryData(adjudicationQueries.article(article, coders).queryKey, fresh);

  const decide = (decision: SettlementDecision, annotation?: NewTag) => {
    if (!focused || !adjudication) return;
    const { difference } = focused;
    const next = focused.segment === 'open' ? findNext(pairs, difference.uid, decided.current) : undefined;
    decided.current.add(difference.uid);
    setMaking(false);
    if (next) choose(next.difference.uid); // the next key is for the next one at once
    inTurn(async () => {
      const fresh = await save('adjudication:settle', {
        article: adjudication.article,
        coders,
        difference: difference.uid,
        decision,
        ...draft,
        ...(annotation && { annotation }),
      });
      keep(fresh);
      forgetDraft(difference.uid);
      const left = fresh.differences.filter((each) => segmentOf(each) === 'open').length;
      announce(words.done(decision, wordsOf(focused), left));
    }).catch((error: unknown) => {
      decided.current.delete(difference.uid);
      choose(difference.uid);
      sayError(error);
    });
  };

  /** Nothing is left to decide, and what follows by rule has not been put into the settled layer. */
  const canTakeIn =
    adjudication !== undefined &&
    pairs.every((pair) => pair.segment === 'settled') &&
    (adjudication.state === null || adjudication.isChanged);

  return {
    pairs,
    shown,
    canTakeIn,
    segment,
    focused,
    draft,
    isMaking,
    choose(of: string) {
      choose(of);
      setMaking(false);
      const there = pairs.find(({ difference }) => difference.uid === of);
      if (there) setSegment(there.segment);
    },
    setSegment(next: Segment | 'agreed') {
      setSegment(next);
      setMaking(false);
    },
    setMaking,
    change(changes: Partial<Draft>) {
      if (uid !== null) setDrafts((now) => new Map(now).set(uid, { ...draft, ...changes }));
    },
    isChanged: uid !== null && drafts.has(uid),
    decide,
    /** Puts what agrees into the settled layer. */
    begin: () =>
      adjudication &&
      void inTurn(async () => {
        const fresh = await save('adjudication:start', { article: adjudication.article, coders });
        keep(fresh);
        announce(adjudication.state === 'done' ? words.takenIn : words.begun(fresh.agreed.length));
      }).catch(sayError),
    /** Says something about a difference that was decided on; false where it could not be said. */
    comment: (text: string): Promise<boolean> =>
      focused && adjudication
        ? inTurn(async () => {
            const { article: of } = adjudication;
            keep(await save('adjudication:comment', { article: of, coders, difference: focused.difference.uid, text }));
            return true;
          }).catch((error: unknown) => {
            sayError(error);
            return false;
          })
        : Promise.resolve(false),
  };
}
export type Settling = ReturnType<typeof useSettling>;
