/** The Latin letter of a key, in capitals; by its place where the layout has no Latin letters, undefined where it has none. */
export function letterOfKey({ key, code }: Pick<KeyboardEvent, 'key' | 'code'>): string | undefined {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  return /^\p{L}/u.test(key) && key.length <= 2 ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
}
