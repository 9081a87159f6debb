import { ChevronDown, ChevronUp, List } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { numberWords } from '#shared/messages/en/ui';
import { Button } from '../../ui/Button.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { AnnotationDetails } from './AnnotationDetails.tsx';
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
};

/** The annotation in focus, or all of the article. */
export function Inspector({ annotations, labels, focused, actions, onFocus }: Props) {
  const at = annotations.findIndex(({ uid }) => uid === focused?.uid);
  const count = annotations.length;
  const go = (by: 1 | -1) => onFocus(annotations[(at + by + count) % count]!.uid);
  const label = labels.find(({ name }) => name === focused?.label);
  return (
    <aside className="pane insp" aria-label={inspectorMessages.inspector} data-region>
      <div className="pane-head">
        {focused && label ? (
          <>
            <Sign letter={letterOf(label)} colour={label.colour} />
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
        <AnnotationDetails key={focused.uid} annotation={focused} label={label} labels={labels} actions={actions} />
      ) : (
        <AnnotationList annotations={annotations} labels={labels} isOpen={actions !== null} onFocus={onFocus} />
      )}
    </aside>
  );
}
