import { describe, expect, it } from 'vitest';
import { parsePlace, toFragment, type Place } from '../../../renderer/app/place.ts';

const article = '0192f3c4-1111-7000-8000-0123456789ab';

describe('the place in the address', () => {
  it.each<Place>([
    { view: 'annotate', article: null, scroll: null },
    { view: 'dataset', article: null, scroll: null },
    { view: 'annotate', article, scroll: null },
    { view: 'dataset', article, scroll: { offset: 1204, above: 17 } },
  ])('is read back as it was written: %o', (place) => {
    expect(parsePlace(toFragment(place))).toEqual(place);
  });

  it.each(['', '#', '#k3v9x2m4n7p1', '#/annotate/../../etc', '#/elsewhere', '#/annotate/short'])(
    'is the start for what no page wrote: %s',
    (fragment) => {
      expect(parsePlace(fragment)).toEqual({ view: 'annotate', article: null, scroll: null });
    },
  );
});
