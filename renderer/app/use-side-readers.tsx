import { useState, type ReactNode, type RefObject } from 'react';
import type { AnnotateHandle, AnnotateProps, Shown } from '../features/annotate/annotate-props.ts';
import { AnnotateView } from '../features/annotate/AnnotateView.tsx';
import type { HeldEnd } from '../features/annotate/use-relating.ts';
import type { SideReaderProps } from '../features/compare/compare-props.ts';

type Around = Pick<AnnotateProps, 'onShow' | 'onOpenCard' | 'onPropagate' | 'onHistory'>;

const ignore = () => undefined;
const noTrail = { back: false, forward: false };

/**
 * Makes the two texts of a comparison from what Annotate is made of. `annotate` gets what keys do in the active one. A relation that
 * was started in the one is finished in the other.
 */
export function useSideReaders(
  annotate: RefObject<AnnotateHandle | null>,
  { onShow, ...around }: Around,
): (props: SideReaderProps) => ReactNode {
  const [held, hold] = useState<HeldEnd | null>(null);
  return function renderReader({ side, article, toShow, onShown, ...beside }) {
    return (
      <SideReader
        key={side}
        article={article}
        toShow={toShow}
        onShown={onShown}
        onShow={onShow}
        beside={{ ...beside, held, hold }}
        {...(beside.isActive && { ref: annotate })}
        {...around}
      />
    );
  };
}

type Props = Around & Pick<AnnotateProps, 'toShow' | 'onShown' | 'beside' | 'ref'> & { article: string };

/** What the Inspector leads to is shown here where it stands in this text, else in Annotate. */
function SideReader({ article, toShow, onShown, onShow, ...rest }: Props) {
  const [own, setOwn] = useState<Shown | null>(null);
  return (
    <AnnotateView
      article={article}
      startAt={null}
      toShow={own ?? toShow}
      onShown={() => (own ? setOwn(null) : onShown())}
      onShow={(shown) => (shown.article === article ? setOwn(shown) : onShow(shown))}
      onScroll={ignore}
      onSelectionChange={ignore}
      onMissing={ignore}
      trail={noTrail}
      onCommand={ignore}
      {...rest}
    />
  );
}
