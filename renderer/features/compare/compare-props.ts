import type { ReactNode, Ref } from 'react';
import type { Compared, SideName } from '#shared/domain/comparison';
import type { ArticleFilter } from '#shared/domain/filter';
import type { ReaderHandle } from '../../editor/reader-types.ts';

export const compareTabs = ['articles', 'naming', 'claims', 'words', 'sources', 'silence', 'time'] as const;
export type CompareTab = (typeof compareTabs)[number];

/** Where a person is in Compare, as the address keeps it. `choice`: what `parseChoice` reads. */
export type ComparePlace = { tab: CompareTab; choice: string };

/** An article of each side, by uid. */
export type ArticlePair = { a: string; b: string };

/** Words in a text. `annotation`: the one that stands there, by uid. Unit of `start`: UTF-16. */
export type ShownWords = { article: string; annotation: string | null; start: number };

/** One of two texts that are read side by side: tagged, edited and undone in as in Annotate. The app knows how it is made. */
export type SideReaderProps = {
  side: SideName;
  article: string;
  /** Accessible name of the text. */
  name: string;
  /** Stands before what the article is. */
  mark: ReactNode;
  /** Whether keys are meant for this text. */
  isActive: boolean;
  /** Whether what is known of the annotation in focus is shown beside. */
  isInspected: boolean;
  /** It is about to be entered: it is there when this returns. */
  onInspect(): void;
  /** What came into focus, by uid. */
  onFocus(annotation: string | null): void;
  /** Uids of annotations that are not drawn. */
  undrawn: ReadonlySet<string>;
  /** To be brought into focus and into sight. */
  toShow: ShownWords | null;
  onShown(): void;
  reader: Ref<ReaderHandle>;
};

/** What every tab of Compare gets. */
export type TabProps = {
  compared: Compared;
  /** The two articles that were last set against each other. */
  pair: ArticlePair | null;
  /** The event card that was last looked at, by uid. */
  event: string | null;
  /** Opens a text in Annotate. */
  onOpen(shown: ShownWords): void;
  /** Opens an event card, by uid. */
  onOpenCard(card: string): void;
  /** Looks for words in articles, to tag them there. */
  onSearch(words: string, filter: ArticleFilter): void;
  /** Sets two articles against each other, in the tab Articles. */
  onCompareArticles(a: string, b: string): void;
  /** Shows an event, by uid of its card, in the tab Claims. */
  onShowEvent(card: string): void;
  renderReader(props: SideReaderProps): ReactNode;
};
