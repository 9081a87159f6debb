/** In the order that a team goes through them: give out, check, settle, see how well it went. */
export const reviewTabs = ['check', 'settle', 'decisions', 'agreement', 'consistency', 'work'] as const;
export type ReviewTab = (typeof reviewTabs)[number];

/** Words in a text. `annotation`: the one that stands there, by uid. Unit of `start`: UTF-16. */
type ShownWords = { article: string; annotation: string | null; start: number };

/** What every tab of Review gets. */
export type ReviewTabProps = {
  /** The article that is looked at, by uid. */
  article: string | null;
  onArticle(article: string | null): void;
  /** Opens a text in Annotate. */
  onOpen(shown: ShownWords): void;
  /** Shows an article in another tab. */
  onTab(tab: ReviewTab, article: string | null): void;
};
