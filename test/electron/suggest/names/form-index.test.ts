import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise, type Token } from '#shared/text/tokens';
import { FormIndex } from '../../../../electron/suggest/names/form-index.ts';

const always = () => true;

function makeIndex(forms: readonly string[]): FormIndex<string> {
  const index = new FormIndex<string>();
  for (const form of forms) index.add(form, form);
  return index;
}

const findIn = (text: string, forms: readonly string[]) =>
  makeIndex(forms)
    .find(text, tokenise(text), always)
    .map(({ start, end }) => text.slice(start, end));

describe('an index of forms', () => {
  test('finds the longest form at each place', () => {
    expect(findIn('reef, reef front, reef front guard', ['reef', 'reef front guard'])).toEqual([
      'reef',
      'reef',
      'reef front guard',
    ]);
  });

  test('takes words for one name over blanks, hyphens and the point of an abbreviation alone', () => {
    const forms = ['gen varr', 'reef front'];
    expect(findIn('Gen. Varr of the Reef-Front', forms)).toEqual(['Gen. Varr', 'Reef-Front']);
    expect(findIn('gen, varr (reef) front; reef: front', forms)).toEqual([]);
  });

  test('gives what a slow search gives, whatever the text and the forms', () => {
    const word = fc.constantFrom('al', 'reef', 'front', 'varn', 'bay');
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.uniqueArray(name, { maxLength: 12 }), (words, forms) => {
        expect(findIn(words.join(' '), forms)).toEqual(searchSlowly(words, forms));
      }),
    );
  });

  test('looks at each token no more often than the longest form has tokens, however many forms there are', () => {
    const countLooks = (n: number, forms: number) => {
      const index = makeIndex(Array.from({ length: forms }, (_, k) => `al al al x${k}`));
      const text = 'al '.repeat(n);
      let looks = 0;
      const counting = tokenise(text).map(({ start, end }): Token => ({
        ...{ start, end },
        get token() {
          looks += 1;
          return 'al';
        },
      }));
      index.find(text, counting, always);
      return looks;
    };
    expect(countLooks(2000, 5000)).toBe(countLooks(2000, 1));
    expect(countLooks(2000, 5000)).toBeLessThanOrEqual(2000 * 5);
  });
});

function searchSlowly(words: readonly string[], forms: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length;) {
    const here = forms
      .filter((form) => words.slice(at, at + form.split(' ').length).join(' ') === form)
      .sort((a, b) => b.length - a.length)[0];
    if (here !== undefined) found.push(here);
    at += here === undefined ? 1 : here.split(' ').length;
  }
  return found;
}
