import type { AttributeType } from '#shared/domain/attribute';
import { codebookMessages } from '#shared/messages/en/codebook';

type Props = { type: AttributeType; types: readonly AttributeType[]; onChange(type: AttributeType): void };

/** What an attribute holds. */
export function TypeField({ type, types, onChange }: Props) {
  return (
    <label className="stack field-stack">
      <span className="label">{codebookMessages.type}</span>
      <span className="field">
        <select value={type} onChange={({ target }) => onChange(target.value as AttributeType)}>
          {types.map((each) => (
            <option key={each} value={each}>
              {codebookMessages.types[each]}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
