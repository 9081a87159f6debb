import { useMemo } from 'react';
import type { Annotation } from '#shared/domain/annotation';
import type { ValueInput } from '#shared/domain/attribute';
import type { Label } from '#shared/domain/codebook';
import { attributeMessages } from '#shared/messages/en/attributes';
import { valueWords } from '#shared/messages/en/codebook';
import { outsideMessages } from '#shared/messages/en/outside';
import { inTurn } from '../../api/save.ts';
import { useOutside } from '../../api/use-outside.ts';
import { AttributeField } from './AttributeField.tsx';
import { setValue, type ValuePath } from './set-value.ts';
import type { TaggingActions } from './use-tagging.ts';
import type { ValueActions } from './value-fields.ts';

type Props = { annotation: Annotation; label: Label; isOff: boolean; actions: TaggingActions };

/** The values of the label's attributes, each in a field of its type; and those that are kept for another label. */
export function AttributesSection({ annotation, label, isOff, actions }: Props) {
  const { uid, attributes, kept, toFill } = annotation;
  const shown = label.attributes.filter(({ name, retired }) => !retired || attributes[name] !== undefined);
  const values = useMemo((): ValueActions => {
    /** What stands now, not what is drawn: fields are left and saved one behind the other. */
    const set = (path: ValuePath, value: ValueInput) =>
      inTurn(async () => {
        const now = actions.list().find((each) => each.uid === uid)?.attributes ?? {};
        await actions.update(uid, { attributes: setValue(now, path, value) });
      });
    return { isOff, set, getSelected: actions.getSelected };
  }, [uid, isOff, actions]);
  const keptEntries = Object.entries(kept);
  const outside = useOutside([uid]).get(uid)?.values ?? [];
  if (shown.length + keptEntries.length + outside.length === 0) return null;
  return (
    <section className="sec attrs" aria-label={attributeMessages.section}>
      <div className="sec-h">
        <h3>{attributeMessages.section}</h3>
        {toFill.length > 0 && <span className="end warn">{attributeMessages.toFill(toFill)}</span>}
      </div>
      {shown.map((attribute) => (
        <div key={attribute.uid} data-attribute>
          <AttributeField
            attribute={attribute}
            value={attributes[attribute.name]}
            path={[attribute.name]}
            actions={values}
          />
        </div>
      ))}
      {outside.map(({ attribute, quote }, n) => (
        <p key={n} className="hint" dir="auto" title={outsideMessages.kept}>
          {outsideMessages.value(attribute, quote)}
        </p>
      ))}
      {keptEntries.length > 0 && (
        <div className="attrs-kept">
          <p className="hint">{attributeMessages.kept}</p>
          <dl className="props">
            {keptEntries.map(([name, value]) => [
              <dt key={`${name}-name`}>{name}</dt>,
              <dd key={`${name}-value`}>
                <bdi className="trunc">{valueWords(value)}</bdi>
              </dd>,
            ])}
          </dl>
        </div>
      )}
    </section>
  );
}
