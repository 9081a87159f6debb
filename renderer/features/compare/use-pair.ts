import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { ClaimJoin } from '#shared/domain/article-pair';
import type { BothSides, SideName } from '#shared/domain/comparison';
import { queries } from '../../api/queries.ts';
import type { ArticlePair } from './compare-props.ts';
import { toJoinKey } from './gutter-items.ts';
import { useComparison } from './use-comparison.ts';

/** The entity that is lit in both texts. */
export type Lit = { entity: string; name: string; label: string };

const none: Annotation[] = [];
const noLabels: Label[] = [];

/**
 * What two articles have to do with each other, and what of it is in focus: what a person came to last in either text says which
 * entity is lit in both, and which pair of claims is looked at.
 */
export function usePair(pair: ArticlePair, checkedOnly: boolean) {
  const asked = useComparison('compare:pair', { ...pair, checkedOnly });
  const texts = { a: useQuery(queries.article(pair.a)).data, b: useQuery(queries.article(pair.b)).data };
  const annotations: BothSides<Annotation[]> = {
    a: useQuery(queries.annotations(pair.a)).data?.annotations ?? none,
    b: useQuery(queries.annotations(pair.b)).data?.annotations ?? none,
  };
  const labels = useQuery(queries.codebook()).data?.labels ?? noLabels;
  const isOfPair = asked.data?.articles.a === pair.a && asked.data.articles.b === pair.b;
  const compared = isOfPair ? asked.data : undefined;

  const [focus, setFocus] = useState<{ side: SideName; annotation: string; n: number } | null>(null);
  const [heeded, setHeeded] = useState('');
  const [lit, setLit] = useState<Lit | null>(null);
  const [joinKey, setJoinKey] = useState<string | null>(null);

  const focused = focus && annotations[focus.side].find(({ uid }) => uid === focus.annotation);
  const joins = compared?.joins ?? [];
  const isOf = (join: ClaimJoin) => focus !== null && join[focus.side].claim === focus.annotation;
  const joined = joins.find((join) => isOf(join) && toJoinKey(join) === joinKey) ?? joins.find(isOf);
  const heard = focused ? `${focus.n} ${focused.entityUid ?? ''} ${joined ? toJoinKey(joined) : ''}` : heeded;
  if (heard !== heeded) {
    setHeeded(heard);
    if (focused?.entityUid) setLit({ entity: focused.entityUid, name: focused.entity ?? '', label: focused.label });
    if (joined) setJoinKey(toJoinKey(joined));
  }

  return {
    asked,
    compared,
    texts,
    annotations,
    labels,
    lit,
    putOut: () => setLit(null),
    join: joins.find((join) => toJoinKey(join) === joinKey) ?? null,
    chooseJoin: setJoinKey,
    /** Changes with each thing that is come to. */
    heeded,
    focus,
    comeTo: (side: SideName, annotation: string | null) => {
      if (annotation !== null) setFocus((before) => ({ side, annotation, n: (before?.n ?? 0) + 1 }));
    },
  };
}
export type Pair = ReturnType<typeof usePair>;
