import { useDeferredValue, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { TextSelect } from 'lucide-react';
import type { Correction } from '#shared/api/review-calls';
import type { Annotation } from '#shared/domain/annotation';
import type { Label } from '#shared/domain/codebook';
import type { Span } from '#shared/domain/span';
import { reviewMessages as words } from '#shared/messages/en/reviews';
import { queries } from '../../api/queries.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { TextField } from '../../ui/Field.tsx';
import type { Draft } from './use-reviewing.ts';

type Props = {
  annotation: Annotation;
  decision: Draft['decision'];
  reason: string;
  labels: Label[];
  getSelected(): Span | null;
  onSend(reason: string, correction?: Correction): void;
  onGiveUp(): void;
};

/** Why a decision is taken, and, of a correction, what stands in its place; what is not said stays as it is. */
export function ReviewForm({ annotation, decision, reason: before, labels, getSelected, onSend, onGiveUp }: Props) {
  const id = useId();
  const [reason, setReason] = useState(before);
  const [label, setLabel] = useState(annotation.label);
  const [entity, setEntity] = useState('');
  const [span, setSpan] = useState<Span | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const query = useDeferredValue(entity.trim());
  const { data: found = [] } = useQuery({ ...queries.suggestedEntities(query, label), enabled: query !== '' });
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-reason]')?.focus(), []);

  const correction: Correction = {
    ...(label !== annotation.label && { label }),
    ...(entity.trim() !== '' && { entity: entity.trim() }),
    ...(span && { spans: [span] }),
  };
  const isCorrection = decision === 'corrected';
  const canSend = reason.trim() !== '' && (!isCorrection || Object.keys(correction).length > 0);
  const send = () => canSend && onSend(reason.trim(), isCorrection ? correction : undefined);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onGiveUp();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const takeSelected = () => {
    const selected = getSelected();
    if (selected) setSpan(selected);
    else announce(words.nothingSelected);
  };

  return (
    <div ref={form} className="stack review-form" onKeyDown={press}>
      {isCorrection && (
        <>
          <Choice
            label={words.label}
            value={label}
            options={labels.filter(({ retired }) => !retired).map(({ name }) => ({ value: name, name }))}
            onChoose={setLabel}
          />
          <div className="row">
            <Button
              size="small"
              icon={<TextSelect className="i i-12" aria-hidden="true" />}
              onMouseDown={(event) => event.preventDefault()} // the text keeps its selection
              onClick={takeSelected}
            >
              {words.useSelected}
            </Button>
            {span && <span className="hint tnum">{words.words(span.start, span.end)}</span>}
          </div>
          <TextField
            label={words.entity}
            dir="auto"
            autoComplete="off"
            list={`${id}-known`}
            placeholder={annotation.entity ?? words.entityHint}
            maxLength={300}
            value={entity}
            onChange={({ target }) => setEntity(target.value)}
          />
          <datalist id={`${id}-known`}>
            {found.map(({ uid, name }) => (
              <option key={uid} value={name} />
            ))}
          </datalist>
        </>
      )}
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        dir="auto"
        data-reason
        autoComplete="off"
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="row">
        <span className="grow" />
        <Button size="small" variant="quiet" onClick={onGiveUp}>
          {words.giveUp}
        </Button>
        <Button size="small" variant="primary" disabled={!canSend} onClick={send}>
          {words.send[decision]}
        </Button>
      </div>
    </div>
  );
}
