import type { ReaderAnnotation, ReaderSelection } from '../../../../renderer/editor/reader-types.ts';
import type { Block } from '#shared/domain/block';
import type { Span } from '#shared/domain/span';

export type SampleArticle = { uid: string; text: string; blocks: Block[]; annotations: ReaderAnnotation[] };

/** What the page offers to the scripts that drive it, as `window.page`. Times are in milliseconds. */
export type PageApi = {
  /** Shows an article in the reader; the time until it is painted. */
  open(article: SampleArticle): Promise<number>;
  /** Shows the same text as plain paragraphs. */
  openPlain(article: SampleArticle): Promise<number>;
  /** An empty page with one line, which a key colours. */
  openLine(): void;
  close(): void;
  setAnnotations(annotations: ReaderAnnotation[]): void;
  /** From each key press to the frame that shows what it did. */
  keyTimes: number[];
  watchFrames(): void;
  /** Ends watching; the longest time between two frames. */
  takeWorstFrame(): number;
  selection: ReaderSelection;
  focused: string | null;
  annotations: ReaderAnnotation[];
  violations: string[];
  copied: string[];
  getTarget(): Span | null;
  listAt(offset: number): string[];
  scrollTo(offset: number): void;
  getScroll(): { offset: number; above: number };
  setScroll(scroll: { offset: number; above: number }): void;
};

declare global {
  interface Window {
    page: PageApi;
  }
}
