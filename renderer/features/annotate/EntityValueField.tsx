import { useDeferredValue, useId, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { attributeMessages } from '#shared/messages/en/attributes';
import { queries } from '../../api/queries.ts';
import { setTyping } from '../../api/save.ts';
import { TypedMark } from '../../ui/TypedMark.tsx';
import { useSavedText } from '../../ui/use-saved-text.ts';
import { toShown, useFocusOnceIf, type ValueFieldProps } from './value-fields.ts';
import { ValueRow } from './ValueRow.tsx';

/** An entity by its name, or one of the words that stand for one; what is typed offers those that are known. */
export function EntityValueField({ attribute, name, value, path, actions, hint, takesFocus = false }: ValueFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useFocusOnceIf(input, takesFocus);
  const { shown, state, type, saveNow } = useSavedText({
    text: toShown(value),
    onSave: (text) => actions.set(path, text.trim() === '' ? null : text.trim()),
    onTyping: setTyping,
    byPause: false, // half a name is nobody's
  });
  const query = useDeferredValue(state.kind === 'typing' ? shown.trim() : '');
  const found = useQuery({ ...queries.suggestedEntities(query), enabled: query !== '' }).data ?? [];
  const words = attribute.options.filter(({ retired }) => !retired).map((option) => option.value);
  return (
    <ValueRow label={name} hint={hint} htmlFor={id} end={<TypedMark state={state} />}>
      <span className={`field ${state.kind === 'failed' ? 'is-bad' : ''}`}>
        <input
          ref={input}
          id={id}
          dir="auto"
          autoComplete="off"
          list={`${id}-known`}
          placeholder={actions.isOff ? '' : attributeMessages.placeholders.entity}
          maxLength={300}
          readOnly={actions.isOff}
          aria-invalid={state.kind === 'failed'}
          value={shown}
          onChange={(event) => type(event.target.value)}
          onBlur={() => void saveNow()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void saveNow();
          }}
        />
        <datalist id={`${id}-known`}>
          {[...words, ...found.map((entity) => entity.name)].map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </span>
    </ValueRow>
  );
}
