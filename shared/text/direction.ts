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
