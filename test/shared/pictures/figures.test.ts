import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { AnnotationId, ArticleId } from '#shared/domain/ids';
import type { ClaimConflict, ClaimVersion } from '#shared/domain/claim-comparison';
import type { SideName } from '#shared/domain/comparison';
import { listEventSlots } from '#shared/text/claim-slots';
import { drawFigures } from '../../../shared/pictures/figures.ts';

const uid = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;
const version = (n: number, side: SideName, speaker: string, min: number | null, max: number | null): ClaimVersion => ({
  side,
  claim: AnnotationId.parse(uid(n)),
  article: ArticleId.parse(uid(n)),
  title: '',
  outlet: null,
  date: null,
  start: 0,
  quote: '',
  speakers: [{ kind: 'named', name: speaker, words: '', verb: '' }],
  voice: '',
  figures: [{ what: '', unit: 'killed', ofWhom: n === 2 ? 'sailors' : '', min, max }],
  eventDate: null,
  place: null,
  perpetrators: [],
  verdict: '',
  state: 'unchecked',
  note: '',
});
const versions = [
  version(1, 'a', 'Harbour Authority', 14, null),
  version(2, 'b', 'خفر السواحل', 9, 9),
  version(3, 'b', 'Ministry', null, 10),
  version(4, 'a', 'Surgeon', 16, 18),
];
const end = (n: number, side: SideName) => ({ side, claim: versions[n - 1]!.claim, by: '', says: '', ofWhom: '' });
const conflict: ClaimConflict = {
  slot: { kind: 'figure', what: '', unit: 'killed' },
  one: end(1, 'a'),
  other: end(2, 'b'),
  isComparable: true,
  gap: { from: 9, to: 14 },
  question: '',
  hint: '',
};

const draw = (focus: string[] = [], conflicts = [conflict]) => {
  const [slot] = listEventSlots({ versions, conflicts });
  return drawFigures(slot!, 'Jetty <blast>', focus)(parseHTML('<html></html>').document, 800);
};
const titled = (picture: Element) =>
  [...picture.querySelectorAll('title')].map((title) => {
    const shape = title.parentElement!;
    const fill = shape.getAttribute('fill') ?? shape.parentElement!.getAttribute('fill');
    return `${shape.tagName.toLowerCase()} ${title.textContent}: ${fill}`;
  });

describe('drawFigures', () => {
  it('draws a point as a dot and a range as a bar, and an open end fading; A solid, B outlined', () => {
    expect(titled(draw())).toEqual([
      'rect A, Surgeon: 16–18: var(--side-a)',
      'rect A, Harbour Authority: 14 or more: url(#figures-a-up)',
      'rect B, Ministry: up to 10: url(#figures-b-down)',
      'circle B, خفر السواحل: 9 (sailors): var(--side-b-fill)',
    ]);
  });

  it('hatches the numbers between two ranges that do not meet, and only then', () => {
    expect(draw().innerHTML).toContain('url(#figures-gap)');
    expect(draw([], []).innerHTML).not.toContain('url(#figures-gap)');
  });

  it('lights the rows of the versions that are looked at', () => {
    const lit = (picture: Element) => picture.querySelectorAll('[fill="var(--accent-tint)"] rect').length;
    expect([lit(draw()), lit(draw([versions[0]!.claim, versions[1]!.claim]))]).toEqual([0, 2]);
  });

  it('has its patterns with it, names colours by tokens only, and says what it is', () => {
    const picture = draw();
    expect(picture.getAttribute('aria-label')).toBe('killed: Jetty <blast>');
    for (const [, id] of picture.outerHTML.matchAll(/url\(#([\w-]+)\)/gu))
      expect(picture.querySelector(`[id="${id}"]`)).not.toBeNull();
    expect(picture.outerHTML).not.toMatch(/#[0-9a-f]{3,6}\b(?!-)|rgb\(|<style/u);
  });

  it('is drawn where nothing but open ends or noughts is said', () => {
    const bare = [version(1, 'a', 'x', 0, 0), version(2, 'b', 'y', 5, null)];
    const [slot] = listEventSlots({ versions: bare, conflicts: [] });
    expect(titled(drawFigures(slot!, '', [])(parseHTML('<html></html>').document, 200))).toHaveLength(2);
  });
});
