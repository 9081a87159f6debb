import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { findDirection } from '#shared/text/direction';
import { openReader, type OpenReader } from './open-reader.ts';
import type { Draft, ReaderProps, ReaderSuggestion } from './reader-types.ts';

const none: readonly ReaderSuggestion[] = [];
const noDraft: Draft = { giveWay: () => undefined, drop: () => undefined };

/** The text of an article with its annotations: it can be read, selected and copied, and cannot be changed. */
export function ArticleReader(props: ReaderProps) {
  return <OpenArticle key={props.uid} {...props} />;
}

function OpenArticle(props: ReaderProps) {
  const { text, annotations, suggestions = none, focused, header, ref } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const reader = useRef<OpenReader>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    const opened = openReader(scroller.current!, () => latest.current);
    reader.current = opened;
    return () => {
      reader.current = null;
      opened.destroy();
    };
  }, []);
  useLayoutEffect(() => reader.current?.update(annotations, suggestions, focused), [annotations, suggestions, focused]);
  useEffect(() => void document.fonts.ready.then(() => reader.current?.measureAgain()), []);
  useImperativeHandle(ref, () => ({
    focus: () => reader.current?.focus(),
    getTarget: () => reader.current?.getTarget() ?? null,
    hasSelection: () => reader.current?.hasSelection() ?? false,
    goTo: (offset) => reader.current?.goTo(offset),
    scrollTo: (offset) => reader.current?.scrollTo(offset),
    collapse: (at) => reader.current?.collapse(at),
    act: (act) => reader.current?.act(act),
    listAt: (offset) => reader.current?.listAt(offset) ?? [],
    showDraft: (label, span) => reader.current?.showDraft(label, span) ?? noDraft,
    showMatches: (spans, current) => reader.current?.showMatches(spans, current),
    showLit: (spans, colour) => reader.current?.showLit(spans, colour),
    noteBlocks: (notes) => reader.current?.noteBlocks(notes),
    measure: (offset) => reader.current?.measure(offset) ?? { top: 0, bottom: 0 },
    getScroll: () => reader.current?.getScroll() ?? { offset: 0, above: 0 },
    setScroll: (scroll) => reader.current?.setScroll(scroll),
  }));
  return (
    <div ref={scroller} className="pane-scroll reader">
      <article className="sheet" dir={findDirection(text)}>
        {header}
        <div />
      </article>
    </div>
  );
}
