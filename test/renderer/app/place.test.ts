import { describe, expect, it } from 'vitest';
import { parsePlace, toFragment, type Place } from '../../../renderer/app/place.ts';

const article = '0192f3c4-1111-7000-8000-0123456789ab';
const compare = { tab: 'articles', choice: '' } as const;
const review = 'check' as const;

describe('the place in the address', () => {
  it.each<Place>([
    { view: 'annotate', article: null, scroll: null, compare, review },
    { view: 'dataset', article: null, scroll: null, compare, review },
    { view: 'annotate', article, scroll: null, compare, review },
    { view: 'compare', article: null, scroll: null, compare: { tab: 'naming', choice: '' }, review },
    { view: 'compare', article, scroll: null, compare: { tab: 'time', choice: 'a=outlet%3DFNA&b=&checked=' }, review },
    { view: 'dataset', article, scroll: { offset: 1204, above: 17 }, compare, review },
    { view: 'review', article, scroll: null, compare, review: 'settle' },
  ])('is read back as it was written: %o', (place) => {
    expect(parsePlace(toFragment(place))).toEqual(place);
  });

  it.each([
    '',
    '#',
    '#k3v9x2m4n7p1',
    '#/annotate/../../etc',
    '#/elsewhere',
    '#/annotate/short',
    '#/search/naming',
    '#/review/naming',
  ])('is the start for what no page wrote: %s', (fragment) => {
    expect(parsePlace(fragment)).toEqual({ view: 'annotate', article: null, scroll: null, compare, review });
  });

  it('keeps the part of Review while another view is open', () => {
    expect(parsePlace('#/annotate', { compare, review: 'work' }).review).toBe('work');
    expect(parsePlace('#/review', { compare, review: 'work' }).review).toBe('work');
  });

  it('keeps what is compared while another view is open', () => {
    const known = { tab: 'words', choice: 'a=outlet%3DFNA' } as const;
    expect(parsePlace('#/annotate', { compare: known, review }).compare).toEqual(known);
    expect(parsePlace('#/compare/naming', { compare: known, review }).compare).toEqual({ tab: 'naming', choice: '' });
  });
});
