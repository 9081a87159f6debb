/** Bidi controls, zero-width and tag characters: kept in the text, drawn on screen by these names. */
const names: Readonly<Record<number, string>> = {
  0x00ad: 'SHY',
  0x061c: 'ALM',
  0x180e: 'MVS',
  0x200b: 'ZWSP',
  0x200c: 'ZWNJ',
  0x200d: 'ZWJ',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2060: 'WJ',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
  0xfeff: 'BOM',
};
const pattern = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** A ZWNJ or ZWJ between joining letters, or a ZWJ inside an emoji, does its ordinary work and is not shown. */
const ordinary =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Extended_Pictographic}\ufe0f\u{1f3fb}-\u{1f3ff}]/u;

/** Whether there is more than white space, and characters that take no room. */
export const hasVisible = (text: string) => /[^\s\p{Cf}]/u.test(text);

/** Where invisible characters stand and what each is called, in order. Unit: UTF-16. */
export function listInvisible(text: string): { offset: number; name: string }[] {
  const found: { offset: number; name: string }[] = [];
  for (const { 0: character, index } of text.matchAll(pattern)) {
    const code = character.codePointAt(0)!;
    if ((code === 0x200c || code === 0x200d) && ordinary.test(text.slice(Math.max(0, index - 2), index))) continue;
    found.push({ offset: index, name: names[code] ?? (code >= 0xe0000 ? 'TAG' : 'CTL') });
  }
  return found;
}
