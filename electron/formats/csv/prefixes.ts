/** Where something begins, behind the name of what it is: `discoursestart`, `argbeginpos`. */
const BEGINS = /^(.{2,}?)(?:start|begin)(offset|pos|position|index|char)?$/u;

/**
 * Names of columns without the name of what they are of, where the ends of a span are called so: `entity_start`, `entity_end`,
 * `entity_type`. The text of such a thing is the words that are tagged.
 */
export function dropPrefix(keys: readonly string[]): string[] {
  for (const key of keys) {
    const [, prefix, tail = ''] = BEGINS.exec(key) ?? [];
    if (prefix === undefined || !['end', 'stop'].some((end) => keys.includes(`${prefix}${end}${tail}`))) continue;
    return keys.map((each) => (each.startsWith(prefix) ? toOwn(each, each.slice(prefix.length)) : each));
  }
  return [...keys];
}

function toOwn(key: string, rest: string): string {
  if (rest === '') return key;
  if (rest === 'text') return 'spantext';
  return rest === 'id' ? 'spanid' : rest;
}
