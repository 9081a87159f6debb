import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { EntityId } from '#shared/domain/ids';
import type { EntityNaming } from '#shared/domain/naming';
import { drawNaming } from '../../../shared/pictures/naming.ts';

const side = { own: 0, quoted: 0, attributed: 0, loaded: 0, share: 0 };
const ofSide = { mentions: 9, own: 6, quoted: 2, attributed: 1, most: 'Reef Front', loaded: 0, loadedShare: 0 };
const naming: EntityNaming = {
  uid: EntityId.parse('00000000-0000-7000-8000-000000000001'),
  name: 'Reef Front',
  label: 'actor',
  a: ofSide,
  b: ofSide,
  g2: 5,
  overlap: 0.5,
  unspoken: null,
  isThin: false,
  shared: 1,
  ownForms: 2,
  forms: [
    { form: 'Reef Front', a: { ...side, own: 6, quoted: 2 }, b: { ...side, own: 2 }, g2: 4, logRatio: 1, lrc: 0 },
    {
      form: 'جبهة',
      a: { ...side, attributed: 1 },
      b: { ...side, own: 4, quoted: 2, attributed: 1 },
      g2: -4,
      logRatio: -1,
      lrc: 0,
    },
  ],
};

const draw = (given: EntityNaming, width = 800) => drawNaming(given)(parseHTML('<html></html>').document, width);
const bars = (picture: Element) =>
  [...picture.querySelectorAll('rect')]
    .filter((rect) => rect.querySelector('title'))
    .map((rect) => ({
      title: rect.querySelector('title')!.textContent,
      fill: rect.getAttribute('fill') ?? rect.parentElement!.getAttribute('fill'),
      from: Number(rect.getAttribute('x')),
      width: Number(rect.getAttribute('width')),
    }));

describe('drawNaming', () => {
  it('draws A to the left and B to the right, the own voice plain and next to the middle, words of others hatched', () => {
    const drawn = bars(draw(naming));
    expect(drawn.map(({ title, fill }) => `${title}: ${fill}`)).toEqual([
      'Reef Front: A own voice, 6: var(--side-a)',
      'Reef Front: A quoted, 2: url(#naming-a-quoted)',
      'جبهة: A attributed, 1: url(#naming-a-attributed)',
      'Reef Front: B own voice, 2: var(--side-b-fill)',
      'جبهة: B own voice, 4: var(--side-b-fill)',
      'جبهة: B quoted, 2: url(#naming-b-quoted)',
      'جبهة: B attributed, 1: url(#naming-b-attributed)',
    ]);
    const [ownA, quotedA, , ownB] = drawn;
    expect(quotedA!.from + quotedA!.width).toBeCloseTo(ownA!.from, 0);
    expect(ownA!.from + ownA!.width).toBeCloseTo(ownB!.from, 0);
    expect(ownA!.width).toBeGreaterThan(2 * ownB!.width);
  });

  it('has its hatchings with it, names colours by tokens only, and says what it is', () => {
    const picture = draw(naming);
    expect(picture.getAttribute('aria-label')).toBe('What A and B call Reef Front');
    expect([...picture.querySelectorAll('pattern')].map(({ id }) => id)).toEqual([
      ...['naming-a-quoted', 'naming-a-attributed', 'naming-b-quoted', 'naming-b-attributed'],
    ]);
    const key = [...picture.querySelectorAll('text')].slice(-6).map(({ textContent }) => textContent);
    expect(key).toEqual(['A attributed', 'A quoted', 'A own voice', 'B own voice', 'B quoted', 'B attributed']);
    expect(picture.outerHTML).not.toMatch(/#[0-9a-f]{3,6}\b|rgb\(|<style/u);
  });

  it('leaves what goes on after thirty forms to the table', () => {
    const forms = Array.from({ length: 80 }, (_, n) => ({ ...naming.forms![0]!, form: `form ${n}` }));
    expect(bars(draw({ ...naming, forms }))).toHaveLength(30 * 3);
  });
});
