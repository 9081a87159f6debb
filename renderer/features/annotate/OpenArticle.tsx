import {
  useCallback,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  type RefObject,
} from 'react';
import { useQuery } from '@tanstack/react-query';
import type { PropagationScope } from '#shared/domain/propagation';
import { overlaps } from '#shared/domain/span';
import { annotateMessages } from '#shared/messages/en/annotate';
import { attributeMessages } from '#shared/messages/en/attributes';
import { entityFieldMessages } from '#shared/messages/en/entities';
import { uiMessages } from '#shared/messages/en/ui';
import { hasCode } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { ReaderHandle } from '../../editor/reader-types.ts';
import { announce } from '../../ui/announcer.tsx';
import { Empty } from '../../ui/Empty.tsx';
import type { AnnotateProps } from './annotate-props.ts';
import { ArticlePane } from './ArticlePane.tsx';
import { holdKeys } from './hold-keys.ts';
import { InUseDialog } from './InUseDialog.tsx';
import { Inspector } from './Inspector.tsx';
import { RelationBar } from './RelationBar.tsx';
import { RelationDialog } from './RelationDialog.tsx';
import { describeAnnotation, quoteOf, useLabels } from './use-annotations.ts';
import { useArticleTools } from './use-article-tools.ts';
import type { OwedFocus } from './use-owed-focus.ts';
import { useRelating, type Holding } from './use-relating.ts';
import { describeSuggestion, useSuggestions } from './use-suggestions.ts';
import { useReviewing } from './use-reviewing.ts';
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
  onPropagate,
  onHistory,
  onToggle,
  onScroll,
  onSelectionChange,
  onMissing,
  trail,
  onCommand,
  beside = null,
  ref,
}: Props) {
  const { data: article, error, isFetching } = useQuery(queries.article(uid));
  const labels = useLabels();
  const reader = useRef<ReaderHandle>(null);
  useImperativeHandle(beside?.reader, () => reader.current!);
  const {
    annotations,
    focused,
    focusedUid,
    setFocused,
    actions,
    canChange,
    changeParts,
    afterTags,
    tag,
    remove,
    inUse,
    answerInUse,
  } = useTagging(uid, labels, hidden, reader);
  const shownLabels = useMemo(() => labels.filter(({ name }) => !hidden.has(name)), [labels, hidden]);
  const suggested = useSuggestions(uid, shownLabels, {
    focus: { uid: focused ? null : focusedUid, set: setFocused },
    reader,
  });
  const focusText = useCallback(() => {
    if (reader.current) reader.current.focus();
    else owedFocusRef.current = document.activeElement;
  }, [owedFocusRef]);

  /** What is said of a key that wants an annotation in focus, where none is. */
  const noAnnotation = suggested.focused ? annotateMessages.onlySuggested : annotateMessages.nothingInFocus;

  /** Goes to the Inspector's field, where there is one that may be changed. */
  const setEntity = () => {
    beside?.onInspect();
    const field = document.querySelector<HTMLInputElement>('[data-find-field]:not([readonly])');
    if (field) field.focus();
    else announce(focused ? entityFieldMessages.noField : noAnnotation);
  };

  /** Goes to the first thing in the Inspector that can be filled in for the annotation in focus. */
  const enterInspector = () => {
    beside?.onInspect();
    if (suggested.focused) return document.querySelector<HTMLElement>('[data-take]')?.focus();
    if (!focused) return announce(annotateMessages.nothingInFocus);
    const field = document.querySelector<HTMLElement>('[data-find-field]:not([readonly])');
    if (field) field.focus();
    else if (document.querySelector('[data-attribute]')) goToAttribute(1, true);
    else document.querySelector<HTMLElement>('[data-to-list]')?.focus();
  };

  const propagate = (scope: PropagationScope) => {
    if (!focused) return announce(noAnnotation);
    const { uid: annotation, label } = focused;
    onPropagate({ annotation, label, quote: quoteOf(focused), outlet: article?.outlet ?? null }, scope);
  };

  /** A label’s key takes the suggestion at the caret as that label. What a person tags is shown. */
  const tagOrTake = (label: string) => {
    if (hidden.has(label)) onToggle(label);
    const target = reader.current?.hasSelection() ? null : (reader.current?.getTarget() ?? null);
    const isThere = target !== null && suggested.focused?.spans.some((span) => overlaps(span, target));
    if (isThere) suggested.takeFocused(label);
    else tag(label);
  };

  /** From outside the text, which follows. */
  const show = (annotation: string | null) => {
    setFocused(annotation);
    const start = annotations.find((each) => each.uid === annotation)?.spans[0]?.start;
    if (start !== undefined) reader.current?.goTo(start);
  };
  const reviewing = useReviewing({ annotations, focused, onShow: show, onLeave: focusText });

  const relating = useRelating({ held, hold }, focused, beside?.isActive ?? true);
  const tools = useArticleTools();
  /** What is meant for the annotation in focus. */
  const forFocus = {
    remove: suggested.focused ? suggested.dismissFocused : remove,
    take: () => (focused ? reviewing.accept() : suggested.takeFocused()),
    dismiss: () => (focused ? reviewing.reject() : suggested.dismissFocused()),
    relate: () => (suggested.focused && !held ? announce(noAnnotation) : relating.start()),
    setEntity,
    enterInspector,
    propagate,
    relabel: (label: string) => focused && actions.relabel(focused.uid, label),
    focusAttribute: (n: number) => {
      beside?.onInspect();
      goToAttribute(n, focused !== null);
    },
  };
  const latest = useRef(forFocus);
  useLayoutEffect(() => {
    latest.current = forFocus;
  });
  useImperativeHandle(ref, () => ({
    tag: tagOrTake,
    remove: suggested.focused ? () => afterTags(() => latest.current.remove()) : remove, // which has its own turn
    take: () => afterTags(() => latest.current.take()),
    dismiss: () => afterTags(() => latest.current.dismiss()),
    toggleSuggestions: suggested.toggle,
    relate: () => afterTags(() => latest.current.relate()),
    setEntity: () => {
      const release = holdKeys();
      afterTags(() => {
        latest.current.setEntity();
        release();
      });
    },
    propagate: (scope) => afterTags(() => latest.current.propagate(scope)),
    focusText,
    act: (act) => reader.current?.act(act),
    getFocus: () => focused && { label: focused.label, quote: quoteOf(focused) },
    relabel: (label) => afterTags(() => latest.current.relabel(label)),
    toggleLabel: onToggle,
    find: tools.find,
    editDetails: tools.edit,
    focusAttribute: (n) => afterTags(() => latest.current.focusAttribute(n)),
  }));

  const isMissing = !isFetching && hasCode(error, 'article-unknown'); // an old error is not believed while it is asked again
  useEffect(() => {
    if (isMissing) onMissing();
  }, [isMissing, onMissing]);

  const tellFocus = useEffectEvent(() => beside?.onFocus(focusedUid));
  useEffect(() => tellFocus(), [focusedUid]);

  const isRead = article !== undefined;
  /** In the text, by click or Tab. */
  const enter = (annotation: string | null) => {
    setFocused(annotation);
    const entered = annotations.find((each) => each.uid === annotation);
    const suggestion = suggested.all.find(({ id }) => id === annotation);
    if (entered) announce(describeAnnotation(entered));
    else if (suggestion) announce(describeSuggestion(suggestion));
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
      <section className="pane pane-paper" aria-label={beside?.name ?? annotateMessages.text} data-region="text">
        {held && <RelationBar held={held} focused={focused} onFinish={relating.finish} onLeave={relating.leave} />}
        {article ? (
          <ArticlePane
            article={article}
            annotations={annotations}
            labels={labels}
            hidden={hidden}
            tools={tools}
            trail={trail}
            onCommand={onCommand}
            focused={focused?.uid ?? suggested.focused?.id ?? null}
            suggested={suggested}
            startAt={startAt}
            reader={reader}
            beside={beside}
            owedFocusRef={owedFocusRef}
            onFocus={enter}
            onToggle={onToggle}
            onTag={tagOrTake}
            canChange={canChange}
            onChangeParts={changeParts}
            onEnter={() => afterTags(() => latest.current.enterInspector())}
            onScroll={onScroll}
            onSelectionChange={onSelectionChange}
            onHistory={onHistory}
          />
        ) : (
          <Empty title={error ? error.message : uiMessages.loading} />
        )}
      </section>
      {(!beside || (beside.isActive && beside.isInspected)) && (
        <Inspector
          annotations={annotations}
          labels={labels}
          focused={focused}
          actions={actions}
          suggested={suggested}
          onFocus={show}
          onLeave={focusText}
          onRelate={relating.start}
          reviewing={reviewing}
          onShow={onShow}
          onOpenCard={onOpenCard}
        />
      )}
      {inUse !== null && <InUseDialog why={inUse} onAnswer={answerInUse} />}
      {relating.ends && <RelationDialog {...relating.ends} onClose={relating.close} />}
    </>
  );
}

/** Gives the focus to the n-th field of values in the Inspector, from 1. */
function goToAttribute(n: number, isFocused: boolean): void {
  const field = document.querySelectorAll<HTMLElement>('[data-attribute]')[n - 1];
  const control = field?.querySelector<HTMLElement>('input, select, textarea, [tabindex="0"], button');
  if (control) control.focus();
  else announce(isFocused ? attributeMessages.noNth(n) : annotateMessages.nothingInFocus);
}
