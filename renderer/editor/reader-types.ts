import type { ReactNode, Ref } from 'react';
import type { AnnotationState } from '#shared/domain/annotation';
import type { Block } from '#shared/domain/block';
import type { LabelColour, LineStyle } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';

/** A label as it is drawn: `letter` stands above the words, `colour` and `line` below them. */
export type ReaderLabel = { name: string; letter: string; colour: LabelColour; line: LineStyle };

/** `name` is what a screen reader says of the highlight, for instance "actor: Syrian Army, unchecked". */
export type ReaderAnnotation = {
  uid: string;
  label: ReaderLabel;
  spans: Span[];
  state: AnnotationState;
  name: string;
};

/** `span` is what would be tagged: whole graphemes, no white space at its ends. `caret` is null before there is one. */
export type ReaderSelection = { caret: number | null; span: Span | null };

/** Where a reader is scrolled to, independent of its width. Unit: UTF-16 offset of the block at the top; pixels of it hidden above. */
export type ReaderScroll = { offset: number; above: number };

export type ReaderHandle = {
  focus(): void;
  /** What a label's key tags: the selection, else the word at the caret, else the one under the pointer. */
  getTarget(): Span | null;
  /** Whether words are selected, so that they are what `getTarget` gives. */
  hasSelection(): boolean;
  /** Brings an offset into the middle of the view. */
  scrollTo(offset: number): void;
  /** Puts the caret there; the text moves only where that is out of sight. */
  goTo(offset: number): void;
  /** Drops the selection; the caret stays where its moving end was. */
  collapse(): void;
  /** Uids of the annotations on the character at `offset`, innermost first. */
  listAt(offset: number): string[];
  getScroll(): ReaderScroll;
  setScroll(scroll: ReaderScroll): void;
};

export type ReaderProps = {
  /** The article; another uid opens it anew. */
  uid: string;
  text: string;
  /** In order, covering the text but for blank lines; read when the article opens. */
  blocks: readonly Block[];
  /** BCP 47 tag of the article, where it is known. */
  language?: string | null;
  annotations: readonly ReaderAnnotation[];
  /** Uid of the annotation in focus. */
  focused: string | null;
  onFocus(uid: string | null): void;
  onSelectionChange(selection: ReaderSelection): void;
  /** One end of the annotation in focus was dragged elsewhere; `span` is what it should stand on. */
  onResize?(uid: string, span: Span): void;
  /** Gives what goes to the clipboard for a passage; without it the passage alone goes. */
  onCopy?(passage: string): string;
  /** Accessible name of the document. */
  label: string;
  /** Stands above the text on the sheet and scrolls with it. */
  header?: ReactNode;
  ref?: Ref<ReaderHandle>;
};
