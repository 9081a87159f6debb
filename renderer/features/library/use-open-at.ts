import { useQueryClient } from '@tanstack/react-query';
import type { ArticleFilter } from '#shared/domain/filter';
import { ARTICLES_IN_PAGE, queries } from '../../api/queries.ts';

/** Opens the article at a place of a list: at once where its page is there, else when that has come. */
export function useOpenAt(filter: ArticleFilter, onOpen: (article: string) => void): (place: number) => void {
  const client = useQueryClient();
  return (place) => {
    const page = queries.articlePage(filter, Math.floor(place / ARTICLES_IN_PAGE));
    const open = (list: { articles: { uid: string }[] } | undefined) => {
      const uid = list?.articles[place % ARTICLES_IN_PAGE]?.uid;
      if (uid === undefined) return;
      client.setQueryData(queries.articlePlace(filter, uid).queryKey, place);
      onOpen(uid);
    };
    const known = client.getQueryData(page.queryKey);
    if (known) open(known);
    else void client.ensureQueryData(page).then(open, () => undefined); // the list itself says what is wrong
  };
}
