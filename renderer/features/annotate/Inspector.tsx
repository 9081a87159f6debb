import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ChevronDown, ChevronUp, List } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { numberWords } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { AnnotationDetails, type DetailActions } from './AnnotationDetails.tsx';
import { AnnotationList } from './AnnotationList.tsx';
import { letterOf } from './use-annotations.ts';
import type { TaggingActions } from './use-tagging.ts';

type Props = {
  annotations: Annotation[];
  labels: Label[];
  focused: Annotation | null;
  /** Null while no article is open. */
  actions: TaggingActions | null;
  onFocus(uid: string | null): void;
} & DetailActions;

/** The annotation in focus, or all of the article. */
export function Inspector({ annotations, labels, focused, actions, onFocus, onLeave, ...on }: Props) {
  const at = annotations.findIndex(({ uid }) => uid === focused?.uid);
  const count = annotations.length;
  const go = (by: 1 | -1) => onFocus(annotations[(at + by + count) % count]!.uid);
  const label = labels.find(({ name }) => name === focused?.label);
  const aside = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const [lastAt, setLastAt] = useState(0);
  if (at !== -1 && at !== lastAt) setLastAt(at);
  const uid = focused?.uid ?? null;

  /** What had the focus went away with the annotation or with the list. */
  const keepFocus = useEffectEvent(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    const place = Math.min(lastAt, count - 1) + 1;
    const heir = uid === null ? `[aria-posinset="${place}"] > .insp-row` : '[data-to-list]';
    const element = aside.current?.querySelector<HTMLElement>(heir);
    if (element) element.focus();
    else onLeave();
  });
  useEffect(() => keepFocus(), [uid]);

  return (
    <aside
      ref={aside}
      className="pane insp"
      aria-label={inspectorMessages.inspector}
      data-region
      onFocus={() => (hadFocus.current = true)}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) hadFocus.current = false;
      }}
    >
      <div className="pane-head">
        {focused && label ? (
          <>
            <Sign letter={letterOf(label)} colour={label.colour} line={label.line} />
            <h2 className="trunc insp-label">{focused.label}</h2>
            <span className="muted tnum">{inspectorMessages.nOfM(at + 1, count)}</span>
            <span className="grow" />
            <Button
              variant="quiet"
              icon={<ChevronUp className="i" aria-hidden="true" />}
              aria-label={inspectorMessages.previous}
              onClick={() => go(-1)}
            />
            <Button
              variant="quiet"
              icon={<ChevronDown className="i" aria-hidden="true" />}
              aria-label={inspectorMessages.next}
              onClick={() => go(1)}
            />
            <Button
              variant="quiet"
              icon={<List className="i" aria-hidden="true" />}
              data-to-list
              aria-label={inspectorMessages.allHere}
              title={inspectorMessages.allHere}
              onClick={() => onFocus(null)}
            />
          </>
        ) : (
          <>
            <h2>{inspectorMessages.all}</h2>
            <span className="num">{numberWords(count)}</span>
          </>
        )}
      </div>
      {focused && label && actions ? (
        <AnnotationDetails
          key={focused.uid}
          annotation={focused}
          label={label}
          labels={labels}
          actions={actions}
          onLeave={onLeave}
          {...on}
        />
      ) : (
        <AnnotationList
          annotations={annotations}
          labels={labels}
          isOpen={actions !== null}
          startAt={lastAt}
          onFocus={onFocus}
        />
      )}
    </aside>
  );
}
