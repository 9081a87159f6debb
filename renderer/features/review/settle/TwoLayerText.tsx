import { memo, useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import type { Article } from '#shared/domain/article';
import type { Label } from '#shared/domain/codebook';
import type { Adjudication } from '#shared/domain/settlement';
import type { Span } from '#shared/domain/span';
import { findDirection } from '#shared/text/direction';
import { countSections, sliceSection } from '../../../editor/sections.ts';
import { layOut, type LaidBlock } from './lay-out.ts';
import { placeCards } from './place-cards.ts';
import { readSelection } from './read-selection.ts';
import { TextBlock } from './TextBlock.tsx';

export type TwoLayerHandle = {
  /** Brings an offset of the text into sight. Unit: UTF-16. */
  show(offset: number): void;
  /** The words that are selected, whole ones. */
  getSelected(): Span | undefined;
};

type Props = {
  article: Article;
  adjudication: Adjudication;
  labels: readonly Label[];
  /** The difference in focus, which the text follows; null for none. */
  focused: { uid: string; start: number } | null;
  onChoose(difference: string): void;
  ref: Ref<TwoLayerHandle>;
};

/** So far from the edge, in pixels, what is in focus has to be; else the text goes to it. */
const MARGIN = 60;

/** An article's text with the tags of two people. */
export function TwoLayerText({ article, adjudication, labels, focused, onChoose, ref }: Props) {
  const { text, title, uid } = article;
  const scroller = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => layOut(article, adjudication, labels), [article, adjudication, labels]);

  const show = (offset: number) => {
    const view = scroller.current;
    const section = blocks.findLastIndex(({ start }) => start <= offset);
    const within = view?.querySelectorAll('.settle-section')[Math.max(0, countSections(section + 1) - 1)];
    const runs = [...(within?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
    const words = runs.findLast(({ dataset }) => Number(dataset['start']) <= offset) ?? runs[0];
    if (!view || !words) return;
    const { top, bottom } = words.getClientRects()[0] ?? words.getBoundingClientRect();
    const seen = view.getBoundingClientRect();
    if (top < seen.top + MARGIN || bottom > seen.bottom - MARGIN)
      view.scrollTop += top - seen.top - view.clientHeight / 3;
  };
  useImperativeHandle(ref, () => ({
    show,
    getSelected: () => (scroller.current ? readSelection(text, scroller.current) : undefined),
  }));
  const follow = useEffectEvent(() => focused && show(focused.start));
  useEffect(() => void follow(), [focused?.uid, uid]);

  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  const chooseLatest = useMemo(() => (difference: string) => choose.current(difference), []);
  return (
    <div ref={scroller} className="pane-scroll" tabIndex={0} role="group" aria-label={title}>
      <article className="settle-sheet" dir={findDirection(text)} aria-label={title}>
        {Array.from({ length: countSections(blocks.length) }, (_, n) => {
          const own = sliceSection(blocks, n);
          return (
            <TextSection
              key={n}
              blocks={own}
              signature={own.map(({ signature }) => signature).join('|')}
              text={text}
              focused={focused && holds(own, focused.uid) ? focused.uid : null}
              onChoose={chooseLatest}
            />
          );
        })}
      </article>
    </div>
  );
}

const holds = (blocks: readonly LaidBlock[], difference: string) =>
  blocks.some(({ runs }) => runs.some(({ tags }) => tags.some((tag) => tag.difference === difference)));

type SectionProps = {
  blocks: LaidBlock[];
  /** The same while nothing in it is drawn otherwise. */
  signature: string;
  text: string;
  focused: string | null;
  onChoose(difference: string): void;
};

/** Blocks that are laid out together, once they come near the view; an article may have thousands. */
const TextSection = memo(
  function TextSection({ blocks, signature, text, focused, onChoose }: SectionProps) {
    const section = useRef<HTMLDivElement>(null);
    const height = blocks.reduce((sum, { look }) => sum + look.height * 1.4, 0);
    useEffect(() => {
      const element = section.current!;
      const place = () => placeCards(element);
      const comeInto = (event: Event) => !(event as ContentVisibilityAutoStateChangeEvent).skipped && place();
      element.addEventListener('contentvisibilityautostatechange', comeInto);
      const watch = new ResizeObserver(place); // of lines that break anew; silent while it is not laid out
      watch.observe(element);
      return () => {
        element.removeEventListener('contentvisibilityautostatechange', comeInto);
        watch.disconnect();
      };
    }, []);
    useEffect(() => {
      if (section.current!.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }))
        placeCards(section.current!);
    }, [signature]);
    return (
      <div ref={section} className="settle-section" style={{ containIntrinsicHeight: `auto ${height}px` }}>
        {blocks.map((block) => (
          <TextBlock key={block.start} block={block} text={text} focused={focused} onChoose={onChoose} />
        ))}
      </div>
    );
  },
  (before, after) =>
    before.signature === after.signature &&
    before.text === after.text &&
    before.focused === after.focused &&
    before.blocks.length === after.blocks.length,
);
