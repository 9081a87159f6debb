import { createElement, useEffect, useImperativeHandle, useMemo, useRef, type Ref } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { findDirection } from '#shared/text/direction';
import { queries } from '../../../api/queries.ts';
import { readSelection } from '../settle/read-selection.ts';
import { cutBlocks, type Run } from './cut-runs.ts';

export type CheckTextHandle = {
  /** The words that are selected, whole ones. */
  getSelected(): Span | undefined;
};

type Props = {
  focused: Annotation;
  labels: readonly Label[];
  /** Whether the whole article is shown, or only the blocks around the annotation. */
  isWhole: boolean;
  /** Words that a form is about, shown in place of the annotation's. */
  meant: readonly Span[] | null;
  ref: Ref<CheckTextHandle>;
};

const none: Annotation[] = [];

/** The words of an annotation with the words around them, and what else is tagged there. */
export function CheckText({ focused, labels, isWhole, meant, ref }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const { data: article } = useQuery(queries.article(focused.article));
  const all = useQuery(queries.annotations(focused.article)).data?.annotations ?? none;
  const tags = useMemo(
    () => [...all.filter(({ uid, annotator }) => uid !== focused.uid && annotator === focused.annotator), focused],
    [all, focused],
  );
  const blocks = useMemo(
    () => (article ? cutBlocks(article, tags, isWhole ? null : [...focused.spans, ...(meant ?? [])]) : []),
    [article, tags, isWhole, focused, meant],
  );
  useImperativeHandle(ref, () => ({
    getSelected: () => (article && scroller.current ? readSelection(article.text, scroller.current) : undefined),
  }));
  useEffect(() => {
    scroller.current?.querySelector('.ck-on')?.scrollIntoView({ block: 'center' });
  }, [focused.uid, article, isWhole]);
  useEffect(() => {
    if (meant) scroller.current?.querySelector('.ck-on')?.scrollIntoView({ block: 'nearest' }); // it is moved by key
  }, [meant]);
  useEffect(() => {
    const shown = scroller.current;
    if (!shown) return;
    // a form that opens below takes room from the words that it is about
    const watcher = new ResizeObserver(() => shown.querySelector('.ck-on')?.scrollIntoView({ block: 'nearest' }));
    watcher.observe(shown);
    return () => watcher.disconnect();
  }, [article]);
  if (!article) return <div className="pane-scroll" aria-busy />;
  return (
    <div ref={scroller} className="pane-scroll" tabIndex={0} role="group" aria-label={article.title}>
      <article className="ck-sheet" dir={findDirection(article.text)} aria-label={article.title}>
        {blocks.map(({ start, look, runs }) =>
          createElement(
            look.tag,
            {
              key: start,
              className: `rp-b rp-${look.className.slice(2)}`,
              dir: look.direction,
              lang: look.language ?? undefined,
            },
            runs.map((run) => (
              <TextRun
                key={run.start}
                {...{ run, text: article.text, focused, labels, meant: meant ?? focused.spans }}
              />
            )),
          ),
        )}
      </article>
    </div>
  );
}

type RunProps = { run: Run; text: string; focused: Annotation; labels: readonly Label[]; meant: readonly Span[] };

/** Words with the lines of what is tagged; those that are meant are cut out of the run and lit. */
function TextRun({ run: { start, end, tags }, text, focused, labels, meant }: RunProps) {
  const cuts = [start, ...meant.flatMap((span) => [span.start, span.end]), end]
    .filter((at) => start <= at && at <= end)
    .sort((a, b) => a - b);
  const top = tags.find(({ uid }) => uid === focused.uid) ?? tags.at(-1);
  const label = labels.find(({ name }) => name === top?.label);
  const line = label ? `ck-tag c-${label.colour} ln-${label.line}` : '';
  return cuts.slice(0, -1).map((from, n) => {
    const to = cuts[n + 1]!;
    if (from === to) return null;
    const isOn = meant.some((span) => span.start <= from && to <= span.end);
    const shown = (
      <span key={from} data-start={from} className={`${line} ${isOn ? 'ck-on' : ''}`.trim() || undefined}>
        {text.slice(from, to)}
      </span>
    );
    return isOn ? <mark key={from}>{shown}</mark> : shown;
  });
}
