import { useCallback, type RefObject } from 'react';
import type { AnnotateHandle } from '../features/annotate/annotate-props.ts';
import type { LibraryHandle } from '../features/library/Library.tsx';

type Parts = {
  annotate: RefObject<AnnotateHandle | null>;
  library: RefObject<LibraryHandle | null>;
  open(article: string): void;
};

/** Ways into a text: what is gone to by key is read with keys. */
export function useGoing({ annotate, library, open }: Parts) {
  const enterText = useCallback(() => annotate.current?.focusText(), [annotate]);
  return {
    enterText,
    /** To the next article of the list, or the previous; the text that comes is entered where nothing else has the focus. */
    stepTo: (by: 1 | -1) => {
      if (document.activeElement === document.body) enterText();
      library.current?.step(by);
    },
    goTo: (article: string) => {
      enterText();
      open(article);
    },
  };
}
