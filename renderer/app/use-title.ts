import { useEffect } from 'react';
import { appMessages } from '#shared/messages/en/app';

/** Calls the window by the corpus that is open. */
export function useTitle(corpus: string | undefined): void {
  useEffect(() => {
    document.title = corpus === undefined ? appMessages.name : appMessages.title(corpus);
  }, [corpus]);
}
