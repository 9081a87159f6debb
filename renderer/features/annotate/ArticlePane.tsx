import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import type { Annotation } from '#shared/domain/annotation';
import type { Article } from '#shared/domain/article';
import type { Label } from '#shared/domain/codebook';
import { ArticleReader } from '../../editor/ArticleReader.tsx';
import type { ReaderHandle, ReaderScroll, ReaderSelection } from '../../editor/reader-types.ts';
import { ArticleDetailsDialog } from './ArticleDetailsDialog.tsx';
import { SelectionPopover } from './SelectionPopover.tsx';
import { Slug } from './Slug.tsx';
import { ToolBar } from './ToolBar.tsx';
import { toCitation } from './to-citation.ts';
import { useReaderAnnotations } from './use-annotations.ts';

type Props = {
  article: Article;
  annotations: Annotation[];
  labels: Label[];
  /** Names of labels that are not drawn. */
  hidden: ReadonlySet<string>;
  focused: string | null;
  startAt: ReaderScroll | null;
  reader: RefObject<ReaderHandle | null>;
  onFocus(uid: string | null): void;
  onToggle(label: string): void;
  onTag(label: string): void;
  onScroll(scroll: ReaderScroll): void;
  onSelectionChange(selection: ReaderSelection): void;
};

const nothing: ReaderSelection = { caret: null, span: null };

/** The text with its highlights, what it is, and what can be done with it. */
export function ArticlePane({ article, annotations, labels, hidden, focused, startAt, reader, ...on }: Props) {
  const [isEditing, setEditing] = useState(false);
  const drawn = useReaderAnnotations(annotations, labels, hidden);

  const begin = useEffectEvent(() => {
    on.onSelectionChange(nothing);
    if (startAt === null) return;
    const goOn = () => reader.current?.setScroll(startAt);
    goOn();
    void document.fonts.ready.then(goOn); // lines break anew once the fonts are there
  });
  useEffect(() => begin(), []);

  return (
    <>
      <ToolBar
        article={article}
        annotations={annotations}
        labels={labels}
        hidden={hidden}
        onToggle={on.onToggle}
        onEdit={() => setEditing(true)}
      />
      <div className="pane grow" onScrollCapture={() => reader.current && on.onScroll(reader.current.getScroll())}>
        <ArticleReader
          ref={reader}
          uid={article.uid}
          text={article.text}
          blocks={article.blocks}
          language={article.language}
          annotations={drawn}
          focused={focused}
          label={article.title}
          header={<Slug article={article} />}
          onFocus={on.onFocus}
          onSelectionChange={on.onSelectionChange}
          onCopy={(passage) => toCitation(article, passage)}
        />
      </div>
      <SelectionPopover labels={labels} onTag={on.onTag} />
      {isEditing && <ArticleDetailsDialog article={article} onClose={() => setEditing(false)} />}
    </>
  );
}
