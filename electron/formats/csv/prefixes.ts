/** Where something begins, behind the name of what it is: `discoursestart`, `argbeginpos`. */
const BEGINS = /^(.{2,}?)(?:start|begin)(offset|pos|position|index|char)?$/u;

/**
 * Names of columns without the name of what they are of, where the ends of a span are called so: `entity_start`, `entity_end`,
 * `entity_type`; only where a known one is left: `sentence` beside `sent_start` is no `ence`. The text of such a thing is the words
 * that are tagged.
 */
export function dropPrefix(keys: readonly string[], isKnown: (key: string) => boolean): string[] {
  for (const key of keys) {
    const [, prefix, tail = ''] = BEGINS.exec(key) ?? [];
    if (prefix === undefined || !['end', 'stop'].some((end) => keys.includes(`${prefix}${end}${tail}`))) continue;
    return keys.map((each) => {
      const own = each.startsWith(prefix) ? toOwn(each.slice(prefix.length)) : each;
      return isKnown(own) ? own : each;
    });
  }
  return [...keys];
}

function toOwn(rest: string): string {
  if (rest === 'text') return 'spantext';
  return rest === 'id' ? 'spanid' : rest;
}
