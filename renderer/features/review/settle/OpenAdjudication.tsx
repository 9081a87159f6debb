import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Adjudication } from '#shared/domain/settlement';
import type { Article } from '#shared/domain/article';
import { settleMessages as words } from '#shared/messages/en/settle';
import { dateWords, setApart } from '#shared/messages/en/ui';
import { hasCode } from '../../../api/client.ts';
import { queries, useStatus } from '../../../api/queries.ts';
import { adjudicationQueries, type Coders } from '../../../api/queries-adjudication.ts';
import { Empty } from '../../../ui/Empty.tsx';
import type { ReviewTabProps } from '../review-props.ts';
import { CoderHeads } from './CoderHeads.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { DifferencePane } from './DifferencePane.tsx';
import { DifferenceQueue } from './DifferenceQueue.tsx';
import { TwoLayerText, type TwoLayerHandle } from './TwoLayerText.tsx';
import { useSettleKeys } from './use-settle-keys.ts';
import { useSettling, type Settling } from './use-settling.ts';

type Props = Pick<ReviewTabProps, 'onArticle' | 'onOpen' | 'onTab'> & {
  article: string;
  root: RefObject<HTMLElement | null>;
};

/** One more than the article itself. */
const TO_FIND_NEXT = 2;

/** An article that two people tagged: what they differ in, their tags over the text, and what is known of one difference. */
export function OpenAdjudication({ article: uid, root, onArticle, onOpen, onTab }: Props) {
  const [coders, setCoders] = useState<Coders>(undefined);
  const { data: adjudication, error } = useQuery(adjudicationQueries.article(uid, coders));
  const { data: article } = useQuery(queries.article(uid));
  const labels = useQuery(queries.codebook()).data?.labels;
  const canWrite = useStatus()?.mode === 'write';
  const text = useRef<TwoLayerHandle>(null);
  const settling = useSettling(uid, coders, adjudication);
  const { focused, shown } = settling;
  const isThrough = adjudication !== undefined && settling.pairs.every(({ segment }) => segment !== 'open');
  const open = useQuery({ ...adjudicationQueries.list(true, TO_FIND_NEXT), enabled: isThrough }).data?.articles;
  const next = open?.find(({ article: other }) => other !== uid)?.article ?? null;

  const step = (by: 1 | -1): boolean => {
    const beside = shown[shown.findIndex((pair) => pair === focused) + by];
    if (beside) settling.choose(beside.difference.uid);
    return beside !== undefined;
  };
  useSettleKeys(root, (key) => {
    if (key === 'next' || key === 'previous') return step(key === 'next' ? 1 : -1);
    if (!focused && key === 'new' && canWrite && settling.canTakeIn) {
      settling.begin();
      return true;
    }
    if (!focused && key === 'new' && next !== null) {
      onArticle(next);
      return true;
    }
    if (!focused || !canWrite || settling.isMaking) return false;
    if (key === 'new') settling.setMaking(true);
    else settling.decide(key);
    return true;
  });
  const showFocused = useEffectEvent(() => focused && text.current?.show(focused.difference.start));
  useEffect(() => void (settling.isMaking && showFocused()), [settling.isMaking]); // the form takes room from the text
  const isMaking = useRef(false);
  useEffect(() => {
    // what had the focus went with the form
    if (isMaking.current && !settling.isMaking && document.activeElement === document.body)
      root.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
    isMaking.current = settling.isMaking;
  }, [settling.isMaking, root]);

  if (error) return <Unreadable error={error} />;
  if (!adjudication || !article || !labels)
    return <section className="pane pane-paper settle-rest" aria-label={words.text} aria-busy data-region />;
  return (
    <>
      <DifferenceQueue
        adjudication={adjudication}
        settling={settling}
        labels={labels}
        canWrite={canWrite}
        onBack={() => onArticle(null)}
        onShow={(offset) => text.current?.show(offset)}
      />
      <section className="pane pane-paper" aria-label={words.text} data-region>
        <CoderHeads
          adjudication={adjudication}
          title={article.title}
          aside={describePlace(article, adjudication, focused)}
          onCoders={setCoders}
        />
        <TwoLayerText
          ref={text}
          article={article}
          adjudication={adjudication}
          labels={labels}
          focused={focused && { uid: focused.difference.uid, start: focused.difference.start }}
          onChoose={settling.choose}
        />
        <DecisionBar
          adjudication={adjudication}
          settling={settling}
          labels={labels}
          canWrite={canWrite}
          text={text}
          next={next}
          onArticle={onArticle}
        />
      </section>
      <DifferencePane
        adjudication={adjudication}
        settling={settling}
        labels={labels}
        canWrite={canWrite}
        onOpen={({ article: of, uid: annotation, spans }) =>
          onOpen({ article: of, annotation, start: spans[0]!.start })
        }
        onAllFigures={() => onTab('agreement', uid)}
      />
    </>
  );
}

/** Outlet and day, and which of the article's differences is in focus, in reading order. */
function describePlace({ outlet, date }: Article, { differences }: Adjudication, focused: Settling['focused']): string {
  const at = differences.findIndex(({ uid }) => uid === focused?.difference.uid);
  const source = [outlet && setApart(outlet), date && dateWords(date)].filter((part) => part !== null).join(', ');
  return [source, at >= 0 && words.place(at + 1, differences.length)].filter((part) => part).join(' · ');
}

/** The article that is open elsewhere may be one that nobody has to settle. */
function Unreadable({ error }: { error: Error }) {
  const isOfOne = hasCode(error, 'not-double-tagged');
  return (
    <section className="pane pane-paper settle-rest" aria-label={words.text} data-region>
      <Empty title={isOfOne ? words.chooseTitle : words.unreadable}>
        <p>{isOfOne ? words.chooseOther : error.message}</p>
      </Empty>
    </section>
  );
}
