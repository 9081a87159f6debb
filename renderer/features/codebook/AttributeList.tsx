import { useState } from 'react';
import { ChevronRight } from 'lucide-react';
import { AttributeType, type Attribute } from '#shared/domain/attribute';
import { codebookMessages } from '#shared/messages/en/codebook';
import { save } from '../../api/save.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { sayError } from '../../ui/toasts.tsx';
import { AttributeEditor } from './AttributeEditor.tsx';
import { TypeField } from './TypeField.tsx';

type Props = {
  label: string;
  attributes: Attribute[];
  /** The group that these are the fields of. */
  group?: string;
};

/** The attributes of a label, or the fields of a group, each to be opened and changed; and a place to add one. */
export function AttributeList({ label, attributes, group }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const heading = group === undefined ? codebookMessages.attributes : codebookMessages.fields(group);
  return (
    <section className={group === undefined ? 'cb-part' : 'cb-fields'} aria-label={heading}>
      <h3 className="cb-h">{heading}</h3>
      {attributes.length === 0 && <p className="hint">{codebookMessages.noAttributes}</p>}
      <ul className="cb-attrs">
        {attributes.map((attribute, place) => (
          <li key={attribute.uid}>
            <button
              type="button"
              className="cb-attr"
              aria-expanded={open === attribute.uid}
              onClick={() => setOpen(open === attribute.uid ? null : attribute.uid)}
            >
              <ChevronRight className="i i-12" aria-hidden="true" />
              <span className="vh">{codebookMessages.edit}</span>
              <bdi className={attribute.retired ? 'muted' : 'strong'}>{attribute.name}</bdi>
              <span className="hint grow trunc">{describe(attribute)}</span>
              {attribute.isRequired && <span className="hint">{codebookMessages.required}</span>}
              {attribute.retired && <span className="hint">{codebookMessages.retired}</span>}
            </button>
            {open === attribute.uid && (
              <AttributeEditor
                label={label}
                group={group}
                attribute={attribute}
                place={place}
                count={attributes.length}
              >
                {attribute.type === 'group' && (
                  <AttributeList label={label} attributes={attribute.fields} group={attribute.name} />
                )}
              </AttributeEditor>
            )}
          </li>
        ))}
      </ul>
      <NewAttributeForm label={label} group={group} onAdded={setOpen} />
    </section>
  );
}

function describe({ type, isList, options, fields }: Attribute): string {
  const named = type === 'group' ? fields.map(({ name }) => name) : options.map(({ value }) => value);
  const word = isList ? codebookMessages.listOf(type) : codebookMessages.types[type];
  return named.length === 0 ? word : `${word}: ${named.join(', ')}`;
}

type FormProps = { label: string; group: string | undefined; onAdded(uid: string): void };

function NewAttributeForm({ label, group, onAdded }: FormProps) {
  const [typed, setTyped] = useState('');
  const [type, setType] = useState<AttributeType>('text');
  const name = typed.trim();
  const within = group ?? null;
  const add = async () => {
    const codebook = await save('codebook:add-attribute', {
      label,
      ...(group !== undefined && { group }),
      attribute: { name, type },
    });
    setTyped('');
    const { attributes } = codebook.labels.find((each) => each.name === label)!;
    const siblings = group === undefined ? attributes : attributes.find((each) => each.name === group)!.fields;
    onAdded(siblings.at(-1)!.uid);
  };
  return (
    <form
      className="cb-new"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') void add().catch(sayError);
      }}
    >
      <TextField
        label={codebookMessages.attributeName(within)}
        dir="auto"
        maxLength={60}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <TypeField
        type={type}
        types={group === undefined ? AttributeType.options : AttributeType.options.filter((each) => each !== 'group')}
        onChange={setType}
      />
      <Button type="submit" size="small" disabled={name === ''}>
        {codebookMessages.addAttribute(within)}
      </Button>
    </form>
  );
}
