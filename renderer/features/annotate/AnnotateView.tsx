import { memo, useCallback, useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import { useQuery } from '@tanstack/react-query';
import { annotateMessages } from '#shared/messages/en/annotate';
import { uiMessages } from '#shared/messages/en/ui';
import { hasCode } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import type { ReaderHandle, ReaderScroll, ReaderSelection } from '../../editor/reader-types.ts';
import { Empty } from '../../ui/Empty.tsx';
import { ArticlePane } from './ArticlePane.tsx';
import { Inspector } from './Inspector.tsx';
import { useAnnotations, useLabels } from './use-annotations.ts';
import { useTagging } from './use-tagging.ts';

/** What keys and menus do here. */
export type AnnotateHandle = { tag(label: string): void; remove(): void; focusText(): void };

type Props = {
  article: string | null;
  /** Where the text was scrolled to when it was last open. */
  startAt: ReaderScroll | null;
  onScroll(scroll: ReaderScroll): void;
  onSelectionChange(selection: ReaderSelection): void;
  /** The article that was asked for is not in this corpus. */
  onMissing(): void;
  ref?: Ref<AnnotateHandle>;
};

/** The open article beside the Inspector. It is not drawn anew when only the caret has moved. */
export const AnnotateView = memo(function AnnotateView({ article, ...rest }: Props) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const toggle = (label: string) =>
    setHidden(
      (before) => new Set(before.has(label) ? [...before].filter((name) => name !== label) : [...before, label]),
    );
  if (article === null)
    return (
      <>
        <section className="pane pane-paper" aria-label={annotateMessages.text} data-region>
          <Empty title={annotateMessages.chooseTitle}>{annotateMessages.choose}</Empty>
        </section>
        <Inspector annotations={[]} labels={[]} focused={null} actions={null} onFocus={ignore} />
      </>
    );
  return <OpenArticle key={article} article={article} hidden={hidden} onToggle={toggle} {...rest} />;
});

const ignore = () => undefined;

function OpenArticle({
  article: uid,
  hidden,
  startAt,
  onToggle,
  onScroll,
  onSelectionChange,
  onMissing,
  ref,
}: Props & { article: string; hidden: ReadonlySet<string>; onToggle(label: string): void }) {
  const { data: article, error } = useQuery(queries.article(uid));
  const annotations = useAnnotations(uid);
  const labels = useLabels();
  const reader = useRef<ReaderHandle>(null);
  const [focusedUid, setFocused] = useState<string | null>(null);
  const focused = annotations.find((annotation) => annotation.uid === focusedUid) ?? null;
  const { actions, tag, remove } = useTagging(uid, annotations, focused, setFocused, reader);

  useImperativeHandle(ref, () => ({
    tag: (label) => void tag(label),
    remove: () => void remove(),
    focusText: () => reader.current?.focus(),
  }));

  const isMissing = hasCode(error, 'article-unknown');
  useEffect(() => {
    if (isMissing) onMissing();
  }, [isMissing, onMissing]);

  /** From the Inspector: the text follows. */
  const show = useCallback(
    (annotation: string | null) => {
      setFocused(annotation);
      const start = annotations.find((each) => each.uid === annotation)?.spans[0]?.start;
      if (start !== undefined) reader.current?.scrollTo(start);
    },
    [annotations],
  );

  return (
    <>
      <section className="pane pane-paper" aria-label={annotateMessages.text} data-region="text">
        {article ? (
          <ArticlePane
            article={article}
            annotations={annotations}
            labels={labels}
            hidden={hidden}
            focused={focused?.uid ?? null}
            startAt={startAt}
            reader={reader}
            onFocus={setFocused}
            onToggle={onToggle}
            onTag={(label) => void tag(label)}
            onScroll={onScroll}
            onSelectionChange={onSelectionChange}
          />
        ) : (
          <Empty title={error ? error.message : uiMessages.loading} />
        )}
      </section>
      <Inspector annotations={annotations} labels={labels} focused={focused} actions={actions} onFocus={show} />
    </>
  );
}
