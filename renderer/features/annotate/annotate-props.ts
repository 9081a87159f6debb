import type { Ref } from 'react';
import type { ReaderScroll, ReaderSelection } from '../../editor/reader-types.ts';

/** What keys and menus do here. */
export type AnnotateHandle = {
  tag(label: string): void;
  remove(): void;
  relate(): void;
  setEntity(): void;
  focusText(): void;
};

/** Something to bring into sight: `annotation` is null where only the place is left. Unit of `start`: UTF-16. */
export type Shown = { article: string; annotation: string | null; start: number };

export type AnnotateProps = {
  article: string | null;
  /** Where the text was scrolled to when it was last open. */
  startAt: ReaderScroll | null;
  /** What just changed, to be seen as soon as it is there; `onShown` says that it was. */
  toShow: Shown | null;
  onShown(): void;
  /** Goes to an annotation, here or in another article. */
  onShow(shown: Shown): void;
  onOpenCard(card: string): void;
  /** All that was done to an article, for its details. */
  onHistory(article: { uid: string; title: string }): void;
  onScroll(scroll: ReaderScroll): void;
  onSelectionChange(selection: ReaderSelection): void;
  /** The article that was asked for is not in this corpus. */
  onMissing(): void;
  ref?: Ref<AnnotateHandle>;
};
