import type { ReactNode, Ref } from 'react';
import type { AnnotationState } from '#shared/domain/annotation';
import type { Block } from '#shared/domain/block';
import type { LabelColour, LineStyle } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import type { KnownNames } from '#shared/text/name-at';

/** A label as it is drawn: `letter` stands above the words, `colour` and `line` below them. */
export type ReaderLabel = { name: string; letter: string; colour: LabelColour; line: LineStyle };

/**
 * `name` is what a screen reader says of the highlight, for instance "actor: Syrian Army, unchecked". A list of annotations is
 * quick to draw anew where those that did not change are the same objects as before.
 */
export type ReaderAnnotation = {
  uid: string;
  label: ReaderLabel;
  spans: Span[];
  state: AnnotationState | 'suggested';
  name: string;
};

/** Drawn dashed until a person takes it; it is reached and focused as an annotation is, by its id. */
export type ReaderSuggestion = { id: string; label: ReaderLabel; spans: Span[] };

/** Something that is drawn while it is being saved. */
export type Draft = {
  /** It was saved as an annotation: it goes when the next list of annotations is drawn, which holds that. */
  giveWay(uid: string): void;
  /** It was not saved, and goes at once. */
  drop(): void;
};

/** `span` is what would be tagged: whole graphemes, no white space at its ends. `caret` is null before there is one. */
export type ReaderSelection = { caret: number | null; span: Span | null };

/** What can be done in the text beside moving the caret; the ones of ends only while `move-ends` is under way. */
export type ReaderAct =
  | 'widen'
  | 'narrow'
  | 'add-part'
  | 'take-part'
  | 'choose-here'
  | 'choose-outer'
  | 'move-ends'
  | 'next-end'
  | 'previous-end'
  | 'set-ends'
  | 'leave-ends';

/** How the parts of an annotation are changed: an end moved, words added, words taken away. */
export type PartsChange = 'moved' | 'added' | 'cut';

/** Annotations that lie upon one another, innermost first, and where in the window the character is that holds them. */
export type ReaderStack = { uids: readonly string[]; left: number; top: number; bottom: number };

/** Where a reader is scrolled to, independent of its width. Unit: UTF-16 offset of the block at the top; pixels of it hidden above. */
export type ReaderScroll = { offset: number; above: number };

export type ReaderHandle = {
  focus(): void;
  /** What a label's key tags: the selection, else the name at the caret, else the one under the pointer. */
  getTarget(): Span | null;
  /** Whether words are selected, so that they are what `getTarget` gives. */
  hasSelection(): boolean;
  /** Brings an offset into the middle of the view. */
  scrollTo(offset: number): void;
  /** Puts the caret there; the text moves only where that is out of sight. */
  goTo(offset: number): void;
  /** Drops the selection; the caret goes to a place, or stays where its moving end was. */
  collapse(at?: number): void;
  act(act: ReaderAct): void;
  /** Uids of the annotations and ids of the suggestions on the character at `offset`, innermost first. */
  listAt(offset: number): string[];
  /** Draws what is about to be saved, at once and without a change of the annotations. */
  showDraft(label: ReaderLabel, span: Span): Draft;
  /** Marks what a search found, in reading order; `current` is the index of the one that stands out. */
  showMatches(spans: readonly Span[], current: number | null): void;
  /** Lights words, in the colour of their label, until others are lit. */
  showLit(spans: readonly Span[], colour: LabelColour): void;
  /** Says something of blocks beside them, by their place in the article; of no others. */
  noteBlocks(notes: ReadonlyMap<number, string>): void;
  /** Where the line with a character stands in the window. Unit: pixels. */
  measure(offset: number): { top: number; bottom: number };
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
  suggestions?: readonly ReaderSuggestion[];
  /** Uid of the annotation in focus, or id of the suggestion. */
  focused: string | null;
  onFocus(uid: string | null): void;
  onSelectionChange(selection: ReaderSelection): void;
  /** What stands at a place and is known to be a name. */
  nameAt?: KnownNames;
  /** Whether the person may change where an annotation stands; where not, it says why. */
  canChange?(uid: string): boolean;
  /** The annotation in focus is to stand elsewhere; `change` is applied to the parts that it has when its turn comes. */
  onChangeParts?(uid: string, how: PartsChange, change: (parts: readonly Span[]) => Span[]): void;
  /** More than two annotations lie upon one another where one was chosen; null where one was chosen elsewhere. */
  onStack?(stack: ReaderStack | null): void;
  /** Enter was pressed: to what is known of the annotation in focus. */
  onEnter?(): void;
  /** Gives what goes to the clipboard for a passage; without it the passage alone goes. */
  onCopy?(passage: string): string;
  /** Accessible name of the document. */
  label: string;
  /** Stands above the text on the sheet and scrolls with it. */
  header?: ReactNode;
  ref?: Ref<ReaderHandle>;
};
