import { memo, useRef, useState } from 'react';
import { annotateMessages } from '#shared/messages/en/annotate';
import { Empty } from '../../ui/Empty.tsx';
import type { AnnotateProps } from './annotate-props.ts';
import { Inspector } from './Inspector.tsx';
import { OpenArticle } from './OpenArticle.tsx';
import type { OwedFocus } from './use-owed-focus.ts';
import type { HeldEnd } from './use-relating.ts';

/** The open article beside the Inspector. It is not drawn anew when only the caret has moved. */
export const AnnotateView = memo(function AnnotateView({ article, ...rest }: AnnotateProps) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [held, hold] = useState<HeldEnd | null>(null);
  const owedFocusRef = useRef<OwedFocus>(null);
  const toggle = (label: string) =>
    setHidden(
      (before) => new Set(before.has(label) ? [...before].filter((name) => name !== label) : [...before, label]),
    );
  if (article === null)
    return (
      <>
        <section className="pane pane-paper" aria-label={annotateMessages.text} data-region>
          <Empty title={annotateMessages.chooseTitle}>{annotateMessages.choose}</Empty>
        </section>
        <Inspector
          annotations={[]}
          labels={[]}
          focused={null}
          actions={null}
          suggested={null}
          onFocus={ignore}
          onLeave={ignore}
          onRelate={ignore}
          onShow={ignore}
          onOpenCard={ignore}
          reviewing={null}
        />
      </>
    );
  return (
    <OpenArticle
      key={article}
      article={article}
      hidden={hidden}
      owedFocusRef={owedFocusRef}
      held={rest.beside ? rest.beside.held : held}
      hold={rest.beside ? rest.beside.hold : hold}
      onToggle={toggle}
      {...rest}
    />
  );
});

const ignore = () => undefined;
