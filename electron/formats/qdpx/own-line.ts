const OWN = 'Galley: ';

/** What Galley says of its own things, as one line of JSON; the last of a description, behind what a person wrote. */
export const toOwnLine = (own: object): string =>
  OWN + JSON.stringify(own).replace(/[\ufffe\uffff]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`);

export const joinOwnLine = (words: string, own: object) => `${words === '' ? '' : `${words}\n`}${toOwnLine(own)}`;

/** The two again; `own` is null where the last line is no such line. */
export function splitOwnLine(description: string): { words: string; own: Record<string, unknown> | null } {
  const at = description.lastIndexOf(`\n${OWN}`) + 1;
  const last = description.slice(at);
  if (!last.startsWith(OWN)) return { words: description, own: null };
  try {
    const own: unknown = JSON.parse(last.slice(OWN.length));
    if (typeof own !== 'object' || own === null) return { words: description, own: null };
    return { words: at === 0 ? '' : description.slice(0, at - 1), own: own as Record<string, unknown> };
  } catch {
    return { words: description, own: null };
  }
}
