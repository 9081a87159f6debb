import type { Attribute } from '#shared/domain/attribute';

/** A value for a format that has only strings: text, numbers, dates, choices, yes and no as they are, all else as JSON. */
export const toPlain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * A value that a file gives as a string, by the attribute that it is for. Left as it is where it cannot be that: who stores it
 * says so.
 */
export function fromPlain(attribute: Pick<Attribute, 'type' | 'isList'>, raw: unknown): unknown {
  if (typeof raw !== 'string') return raw;
  if (attribute.isList || ['choices', 'group', 'span'].includes(attribute.type)) return parseJson(raw);
  switch (attribute.type) {
    case 'number':
      return raw.trim() !== '' && Number.isFinite(Number(raw)) ? Number(raw) : raw;
    case 'yes-no':
      return /^(true|yes|1)$/iu.test(raw) ? true : /^(false|no|0)$/iu.test(raw) ? false : raw;
    case 'entity':
      return raw.startsWith('{') ? parseJson(raw) : raw;
    default:
      return raw;
  }
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
}
