const strong = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}|\p{L}/gu;
const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

export type Direction = 'ltr' | 'rtl';

/** The direction that most of the first 400 letters have; left to right where there are none. */
export function findDirection(text: string): Direction {
  let rtl = 0;
  let letters = 0;
  for (const { 0: letter } of text.slice(0, 4000).matchAll(strong)) {
    letters += 1;
    if (rightToLeft.test(letter)) rtl += 1;
    if (letters === 400) break;
  }
  return rtl * 2 > letters ? 'rtl' : 'ltr';
}

/** The direction of the line that words stand in; what lies beyond it may be in another language. */
export function findLineDirection({ left, match, right }: { left: string; match: string; right: string }): Direction {
  const before = left.slice(left.lastIndexOf('\n') + 1);
  const after = right.split('\n', 1)[0]!;
  return findDirection(before + match + after);
}
