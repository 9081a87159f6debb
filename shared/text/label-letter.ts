import { clusterAround } from './graphemes.ts';
import { hasVisible } from './invisible.ts';

/** The letter that stands for a label where there is no room for its name: its key, else the first letter of the name that is seen. */
export function letterOf({ key, name }: { key: string | null; name: string }): string {
  if (key !== null) return key;
  for (let at = 0; at < name.length;) {
    const { end } = clusterAround(name, at);
    const letter = name.slice(at, end);
    if (hasVisible(letter)) return letter.toUpperCase();
    at = end;
  }
  return '?';
}
