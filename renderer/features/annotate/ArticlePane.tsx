import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from 'react';
import type { Annotation } from '#shared/domain/annotation';
import type { Article } from '#shared/domain/article';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { annotateMessages } from '#shared/messages/en/annotate';
import { ArticleReader } from '../../editor/ArticleReader.tsx';
import type {
  PartsChange,
  ReaderHandle,
  ReaderScroll,
  ReaderSelection,
  ReaderStack,
} from '../../editor/reader-types.ts';
import { ArticleDetailsDialog } from './ArticleDetailsDialog.tsx';
import type { AnnotateProps } from './annotate-props.ts';
import { FindBar } from './FindBar.tsx';
import { toKnownNames } from './known-names.ts';
import { SelectionPopover } from './SelectionPopover.tsx';
import { Slug } from './Slug.tsx';
import { StackPopover } from './StackPopover.tsx';
import { ToolBar } from './ToolBar.tsx';
import { toCitation } from './to-citation.ts';
import type { ArticleTools } from './use-article-tools.ts';
import { useReaderAnnotations } from './use-annotations.ts';
import type { Suggested } from './use-suggestions.ts';
import { useOwedFocus, type OwedFocus } from './use-owed-focus.ts';

type Props = {
  article: Article;
  annotations: Annotation[];
  labels: Label[];
  /** Names of labels that are not drawn. */
  hidden: ReadonlySet<string>;
  tools: ArticleTools;
  trail: AnnotateProps['trail'];
  onCommand: AnnotateProps['onCommand'];
  focused: string | null;
  suggested: Suggested;
  startAt: ReaderScroll | null;
  reader: RefObject<ReaderHandle | null>;
  beside: AnnotateProps['beside'];
  owedFocusRef: RefObject<OwedFocus>;
  onFocus(uid: string | null): void;
  onToggle(label: string): void;
  onTag(label: string): void;
  canChange(annotation: string): boolean;
  onChangeParts(annotation: string, how: PartsChange, change: (parts: readonly Span[]) => Span[]): void;
  onEnter(): void;
  onScroll(scroll: ReaderScroll): void;
  onSelectionChange(selection: ReaderSelection): void;
  onHistory(article: { uid: string; title: string }): void;
};

const nothing: ReaderSelection = { caret: null, span: null };

/** Loads the fonts that a text is set in; `document.fonts.ready` may say so before the first of them was asked for. */
async function loadReadingFonts(text: string): Promise<void> {
  const family = getComputedStyle(document.documentElement).getPropertyValue('--font-read');
  const styles = ['400', '600', 'italic 400'];
  await Promise.allSettled(styles.map((style) => document.fonts.load(`${style} 18px ${family}`, text)));
}

/** The text with its highlights, what it is, and what can be done with it. */
export function ArticlePane({
  article,
  annotations,
  labels,
  hidden,
  tools,
  trail,
  onCommand,
  focused,
  suggested,
  startAt,
  reader,
  beside,
  owedFocusRef,
  ...on
}: Props) {
  // a title that stands in a table beside the text; others are lines of it, or its first words
  const isTitleApart = article.place === 'row' && !article.blocks.some(({ kind }) => kind === 'title');
  const drawn = useReaderAnnotations(annotations, labels, hidden, beside?.undrawn);
  const nameAt = useMemo(
    () => toKnownNames(article.text, annotations, labels, suggested.drawn),
    [article.text, annotations, labels, suggested.drawn],
  );
  const [stack, setStack] = useState<ReaderStack | null>(null);
  const closeStack = useCallback(() => setStack(null), []);

  const box = useRef<HTMLDivElement>(null);
  useOwedFocus(
    owedFocusRef,
    box,
    useCallback(() => reader.current?.focus(), [reader]),
  );

  const begin = useEffectEvent(() => {
    on.onSelectionChange(nothing);
    if (startAt === null) return;
    const goOn = () => reader.current?.setScroll(startAt);
    goOn();
    void loadReadingFonts(article.text).then(goOn); // lines break anew once the fonts are there
  });
  useEffect(() => begin(), []);

  return (
    <>
      {!beside && (
        <ToolBar
          article={article}
          annotations={annotations}
          labels={labels}
          hidden={hidden}
          onToggle={on.onToggle}
          tools={tools}
          trail={trail}
          onCommand={onCommand}
          suggested={suggested}
        />
      )}
      {tools.finding !== null && (
        <FindBar text={article.text} reader={reader} asked={tools.finding} onClose={tools.closeFind} />
      )}
      <div
        ref={box}
        className="pane grow"
        data-finding={tools.finding !== null}
        onScrollCapture={() => reader.current && on.onScroll(reader.current.getScroll())}
      >
        <ArticleReader
          ref={reader}
          uid={article.uid}
          text={article.text}
          blocks={article.blocks}
          language={article.language}
          annotations={drawn}
          suggestions={suggested.drawn}
          focused={focused}
          label={article.title}
          header={
            <>
              <Slug article={article} mark={beside?.mark} />
              {isTitleApart && (
                <h1 dir="auto" title={annotateMessages.titleApart}>
                  {article.title}
                </h1>
              )}
            </>
          }
          onFocus={on.onFocus}
          nameAt={nameAt}
          canChange={on.canChange}
          onChangeParts={on.onChangeParts}
          onStack={setStack}
          onEnter={on.onEnter}
          onSelectionChange={on.onSelectionChange}
          onCopy={(passage) => toCitation(article, passage)}
        />
      </div>
      <SelectionPopover labels={labels} within={box} onTag={on.onTag} />
      {stack && (
        <StackPopover
          stack={stack}
          text={article.text}
          within={box}
          shown={[...drawn, ...suggested.drawn.map(({ id, ...rest }) => ({ uid: id, ...rest }))]}
          focused={focused}
          onChoose={(uid) => {
            setStack(null);
            on.onFocus(uid);
          }}
          onClose={closeStack}
        />
      )}
      {tools.isEditing && <ArticleDetailsDialog article={article} onHistory={on.onHistory} onClose={tools.closeEdit} />}
    </>
  );
}
