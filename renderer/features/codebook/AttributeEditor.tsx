import type { ReactNode } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { AttributeType, type Attribute, type AttributeChanges, type AttributeOption } from '#shared/domain/attribute';
import { codebookMessages } from '#shared/messages/en/codebook';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { CheckField } from './CheckField.tsx';
import { SavedField } from './SavedField.tsx';
import { TypeField } from './TypeField.tsx';

type Props = {
  label: string;
  group: string | undefined;
  attribute: Attribute;
  place: number;
  count: number;
  children: ReactNode;
};

const WITH_OPTIONS: readonly AttributeType[] = ['choice', 'choices', 'entity'];

/** All that is said of one attribute or field; each change is kept at once, as one step. */
export function AttributeEditor({ label, group, attribute, place, count, children }: Props) {
  const { name, type, isList, isRequired, guideline, options, retired } = attribute;
  const path = group === undefined ? name : `${group}.${name}`;
  const change = (changes: AttributeChanges) => save('codebook:update-attribute', { label, attribute: path, changes });
  const turn = (changes: AttributeChanges) => void change(changes).catch(sayError);
  const isGroup = type === 'group';
  return (
    <div className="cb-attr-edit">
      <div className="cb-new">
        <SavedField
          label={codebookMessages.name}
          text={name}
          maxLength={60}
          onSave={(typed) => change({ name: typed })}
        />
        <TypeField
          type={type}
          types={isGroup ? ['group'] : AttributeType.options.filter((each) => each !== 'group')}
          onChange={(chosen) => turn({ type: chosen })}
        />
        <CheckField isOn={isList} isOff={isGroup} onTurn={(isOn) => turn({ isList: isOn })}>
          {codebookMessages.list}
        </CheckField>
        <CheckField isOn={isRequired} onTurn={(isOn) => turn({ isRequired: isOn })}>
          {codebookMessages.required}
        </CheckField>
      </div>
      <SavedField
        label={codebookMessages.guideline}
        text={guideline}
        maxLength={10_000}
        rows={2}
        onSave={(typed) => change({ guideline: typed })}
      />
      {WITH_OPTIONS.includes(type) && (
        <SavedField
          label={type === 'entity' ? codebookMessages.wordsFor : codebookMessages.options}
          hint={codebookMessages.optionsHint}
          text={toLines(options)}
          maxLength={100_000}
          rows={Math.min(8, Math.max(3, options.length))}
          onSave={(typed) => change({ options: fromLines(typed, options) })}
        />
      )}
      {children}
      <div className="row">
        <Button
          variant="quiet"
          size="small"
          icon={<ChevronUp className="i i-12" aria-hidden="true" />}
          aria-label={`${codebookMessages.up}: ${name}`}
          disabled={place === 0}
          onClick={() => turn({ position: place - 1 })}
        />
        <Button
          variant="quiet"
          size="small"
          icon={<ChevronDown className="i i-12" aria-hidden="true" />}
          aria-label={`${codebookMessages.down}: ${name}`}
          disabled={place === count - 1}
          onClick={() => turn({ position: place + 1 })}
        />
        <Button size="small" variant={retired ? 'plain' : 'danger'} onClick={() => turn({ retired: !retired })}>
          {retired ? codebookMessages.bringBackAttribute(name) : codebookMessages.retireAttribute(name)}
        </Button>
      </div>
    </div>
  );
}

const toLines = (options: readonly AttributeOption[]) =>
  options
    .filter(({ retired }) => !retired)
    .map(({ value }) => value)
    .join('\n');

/** The options that lines name, in their order; those that are named no more come behind, retired. */
function fromLines(typed: string, before: readonly AttributeOption[]): AttributeOption[] {
  const values = [...new Set(typed.split('\n').map((line) => line.trim()))].filter(Boolean);
  const gone = before.filter(({ value }) => !values.some((each) => each.toLowerCase() === value.toLowerCase()));
  return [
    ...values.map((value) => ({ value, retired: false })),
    ...gone.map(({ value }) => ({ value, retired: true })),
  ];
}
