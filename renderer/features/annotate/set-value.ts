import { toItems, type AttributeValue, type AttributeValues, type ValueInput } from '#shared/domain/attribute';

/** Names of an attribute and its field, and places in lists between and behind them. */
export type ValuePath = readonly [string, ...(string | number)[]];

/** What has to be said of an attribute so that the value at a path is another one; null takes that away. */
export function setValue(values: AttributeValues, path: ValuePath, value: ValueInput): Record<string, ValueInput> {
  const [name, ...rest] = path;
  return { [name]: setWithin(values[name], rest, value) };
}

function setWithin(
  held: AttributeValue | undefined,
  path: readonly (string | number)[],
  value: ValueInput,
): ValueInput {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'string') {
    const fields = typeof held === 'object' && !Array.isArray(held) ? (held as Record<string, AttributeValue>) : {};
    return { ...fields, [step]: setWithin(fields[step], rest, value) };
  }
  const items: ValueInput[] = [...toItems(held)];
  const at = Math.min(step, items.length);
  items[at] = setWithin(toItems(held)[step], rest, value);
  return items;
}
