import canonicalize from 'canonicalize';

/** Names of fields as JSON writes them: they are few, and each journal row has some thirty. */
const names = new Map<string, string>();
const MOST_NAMES = 1000;

/**
 * Canonical JSON (RFC 8785): the same value gives the same bytes everywhere.
 *
 * Every tag waits for it, so what journals are made of (plain objects, lists, strings, numbers) is written here, in half the time
 * of the library that says what is right; anything else is left to that. Throws where a value has no JSON form.
 */
export function toCanonicalJson(value: unknown): string {
  const json = write(value);
  if (json === undefined) throw new Error('A value without a JSON form cannot be journalled');
  return json;
}

function write(value: unknown): string | undefined {
  if (typeof value === 'string') return writeString(value);
  if (value === null) return 'null';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return writeList(value);
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype && !('toJSON' in value))
    return writeObject(value as Record<string, unknown>);
  return canonicalize(value);
}

function writeString(value: string): string {
  if (!value.isWellFormed()) throw new Error('Half of a surrogate pair has no canonical JSON');
  return JSON.stringify(value);
}

function writeList(list: readonly unknown[]): string {
  let json = '';
  for (const item of list) json += (json === '' ? '[' : ',') + (write(item) ?? 'null');
  return json === '' ? '[]' : `${json}]`;
}

function writeObject(value: Record<string, unknown>): string {
  let json = '';
  for (const name of sortNames(Object.keys(value))) {
    const field = write(value[name]);
    if (field !== undefined) json += (json === '' ? '{' : ',') + writeName(name) + field;
  }
  return json === '' ? '{}' : `${json}}`;
}

function writeName(name: string): string {
  let json = names.get(name);
  if (json === undefined) {
    json = `${writeString(name)}:`;
    if (names.size < MOST_NAMES) names.set(name, json);
  }
  return json;
}

/** By their UTF-16 code units; of so few names this is quicker than `sort`. */
function sortNames(list: string[]): string[] {
  if (list.length > 50) return list.sort();
  for (let n = 1; n < list.length; n += 1) {
    const name = list[n]!;
    let at = n - 1;
    for (; at >= 0 && list[at]! > name; at -= 1) list[at + 1] = list[at]!;
    list[at + 1] = name;
  }
  return list;
}
