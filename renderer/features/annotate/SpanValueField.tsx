import { TextSelect, X } from 'lucide-react';
import { isSpanValue } from '#shared/domain/attribute';
import { attributeMessages } from '#shared/messages/en/attributes';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { toShown, type ValueFieldProps } from './value-fields.ts';
import { ValueRow } from './ValueRow.tsx';

/** Words of the text: those that are selected are taken. */
export function SpanValueField({ name, value, path, actions, hint }: ValueFieldProps) {
  const quote = toShown(value);
  const take = () => {
    const span = actions.getSelected();
    if (!span) return announce(attributeMessages.nothingSelected);
    actions.set(path, span).then(() => announce(attributeMessages.taken(name)), sayError);
  };
  return (
    <ValueRow label={name} hint={hint}>
      {value !== undefined && (
        <bdi
          className="theirs trunc"
          title={isSpanValue(value) ? attributeMessages.where(value.start, value.end) : undefined}
        >
          {quote}
        </bdi>
      )}
      {!actions.isOff && (
        <Button
          size="small"
          variant="quiet"
          icon={<TextSelect className="i i-12" aria-hidden="true" />}
          aria-label={attributeMessages.fromSelectionFor(name)}
          title={attributeMessages.fromSelectionHint}
          {...(value === undefined && { children: attributeMessages.fromSelection })}
          onClick={take}
        />
      )}
      {!actions.isOff && value !== undefined && (
        <Button
          size="small"
          variant="quiet"
          icon={<X className="i i-12" aria-hidden="true" />}
          aria-label={attributeMessages.clear(name)}
          onClick={() => void actions.set(path, null).catch(sayError)}
        />
      )}
    </ValueRow>
  );
}
