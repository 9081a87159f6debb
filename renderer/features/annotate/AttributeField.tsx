import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import { toItems, type Attribute, type AttributeValue } from '#shared/domain/attribute';
import { attributeMessages } from '#shared/messages/en/attributes';
import { Button } from '../../ui/Button.tsx';
import { sayError } from '../../ui/toasts.tsx';
import type { ValuePath } from './set-value.ts';
import type { ValueActions } from './value-fields.ts';
import { ValueField } from './ValueField.tsx';

type Props = {
  attribute: Attribute;
  value: AttributeValue | undefined;
  path: ValuePath;
  actions: ValueActions;
};

/** One attribute or field: its value, or the items of its list with a place to add one. */
export function AttributeField({ attribute, value, path, actions }: Props) {
  // what was a list once may still hold several
  const isList = attribute.isList || (Array.isArray(value) && attribute.type !== 'choices');
  if (isList) return <ListField attribute={attribute} value={value} path={path} actions={actions} />;
  return (
    <div className="attr">
      <Item
        attribute={attribute}
        name={attribute.name}
        value={value}
        path={path}
        actions={actions}
        hint={attribute.guideline}
      />
    </div>
  );
}

function ListField({ attribute, value, path, actions }: Props) {
  const items = toItems(value);
  /** How many items stand here at least: what a person has begun, or emptied, stays in sight although it holds nothing. */
  const [least, setLeast] = useState(0);
  const count = Math.max(items.length, least);
  const within: ValueActions = {
    ...actions,
    set(at, given) {
      setLeast(count);
      return actions.set(at, given);
    },
  };
  const remove = (n: number) => {
    setLeast(count - 1);
    if (n < items.length) void actions.set([...path, n], null).catch(sayError);
  };
  const { name, guideline } = attribute;
  return (
    <div className="attr attr-list" role="group" aria-label={name}>
      <div className="attr-h" title={guideline}>
        <span className="label">{name}</span>
        {!actions.isOff && !attribute.retired && (
          <button
            type="button"
            className="add hint"
            aria-label={attributeMessages.addTo(name)}
            onClick={() => setLeast(count + 1)}
          >
            <Plus className="i i-12" aria-hidden="true" />
            {attributeMessages.add}
          </button>
        )}
      </div>
      {Array.from({ length: count }, (_, n) => (
        <div key={n} className="attr-item">
          <Item
            attribute={attribute}
            name={attributeMessages.nth(name, n + 1)}
            value={items[n]}
            path={[...path, n]}
            actions={within}
            isBegun={n >= items.length}
          />
          {!actions.isOff && (
            <Button
              variant="quiet"
              size="small"
              className="attr-x"
              icon={<X className="i i-12" aria-hidden="true" />}
              aria-label={attributeMessages.removeNth(name, n + 1)}
              onClick={() => remove(n)}
            />
          )}
        </div>
      ))}
    </div>
  );
}

type ItemProps = Props & { name: string; hint?: string; isBegun?: boolean };

function Item({ attribute, name, value, path, actions, hint = '', isBegun = false }: ItemProps) {
  if (attribute.type !== 'group')
    return (
      <ValueField
        attribute={attribute}
        name={name}
        value={value}
        path={path}
        actions={actions}
        hint={hint}
        takesFocus={isBegun}
      />
    );
  const fields = typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, AttributeValue>) : {};
  return (
    <div className="attr-group" role="group" aria-label={name}>
      {attribute.fields
        .filter((field) => !field.retired || fields[field.name] !== undefined)
        .map((field) => (
          <AttributeField
            key={field.uid}
            attribute={field}
            value={fields[field.name]}
            path={[...path, field.name]}
            actions={actions}
          />
        ))}
    </div>
  );
}
