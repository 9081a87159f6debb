import { useEffect, useState, type RefObject } from 'react';
import type { Label } from '#shared/domain/codebook';
import { annotateMessages } from '#shared/messages/en/annotate';
import { letterOf } from '#shared/text/label-letter';
import { Kbd } from '../../ui/Kbd.tsx';
import { Sign } from '../../ui/Sign.tsx';

type Props = {
  labels: Label[];
  /** Holds the text. */
  within: RefObject<HTMLElement | null>;
  onTag(label: string): void;
};
type Place = { left: number; top: number };

const GAP = 8;
const WIDTH = 200;
const ROW = 30;

/** The labels, at the end of what the mouse has selected. Gone with the selection, and at the next key, press or scroll. */
export function SelectionPopover({ labels, within, onTag }: Props) {
  const [place, setPlace] = useState<Place | null>(null);
  const usable = labels.filter(({ retired }) => !retired);
  const height = usable.length * ROW;

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const hide = () => setPlace(null);
    let isPressedInText = false;
    const show = () => {
      if (isPressedInText) requestAnimationFrame(() => setPlace(findPlace(height, within.current))); // once the text has snapped to words
    };
    document.addEventListener('mouseup', show, { signal });
    document.addEventListener('selectionchange', () => document.getSelection()?.isCollapsed && hide(), { signal });
    document.addEventListener('keydown', hide, { signal, capture: true });
    document.addEventListener('scroll', hide, { signal, capture: true, passive: true });
    window.addEventListener('resize', hide, { signal });
    document.addEventListener(
      'mousedown',
      ({ target }) => {
        if (!(target instanceof Element) || target.closest('.tag-pop')) return;
        isPressedInText = within.current?.contains(target.closest('[role="document"]')) ?? false;
        hide();
      },
      { signal, capture: true },
    );
    return () => listening.abort();
  }, [height, within]);

  if (place === null) return null;
  return (
    <div className="pop tag-pop" role="toolbar" aria-label={annotateMessages.tagAs} style={place}>
      {usable.map((label) => (
        <button
          key={label.uid}
          type="button"
          className="item"
          onMouseDown={(event) => event.preventDefault()} // the text keeps the focus and its selection
          onClick={() => {
            setPlace(null);
            onTag(label.name);
          }}
        >
          <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />
          <span className="grow trunc">{label.name}</span>
          {label.key !== null && <Kbd keys={label.key} />}
        </button>
      ))}
    </div>
  );
}

/** Below the end of the text's selection, inside the window; null where nothing is selected in it. */
function findPlace(height: number, text: HTMLElement | null): Place | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !text?.contains(selection.anchorNode)) return null;
  const last = [...selection.getRangeAt(0).getClientRects()].at(-1);
  if (!last) return null;
  const below = last.bottom + GAP + 6;
  return {
    left: Math.max(GAP, Math.min(last.right - WIDTH / 2, window.innerWidth - WIDTH - GAP)),
    top: below + height + GAP < window.innerHeight ? below : Math.max(GAP, last.top - height - 2 * GAP),
  };
}
