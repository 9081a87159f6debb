import { TextSelect, Trash2 } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import { annotationStateWords, inspectorMessages, originWords } from '#shared/messages/en/annotate';
import { useStatus } from '../../api/queries.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { AnnotationHistory } from './AnnotationHistory.tsx';
import { NoteField } from './NoteField.tsx';
import type { TaggingActions } from './use-tagging.ts';

type Props = { annotation: Annotation; label: Label; labels: Label[]; actions: TaggingActions };

/** All that is known of one annotation; what is one's own can be changed here. */
export function AnnotationDetails({ annotation, label, labels, actions }: Props) {
  const person = useStatus()?.annotator ?? null;
  const isAnothers = annotation.annotator !== person;
  const choices = labels.filter(({ name, retired }) => !retired || name === label.name);
  const relabel = (name: string) => void actions.update(annotation.uid, { label: name }).catch(sayError);
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
              onChoose={relabel}
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
      <NoteField
        note={annotation.note}
        isOff={isAnothers}
        onSave={async (note) => void (await actions.update(annotation.uid, { note }))}
      />
      {label.guideline !== '' && (
        <section className="sec">
          <h3 className="sec-h">{inspectorMessages.guideline}</h3>
          <p className="soft">{label.guideline}</p>
        </section>
      )}
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
          keys="Delete"
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
