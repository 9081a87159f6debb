import { useQuery } from '@tanstack/react-query';
import { TextSelect, Trash2 } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { annotationStateWords, inspectorMessages, originWords } from '#shared/messages/en/annotate';
import { queries, useStatus } from '../../api/queries.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { useCommandKeys } from '../../ui/command-keys.ts';
import type { Shown } from './annotate-props.ts';
import { AnnotationHistory } from './AnnotationHistory.tsx';
import { AttributesSection } from './AttributesSection.tsx';
import { EntityField } from './EntityField.tsx';
import { EventCardsSection } from './EventCardsSection.tsx';
import { GuidelineSection } from './GuidelineSection.tsx';
import { NoteField } from './NoteField.tsx';
import { RelationsSection } from './RelationsSection.tsx';
import { ReviewSection } from './ReviewSection.tsx';
import type { Reviewing } from './use-reviewing.ts';
import type { TaggingActions } from './use-tagging.ts';

/** What is done from here to other annotations and to event cards. */
export type DetailActions = {
  /** Starts a relation from the annotation in focus. */
  onRelate(): void;
  onShow(shown: Shown): void;
  onOpenCard(card: string): void;
  /** Null while no article is open. */
  reviewing: Reviewing | null;
  /** Gives the focus to the text. */
  onLeave(): void;
};
type Props = { annotation: Annotation; label: Label; labels: Label[]; actions: TaggingActions } & DetailActions;

/** All that is known of one annotation; what is one's own can be changed here. */
export function AnnotationDetails({ annotation, label, labels, actions, ...on }: Props) {
  const keys = useCommandKeys();
  const person = useStatus()?.annotator ?? null;
  const relationKinds = useQuery(queries.codebook()).data?.relationKinds ?? [];
  const isClaim = relationKinds.some(({ sets, from }) => sets === 'attribution' && from.includes(label.name));
  const isAnothers = annotation.annotator !== person;
  const choices = labels.filter(({ name, retired }) => !retired || name === label.name);
  return (
    <div className="pane-scroll">
      <section className="sec sec-first">
        {annotation.spans.map(({ start, quote }) => (
          <p key={start} className="says" dir="auto">
            {quote}
          </p>
        ))}
      </section>
      <section className="sec">
        <dl className="props">
          <dt>{inspectorMessages.label}</dt>
          <dd>
            <Choice
              label={inspectorMessages.label}
              value={label.name}
              isOff={isAnothers}
              options={choices.map(({ name }) => ({ value: name, name }))}
              onChoose={(name) => actions.relabel(annotation.uid, name)}
            />
          </dd>
          {annotation.spans.map(({ start, end }, n) => [
            <dt key={`where-${n}`}>{n === 0 ? inspectorMessages.where : ''}</dt>,
            <dd key={`span-${n}`} className="tnum">
              {inspectorMessages.span(start, end)}
            </dd>,
          ])}
          <dt>{inspectorMessages.by}</dt>
          <dd>
            <Avatar name={annotation.annotator} isSmall />
            <bdi className="trunc">{annotation.annotator}</bdi>
            <span className="hint">{originWords[annotation.origin]}</span>
          </dd>
          <dt>{inspectorMessages.state}</dt>
          <dd>{annotationStateWords[annotation.state]}</dd>
        </dl>
        {isAnothers && <p className="hint">{inspectorMessages.another(annotation.annotator)}</p>}
      </section>
      {label.entityKinds.length > 0 && (
        <EntityField annotation={annotation} isOff={isAnothers} actions={actions} onDone={on.onLeave} />
      )}
      <AttributesSection annotation={annotation} label={label} isOff={isAnothers} actions={actions} />
      {on.reviewing && (
        <ReviewSection annotation={annotation} labels={labels} reviewing={on.reviewing} actions={actions} />
      )}
      <RelationsSection annotation={annotation} labels={labels} onStart={on.onRelate} onShow={on.onShow} />
      {isClaim && <EventCardsSection claim={annotation} onOpenCard={on.onOpenCard} />}
      <NoteField
        note={annotation.note}
        isOff={isAnothers}
        onSave={async (note) => void (await actions.update(annotation.uid, { note }))}
      />
      <GuidelineSection label={label} />
      <AnnotationHistory annotation={annotation.uid} labels={labels} />
      <section className="sec row">
        {annotation.spans.length === 1 && (
          <Button
            size="small"
            title={inspectorMessages.moveHint}
            disabled={isAnothers}
            icon={<TextSelect className="i i-12" aria-hidden="true" />}
            onClick={() => actions.moveTo(annotation.uid)}
          >
            {inspectorMessages.move}
          </Button>
        )}
        <Button
          size="small"
          variant="danger"
          keys={keys.remove}
          disabled={isAnothers}
          icon={<Trash2 className="i i-12" aria-hidden="true" />}
          onClick={() => void actions.removeFocused()}
        >
          {inspectorMessages.remove}
        </Button>
      </section>
    </div>
  );
}
