/** Scripts of names that people meet in the news, by ISO 15924. */
const scripts: readonly [code: string, letters: RegExp][] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Syrc', /\p{Script=Syriac}/gu],
];

/** The script that most letters of a name are of, by ISO 15924; `Zyyy` where it has none of those known here. */
export function findScript(name: string): string {
  const counted = scripts.map(([code, letters]) => ({ code, n: name.match(letters)?.length ?? 0 }));
  const most = counted.reduce((best, each) => (each.n > best.n ? each : best));
  return most.n === 0 ? 'Zyyy' : most.code;
}
