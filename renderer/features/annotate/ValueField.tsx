import { useId, useRef } from 'react';
import type { Attribute, AttributeValue, ValueInput } from '#shared/domain/attribute';
import { attributeMessages } from '#shared/messages/en/attributes';
import { valueWords } from '#shared/messages/en/codebook';
import { Choice } from '../../ui/Choice.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { EntityValueField } from './EntityValueField.tsx';
import { SpanValueField } from './SpanValueField.tsx';
import { setTyping } from '../../api/save.ts';
import { TypedMark } from '../../ui/TypedMark.tsx';
import { useSavedText } from '../../ui/use-saved-text.ts';
import { useFocusOnceIf, type ValueFieldProps } from './value-fields.ts';
import { ValueRow } from './ValueRow.tsx';

/** One value, in the control that its type asks for. */
export function ValueField(props: ValueFieldProps) {
  const { attribute, name, value, path, actions } = props;
  const { isOff } = actions;
  const set = (given: ValueInput) => void actions.set(path, given).catch(sayError);
  switch (attribute.type) {
    case 'text':
    case 'number':
    case 'date':
      return <LineField {...props} />;
    case 'entity':
      return <EntityValueField {...props} />;
    case 'span':
      return <SpanValueField {...props} />;
    case 'yes-no':
      return (
        <ValueRow label={name} hint={props.hint}>
          <Choice
            label={name}
            value={value === undefined ? 'unsaid' : value === true ? 'yes' : 'no'}
            isOff={isOff}
            options={(['yes', 'no', 'unsaid'] as const).map((each) => ({
              value: each,
              name: attributeMessages.answers[each],
            }))}
            onChoose={(answer) => set(answer === 'unsaid' ? null : answer)}
          />
        </ValueRow>
      );
    case 'choice':
      return <OptionField {...props} />;
    case 'choices':
      return <OptionsField {...props} />;
    case 'group':
      return null;
  }
}

function LineField({ attribute, name, value, path, actions, hint, takesFocus = false }: ValueFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useFocusOnceIf(input, takesFocus);
  const { shown, state, type, saveNow } = useSavedText({
    text: value === undefined ? '' : valueWords(value),
    onSave: (text) => actions.set(path, text.trim() === '' ? null : text),
    onTyping: setTyping,
  });
  return (
    <ValueRow label={name} hint={hint} htmlFor={id} end={<TypedMark state={state} />}>
      <span className={`field ${state.kind === 'failed' ? 'is-bad' : ''}`}>
        <input
          ref={input}
          id={id}
          dir="auto"
          inputMode={attribute.type === 'number' ? 'decimal' : 'text'}
          placeholder={actions.isOff ? '' : attributeMessages.placeholders[attribute.type as 'text']}
          maxLength={10_000}
          readOnly={actions.isOff}
          aria-invalid={state.kind === 'failed'}
          value={shown}
          onChange={(event) => type(event.target.value)}
          onBlur={() => void saveNow()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) void saveNow();
          }}
        />
      </span>
    </ValueRow>
  );
}

/** Options that may be chosen, and the one that is although it is retired. */
const toOffered = ({ options }: Attribute, chosen: readonly AttributeValue[]): string[] => {
  const open = options.filter(({ retired }) => !retired).map((option) => option.value);
  return [...open, ...chosen.filter((each) => typeof each === 'string' && !open.includes(each)).map(String)];
};

function OptionField({ attribute, name, value, path, actions, hint, takesFocus = false }: ValueFieldProps) {
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  useFocusOnceIf(select, takesFocus);
  const chosen = value === undefined ? '' : valueWords(value);
  return (
    <ValueRow label={name} hint={hint} htmlFor={id}>
      <span className="field">
        <select
          ref={select}
          id={id}
          disabled={actions.isOff}
          value={chosen}
          onChange={(event) => void actions.set(path, event.target.value || null).catch(sayError)}
        >
          <option value="">{attributeMessages.unsaid}</option>
          {toOffered(attribute, chosen === '' ? [] : [chosen]).map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      </span>
    </ValueRow>
  );
}

function OptionsField({ attribute, name, value, path, actions, hint }: ValueFieldProps) {
  const chosen = Array.isArray(value) ? value.map(valueWords) : [];
  const turn = (option: string) => {
    const next = chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option];
    void actions.set(path, next.length === 0 ? null : next).catch(sayError);
  };
  return (
    <ValueRow label={name} hint={hint}>
      <span className="attr-options" role="group" aria-label={name}>
        {toOffered(attribute, chosen).map((option) => (
          <label key={option} className="attr-option">
            <input
              type="checkbox"
              disabled={actions.isOff}
              checked={chosen.includes(option)}
              onChange={() => turn(option)}
            />
            {option}
          </label>
        ))}
      </span>
    </ValueRow>
  );
}
