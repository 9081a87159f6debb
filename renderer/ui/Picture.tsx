import { useEffect, useRef, useState, type ReactNode } from 'react';
import { pictureMessages as words } from '#shared/messages/en/data-table';
import { Button } from './Button.tsx';

type Props = {
  /** What it shows; also the name of its file. */
  name: string;
  /** Draws it into the page; the same function while it shows the same. Colours are custom properties of the page. */
  draw(document: Document, width: number): Element;
  /** Hands the picture over to be kept; none where it cannot be saved. */
  onSave?(picture: { name: string; element: Element; as: 'svg' | 'png' }): void;
  /** The figures behind it. */
  table?: ReactNode;
};

/** A picture as wide as its place, drawn again when that changes, with the table behind it. */
export function Picture({ name, draw, onSave, table }: Props) {
  const [isTableShown, setTableShown] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  useEffect(() => {
    if (width > 0) frame.current?.replaceChildren(draw(document, width));
  }, [draw, width]);

  const save = (as: 'svg' | 'png') => {
    const element = frame.current?.firstElementChild;
    if (element) onSave?.({ name, element, as });
  };
  return (
    <figure className="picture">
      <div ref={frame} className="picture-frame" role="img" aria-label={name} />
      <figcaption className="picture-foot">
        <span className="grow" />
        {onSave && (
          <>
            <Button size="small" variant="quiet" onClick={() => save('svg')}>
              {words.saveSvg}
            </Button>
            <Button size="small" variant="quiet" onClick={() => save('png')}>
              {words.savePng}
            </Button>
          </>
        )}
        {table !== undefined && (
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isTableShown}
            onClick={() => setTableShown(!isTableShown)}
          >
            {isTableShown ? words.hideTable : words.showTable}
          </Button>
        )}
      </figcaption>
      {isTableShown && table}
    </figure>
  );
}

/** The width of an element in whole CSS pixels, as it changes; zero before it is known. */
function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
