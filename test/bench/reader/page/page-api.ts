import type { ReaderAnnotation, ReaderSelection, ReaderSuggestion } from '../../../../renderer/editor/reader-types.ts';
import type { Block } from '#shared/domain/block';
import type { Span } from '#shared/domain/span';

/** `names` are known in the text; `anothers` is the annotation that may not be changed. */
export type SampleArticle = {
  uid: string;
  text: string;
  blocks: Block[];
  annotations: ReaderAnnotation[];
  names?: string[];
  anothers?: string;
};

/** What the page offers to the scripts that drive it, as `window.page`. Times are in milliseconds. */
export type PageApi = {
  /** Shows an article in the reader; the time until it is painted. */
  open(article: SampleArticle): Promise<number>;
  /** Shows the same text as plain paragraphs. */
  openPlain(article: SampleArticle): Promise<number>;
  close(): void;
  setAnnotations(annotations: ReaderAnnotation[]): void;
  setSuggestions(suggestions: ReaderSuggestion[]): void;
  /** From each key press to the frame that shows what it did. */
  keyTimes: number[];
  /** Scrolls what is shown from end to end; the longest time between two frames. */
  scrollThrough(): Promise<number>;
  selection: ReaderSelection;
  focused: string | null;
  /** What lies upon one another where an annotation was chosen last, where that needs a list. */
  stack: readonly string[];
  annotations: ReaderAnnotation[];
  violations: string[];
  copied: string[];
  getTarget(): Span | null;
  showMatches(spans: Span[], current: number | null): void;
  listAt(offset: number): string[];
  scrollTo(offset: number): void;
  getScroll(): { offset: number; above: number };
  setScroll(scroll: { offset: number; above: number }): void;
};

/** What the page of the other library offers, as `window.recogito`. */
export type RecogitoApi = {
  /** Shows an article with one of its two renderers; the time until it is painted. */
  open(article: SampleArticle, renderer: 'SPANS' | 'CSS_HIGHLIGHTS'): Promise<number>;
  scrollThrough(): Promise<number>;
};

declare global {
  interface Window {
    page: PageApi;
    recogito: RecogitoApi;
  }
}
