import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInText, foldText } from '#shared/text/find-in-text';

const find = (text: string, typed: string, most = 100) =>
  findInText(foldText(text), typed, most).map(({ start, end }) => text.slice(start, end));

describe('what is found in a text', () => {
  it('is found without case, accents and Arabic marks, with the marks that stand there', () => {
    expect(find('Élysée and ELYSEE, elysée', 'elysee')).toEqual(['Élysée', 'ELYSEE', 'elysée']);
    expect(find('في مُرِين وفي مرين', 'مرين')).toEqual(['مُرِين', 'مرين']);
    expect(find('e\u0301te\u0301', 'ete')).toEqual(['e\u0301te\u0301']);
  });

  it('takes any white space for a blank, and apostrophes and hyphens for one another', () => {
    expect(find('the Reef\n\n Front', 'reef front')).toEqual(['Reef\n\n Front']);
    expect(find('the Reef\n\n Front', 'reef ')).toEqual(['Reef\n\n ']);
    expect(find('Qal’at Murayn, Qal`at', "qal'at")).toEqual(['Qal’at', 'Qal`at']);
    expect(find('well\u2011known “harbour”', 'well-known "harbour"')).toEqual(['well\u2011known “harbour”']);
  });

  it('is found behind any number of letters that become several', () => {
    expect(find(`${'ß'.repeat(100)} and the end`, 'the end')).toEqual(['the end']);
    const manyMarks = `a${'\u0F77'.repeat(100)}`;
    expect(find(`${manyMarks} end`, manyMarks)).toEqual([manyMarks]);
  });

  it('stands apart, from the left, at most so many', () => {
    expect(find('aaaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(find('aaaaa', 'a', 3)).toHaveLength(3);
    expect(find('Straße', 's')).toEqual(['S', 'ß']);
    expect(find('anything', ' ')).toEqual([]);
  });

  it('is where it says in any text: folded, its words are those that were typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        (text, from, length) => {
          const units = [...new Intl.Segmenter('en').segment(text)].map(({ segment }) => segment);
          const at = units.length === 0 ? 0 : from % units.length;
          const typed = units.slice(at, at + length).join('');
          const spans = findInText(foldText(text), typed, 1000);
          const wanted = foldText(typed).folded;
          for (const { start, end } of spans) expect(foldText(text.slice(start, end)).folded).toContain(wanted.trim());
          if (wanted.trim() !== '' && foldText(text).folded.includes(wanted)) expect(spans.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
