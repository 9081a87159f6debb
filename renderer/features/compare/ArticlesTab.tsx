import { useMemo, useState, type KeyboardEvent } from 'react';
import type { OfferedPairs } from '#shared/domain/article-pair';
import { compareArticlesMessages as words } from '#shared/messages/en/compare-articles';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import type { ArticlePair, TabProps } from './compare-props.ts';
import { listGutterItems, toJoinKey, type PairMode } from './gutter-items.ts';
import { Looked } from './Looked.tsx';
import { PairBar } from './PairBar.tsx';
import { PairReaders } from './PairReaders.tsx';
import { PairTray } from './PairTray.tsx';
import { PickPair } from './PickPair.tsx';
import { useAside } from './use-aside.ts';
import { useComparison } from './use-comparison.ts';
import { usePair } from './use-pair.ts';

const noPairs: OfferedPairs = { pairs: [], undated: { a: 0, b: 0 } };

/** Two articles side by side, both live: of the offered pairs, or as a person picks them. */
export function ArticlesTab(props: TabProps) {
  const { compared, pair: chosen, onCompareArticles } = props;
  const offered = useComparison('compare:pairs', compared);
  const [isPicking, setPicking] = useState(false);
  const [half, setHalf] = useState<Partial<ArticlePair>>({});
  const first = offered.data?.pairs[0];
  const pair = chosen ?? (first ? { a: first.a.uid, b: first.b.uid } : null);
  const pick = ({ a = pair?.a, b = pair?.b }: Partial<ArticlePair>) => {
    if (a === undefined || b === undefined) return setHalf({ ...(a && { a }), ...(b && { b }) });
    setPicking(false);
    onCompareArticles(a, b);
  };
  const dialog = isPicking && (
    <PickPair
      compared={compared}
      offered={offered.data ?? noPairs}
      pair={pair ?? half}
      onPick={pick}
      onClose={() => setPicking(false)}
    />
  );
  if (pair)
    return (
      <>
        <PairView {...props} pair={pair} offered={offered.data ?? noPairs} onPick={() => setPicking(true)} />
        {dialog}
      </>
    );
  return (
    <Looked asked={offered}>
      {() => (
        <Empty title={words.noPairs}>
          <p>{words.noPairsHint}</p>
          <Button onClick={() => setPicking(true)}>{words.pick}</Button>
          {dialog}
        </Empty>
      )}
    </Looked>
  );
}

type Props = TabProps & { pair: ArticlePair; offered: OfferedPairs; onPick(): void };

function PairView({ compared, pair, offered, onPick, onCompareArticles, onShowEvent, renderReader }: Props) {
  const shown = usePair(pair, compared.checkedOnly);
  const [mode, setMode] = useState<PairMode>('all');
  const { isAside, putAside } = useAside();
  const [isInspected, setInspected] = useState(false);
  const { pairs } = offered;
  const at = pairs.findIndex(({ a, b }) => a.uid === pair.a && b.uid === pair.b);
  const items = useMemo(
    () => (shown.compared ? listGutterItems(shown.compared, mode, ({ a, b }) => isAside(a.claim, b.claim)) : []),
    [shown.compared, mode, isAside],
  );
  const step = (by: 1 | -1) => {
    const next = pairs[at === -1 ? 0 : (at + by + pairs.length) % pairs.length];
    if (next) onCompareArticles(next.a.uid, next.b.uid);
  };
  const press = (event: KeyboardEvent) => {
    const by = ({ '[': -1, ']': 1 } as const)[event.key];
    const isTyped = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
    if (by === undefined || isTyped || event.ctrlKey || event.metaKey) return; // Alt may be what writes it
    event.preventDefault();
    step(by);
  };
  const { lit, join, annotations } = shown;
  const count = (side: 'a' | 'b') => annotations[side].filter(({ entityUid }) => entityUid === lit?.entity).length;
  return (
    <div className="pair-view" onKeyDown={press}>
      <PairBar
        offered={pairs}
        at={at}
        lit={lit && { ...lit, a: count('a'), b: count('b') }}
        labels={shown.labels}
        mode={mode}
        isInspected={isInspected}
        onStep={step}
        onPick={onPick}
        onPutOut={shown.putOut}
        onMode={setMode}
        onInspect={() => setInspected(!isInspected)}
      />
      <PairReaders
        pair={pair}
        shown={shown}
        mode={mode}
        items={items}
        isInspected={isInspected}
        onInspect={() => setInspected(true)}
        renderReader={renderReader}
      />
      {join && !(join.cards.length === 0 && isAside(join.a.claim, join.b.claim)) && (
        <PairTray
          key={toJoinKey(join)}
          join={join}
          onShowEvent={onShowEvent}
          onAside={() => putAside(join.a.claim, join.b.claim)}
        />
      )}
    </div>
  );
}
