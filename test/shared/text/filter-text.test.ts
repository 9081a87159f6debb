import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArticleState } from '#shared/domain/article';
import type { ArticleFilter } from '#shared/domain/filter';
import { parseFilter, printFilter } from '#shared/text/filter-text';
import { codeOf } from '../../helpers/code-of.ts';

describe('a filter in one string', () => {
  it.each<[string, ArticleFilter]>([
    ['', {}],
    ['FNA', { outlets: ['FNA'] }],
    ['"South Front"', { outlets: ['South Front'] }],
    ['FNA SANA', { outlets: ['FNA', 'SANA'] }],
    ['  outlet=FNA  from=2019-01 ', { outlets: ['FNA'], from: '2019-01' }],
    ['from=2019-01 to=2019-02-03 FNA', { from: '2019-01', to: '2019-02-03', outlets: ['FNA'] }],
    ['search="a \\"heavy attack\\" OR raid"', { search: 'a "heavy attack" OR raid' }],
    ['entity="Hayat Tahrir al-Sham" label=claim', { entities: ['Hayat Tahrir al-Sham'], labels: ['claim'] }],
    ['state=checked state=new by=Sara', { states: ['checked', 'new'], annotators: ['Sara'] }],
    ["Dara'a=x", { outlets: ["Dara'a=x"] }],
    ['outlet=a=b', { outlets: ['a=b'] }],
  ])('%s', (text, filter) => {
    expect(parseFilter(text)).toEqual({ saved: null, filter });
  });

  it('may stand on a saved one', () => {
    expect(parseFilter('filter="winter 2019" from=2019-01')).toEqual({
      saved: 'winter 2019',
      filter: { from: '2019-01' },
    });
  });

  it.each([
    'outlets=FNA',
    'from=yesterday',
    'from=2019 from=2020',
    'state=done?',
    'search="never closed',
    'FNA"x"',
    '"a""b"',
    'filter=a filter=b',
    'outlet=',
  ])('is refused where a part of it says nothing: %s', (text) => {
    expect(codeOf(() => parseFilter(text))).toBe('filter-unreadable');
  });

  it('is read back as it was written, whatever its words', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 20 });
    const many = fc.array(words, { minLength: 1, maxLength: 3 });
    const date = fc.constantFrom('2019', '2019-01', '2019-01-16');
    const filters = fc.record(
      {
        outlets: many,
        from: date,
        to: date,
        states: fc.array(fc.constantFrom(...ArticleState.options), { minLength: 1, maxLength: 3 }),
        title: words,
        search: words,
        labels: many,
        annotators: many,
        entities: many,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(filters, (filter) => {
        expect(parseFilter(printFilter(filter))).toEqual({ saved: null, filter });
      }),
    );
  });
});
