import { useCallback, useEffect, useEffectEvent, useImperativeHandle, useRef, type RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import { annotateMessages } from '#shared/messages/en/annotate';
import { entityFieldMessages } from '#shared/messages/en/entities';
import { uiMessages } from '#shared/messages/en/ui';
import { hasCode } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { ReaderHandle } from '../../editor/reader-types.ts';
import { announce } from '../../ui/announcer.tsx';
import { Empty } from '../../ui/Empty.tsx';
import type { AnnotateProps } from './annotate-props.ts';
import { ArticlePane } from './ArticlePane.tsx';
import { InUseDialog } from './InUseDialog.tsx';
import { Inspector } from './Inspector.tsx';
import { RelationBar } from './RelationBar.tsx';
import { RelationDialog } from './RelationDialog.tsx';
import { describeAnnotation, useLabels } from './use-annotations.ts';
import type { OwedFocus } from './use-owed-focus.ts';
import { useRelating, type Holding } from './use-relating.ts';
import { useTagging } from './use-tagging.ts';

type Props = AnnotateProps &
  Holding & {
    article: string;
    hidden: ReadonlySet<string>;
    owedFocusRef: RefObject<OwedFocus>;
    onToggle(label: string): void;
  };

/** An article that is open, beside the Inspector. */
export function OpenArticle({
  article: uid,
  hidden,
  owedFocusRef,
  held,
  hold,
  startAt,
  toShow,
  onShown,
  onShow,
  onOpenCard,
  onHistory,
  onToggle,
  onScroll,
  onSelectionChange,
  onMissing,
  ref,
}: Props) {
  const { data: article, error, isFetching } = useQuery(queries.article(uid));
  const labels = useLabels();
  const reader = useRef<ReaderHandle>(null);
  const { annotations, focused, setFocused, actions, tag, remove, inUse, answerInUse } = useTagging(
    uid,
    labels,
    reader,
  );
  const focusText = useCallback(() => {
    if (reader.current) reader.current.focus();
    else owedFocusRef.current = 'asked';
  }, [owedFocusRef]);

  /** Goes to the Inspector's field, where there is one that may be changed. */
  const setEntity = () => {
    const field = document.querySelector<HTMLInputElement>('[data-entity-field]:not([readonly])');
    if (field) field.focus();
    else announce(focused ? entityFieldMessages.noField : annotateMessages.nothingInFocus);
  };

  const relating = useRelating({ held, hold }, focused);
  useImperativeHandle(ref, () => ({ tag, remove, relate: relating.start, setEntity, focusText }));

  const isMissing = !isFetching && hasCode(error, 'article-unknown'); // an old error is not believed while it is asked again
  useEffect(() => {
    if (isMissing) onMissing();
  }, [isMissing, onMissing]);

  const isRead = article !== undefined;
  /** From outside the text, which follows. */
  const show = (annotation: string | null) => {
    setFocused(annotation);
    const start = annotations.find((each) => each.uid === annotation)?.spans[0]?.start;
    if (start !== undefined) reader.current?.goTo(start);
  };
  /** In the text, by click or Tab. */
  const enter = (annotation: string | null) => {
    setFocused(annotation);
    const entered = annotations.find((each) => each.uid === annotation);
    if (entered) announce(describeAnnotation(entered));
  };

  const showWhatIsDue = useEffectEvent(() => {
    if (!toShow || !isRead || toShow.article !== uid) return;
    if (toShow.annotation !== null && !annotations.some((each) => each.uid === toShow.annotation)) return;
    setFocused(toShow.annotation);
    reader.current?.goTo(toShow.start);
    onShown();
  });
  useEffect(() => showWhatIsDue(), [toShow, isRead, annotations]);

  return (
    <>
      <section className="pane pane-paper" aria-label={annotateMessages.text} data-region="text">
        {held && <RelationBar held={held} focused={focused} onFinish={relating.finish} onLeave={relating.leave} />}
        {article ? (
          <ArticlePane
            article={article}
            annotations={annotations}
            labels={labels}
            hidden={hidden}
            focused={focused?.uid ?? null}
            startAt={startAt}
            reader={reader}
            owedFocusRef={owedFocusRef}
            onFocus={enter}
            onToggle={onToggle}
            onTag={tag}
            onResize={actions.moveTo}
            onScroll={onScroll}
            onSelectionChange={onSelectionChange}
            onHistory={onHistory}
          />
        ) : (
          <Empty title={error ? error.message : uiMessages.loading} />
        )}
      </section>
      <Inspector
        annotations={annotations}
        labels={labels}
        focused={focused}
        actions={actions}
        onFocus={show}
        onLeave={focusText}
        onRelate={relating.start}
        onShow={onShow}
        onOpenCard={onOpenCard}
      />
      {inUse !== null && <InUseDialog why={inUse} onAnswer={answerInUse} />}
      {relating.ends && <RelationDialog {...relating.ends} onClose={relating.close} />}
    </>
  );
}
