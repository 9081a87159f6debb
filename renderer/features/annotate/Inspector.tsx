import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ChevronDown, ChevronUp, List } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { inspectorMessages } from '#shared/messages/en/annotate';
import { suggestionMessages } from '#shared/messages/en/suggestions';
import { numberWords } from '#shared/messages/en/ui';
import { letterOf } from '#shared/text/label-letter';
import { Button } from '../../ui/Button.tsx';
import { Sign } from '../../ui/Sign.tsx';
import { AnnotationDetails, type DetailActions } from './AnnotationDetails.tsx';
import { AnnotationList } from './AnnotationList.tsx';
import { ListedChoice, type Listed } from './ListedChoice.tsx';
import { SuggestionDetails } from './SuggestionDetails.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import { useListing } from './use-listed.ts';
import type { Suggested } from './use-suggestions.ts';
import type { TaggingActions } from './use-tagging.ts';

type Props = {
  annotations: Annotation[];
  labels: Label[];
  focused: Annotation | null;
  /** Null while no article is open. */
  actions: TaggingActions | null;
  suggested: Suggested | null;
  onFocus(uid: string | null): void;
} & DetailActions;

/** The annotation in focus, or all of the article. */
export function Inspector({ annotations, labels, focused, actions, suggested, onFocus, onLeave, ...on }: Props) {
  const [listed, setListed] = useState<Listed>('annotations');
  const isListingSuggestions = suggested !== null && listed === 'suggestions';
  const suggestion = suggested?.focused ?? null;
  const at = annotations.findIndex(({ uid }) => uid === focused?.uid);
  const count = annotations.length;
  const go = (by: 1 | -1) => onFocus(annotations[(at + by + count) % count]!.uid);
  const label = labels.find(({ name }) => name === focused?.label);
  const aside = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  const [lastAt, setLastAt] = useState(0);
  const listing = useListing();
  if (at !== -1 && at !== lastAt) setLastAt(at);
  const uid = focused?.uid ?? suggestion?.id ?? null;

  /** What had the focus went away with the annotation or with the list. */
  const keepFocus = useEffectEvent(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    const heir = uid === null ? '[data-annotation-list]' : '[data-to-list]';
    const element = aside.current?.querySelector<HTMLElement>(heir);
    if (element) element.focus();
    else onLeave();
  });
  const isEmpty = count === 0; // the list may go a moment after the annotation that was in focus
  useEffect(() => keepFocus(), [uid, isEmpty]);

  return (
    <aside
      ref={aside}
      className="pane insp"
      aria-label={inspectorMessages.inspector}
      data-region
      onFocus={() => (hadFocus.current = true)}
      onKeyDown={(event) => {
        // what opens over it, a menu or a dialog, has an Escape of its own
        const isHere = event.target instanceof Node && event.currentTarget.contains(event.target);
        if (event.key !== 'Escape' || event.defaultPrevented || !isHere || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onLeave();
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget !== null) hadFocus.current = false;
      }}
    >
      {suggestion && suggested && (
        <SuggestionDetails
          suggestion={suggestion}
          suggested={suggested}
          label={labels.find(({ name }) => name === suggestion.label)}
          onList={() => {
            setListed('suggestions');
            onFocus(null);
          }}
        />
      )}
      {!suggestion && (
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
              <h2>{isListingSuggestions ? suggestionMessages.list : inspectorMessages.all}</h2>
              <span className="num">{numberWords(isListingSuggestions ? suggested.all.length : count)}</span>
            </>
          )}
        </div>
      )}
      {!focused && suggested && !suggestion && (
        <ListedChoice listed={listed} suggested={suggested} onChoose={setListed} />
      )}
      {suggestion ? null : focused && label && actions ? (
        <AnnotationDetails
          key={focused.uid}
          annotation={focused}
          label={label}
          labels={labels}
          actions={actions}
          onLeave={onLeave}
          {...on}
        />
      ) : isListingSuggestions ? (
        <SuggestionList suggested={suggested} labels={labels} />
      ) : (
        <AnnotationList
          annotations={annotations}
          labels={labels}
          isOpen={actions !== null}
          startAt={Math.min(lastAt, count - 1)}
          listing={listing}
          onFocus={onFocus}
        />
      )}
    </aside>
  );
}
