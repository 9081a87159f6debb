import { useMemo, useState } from 'react';

/** What lies over or above the text: the line that finds words in it, and the article's details. */
export function useArticleTools() {
  /** How often it was asked for, while it is there. */
  const [finding, setFinding] = useState<number | null>(null);
  const [isEditing, setEditing] = useState(false);
  const does = useMemo(
    () => ({
      find: () => setFinding((before) => (before ?? 0) + 1),
      closeFind: () => setFinding(null),
      edit: () => setEditing(true),
      closeEdit: () => setEditing(false),
    }),
    [],
  );
  return { finding, isEditing, ...does };
}
export type ArticleTools = ReturnType<typeof useArticleTools>;
