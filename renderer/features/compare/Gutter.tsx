import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { Equal, EqualNot, EqualApproximately } from 'lucide-react';
import type { BothSides, SideName } from '#shared/domain/comparison';
import { compareArticlesMessages as words } from '#shared/messages/en/compare-articles';
import type { ReaderHandle } from '../../editor/reader-types.ts';
import type { GutterItem } from './gutter-items.ts';
import { placeGutter } from './place-gutter.ts';

type Props = {
  items: readonly GutterItem[];
  readers: BothSides<RefObject<ReaderHandle | null>>;
  /** Key of the pair in focus. */
  current: string | null;
  onGo(item: GutterItem): void;
};

const signs = { conflict: EqualNot, unlike: EqualApproximately, agreed: Equal, open: null, only: null } as const;

/**
 * Between two texts: what joins a place of the one with a place of the other, and what has no counterpart; a list of links for who
 * does not see it. The lines are drawn to where the words stand, at most once a frame.
 */
export function Gutter({ items, readers, current, onGo }: Props) {
  const gutter = useRef<HTMLElement>(null);
  const draw = useEffectEvent(() => {
    const measure = (side: SideName, item: GutterItem) => {
      const end = item.ends[side];
      const reader = readers[side].current;
      if (!end || !reader) return null;
      const { top, bottom } = reader.measure(end.start);
      return (top + bottom) / 2;
    };
    if (gutter.current) placeGutter(gutter.current, items, measure);
  });

  useEffect(() => {
    const box = gutter.current!;
    let frame = 0;
    const ask = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => draw());
    };
    const listening = new AbortController();
    const { signal } = listening;
    box.parentElement!.addEventListener('scroll', ask, { signal, capture: true, passive: true });
    const sizes = new ResizeObserver(ask);
    sizes.observe(box);
    void document.fonts.ready.then(ask);
    return () => {
      cancelAnimationFrame(frame);
      listening.abort();
      sizes.disconnect();
    };
  }, []);
  useEffect(() => {
    const frame = requestAnimationFrame(() => draw()); // once the texts have drawn what changed
    return () => cancelAnimationFrame(frame);
  });

  return (
    <nav ref={gutter} className="gutter" aria-label={words.gutter}>
      <svg aria-hidden="true">
        {items.map((item) => (
          <path key={item.key} className={toClass('link', item, current)} />
        ))}
      </svg>
      {items.length === 0 && <p className="hint gutter-none">{words.none}</p>}
      <ul>
        {items.map((item) => {
          const Sign = signs[item.look];
          return (
            <li key={item.key}>
              <button
                type="button"
                className={toClass('pill', item, current)}
                data-side={item.ends.b === null ? 'a' : item.ends.a === null ? 'b' : undefined}
                aria-current={item.key === current}
                onClick={() => onGo(item)}
              >
                <span className="vh">{item.name}</span>
                <b aria-hidden="true">
                  {Sign && <Sign className="i i-12" />}
                  <bdi className="trunc">{item.title}</bdi>
                </b>
                {item.says && (
                  <span aria-hidden="true">
                    <bdi className="trunc">{item.says.a}</bdi>
                    <i>|</i>
                    <bdi className="trunc">{item.says.b}</bdi>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const toClass = (part: 'link' | 'pill', { key, look, dashed }: GutterItem, current: string | null) =>
  `${part} ${part}-${look} ${dashed ? 'is-offered' : ''} ${key === current ? 'is-current' : ''}`.replace(/\s+/g, ' ');
