import type { ReactNode, Ref } from 'react';
import type { PropagationScope } from '#shared/domain/propagation';
import type { ReaderAct, ReaderHandle, ReaderScroll, ReaderSelection } from '../../editor/reader-types.ts';
import type { Holding } from './use-relating.ts';

/** What keys and menus do here. */
export type AnnotateHandle = {
  tag(label: string): void;
  remove(): void;
  relate(): void;
  setEntity(): void;
  /** Looks for the name of the annotation in focus elsewhere. */
  propagate(scope: PropagationScope): void;
  focusText(): void;
  /** Does in the text what one of its keys does. */
  act(act: ReaderAct): void;
  /** The annotation in focus, in words; null where there is none. */
  getFocus(): { label: string; quote: string } | null;
  relabel(label: string): void;
  /** Shows or hides the annotations of a label. */
  toggleLabel(label: string): void;
  /** Takes or dismisses the suggestion in focus, and goes on to the next. */
  take(): void;
  dismiss(): void;
  toggleSuggestions(): void;
  /** Opens the line that words of this article are found by. */
  find(): void;
  editDetails(): void;
  /** Goes to the n-th attribute of the annotation in focus, from 1, in the codebook's order. */
  focusAttribute(n: number): void;
};

/** Something to bring into sight: `annotation` is null where only the place is left. Unit of `start`: UTF-16. */
export type Shown = { article: string; annotation: string | null; start: number };

/** An annotation whose name is looked for; `outlet` is its article's, null where it is not known. */
type Propagated = { annotation: string; label: string; quote: string; outlet: string | null };

/** What makes a text one of two that stand side by side, with one Inspector for both that can be folded away. */
type SideBySide = Holding & {
  /** Accessible name of the text. */
  name: string;
  /** Stands before what the article is. */
  mark: ReactNode;
  /** Whether keys are meant for this text. */
  isActive: boolean;
  isInspected: boolean;
  /** The Inspector is about to be entered: it is there when this returns. */
  onInspect(): void;
  /** What came into focus, by uid. */
  onFocus(annotation: string | null): void;
  /** Uids of annotations that are not drawn. */
  undrawn: ReadonlySet<string>;
  /** Gets what can be done with the text. */
  reader: Ref<ReaderHandle>;
};

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
  /** Opens the places where the name of an annotation stands too. */
  onPropagate(source: Propagated, scope: PropagationScope): void;
  /** All that was done to an article, for its details. */
  onHistory(article: { uid: string; title: string }): void;
  onScroll(scroll: ReaderScroll): void;
  onSelectionChange(selection: ReaderSelection): void;
  /** The article that was asked for is not in this corpus. */
  onMissing(): void;
  /** Whether there is somewhere to go back to, and forward. */
  trail: { back: boolean; forward: boolean };
  /** Does what a key of the window does. */
  onCommand(command: 'back' | 'forward'): void;
  /** Null where it stands alone. */
  beside?: SideBySide | null;
  ref?: Ref<AnnotateHandle>;
};
