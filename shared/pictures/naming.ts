import { axisX, axisY, barX, gridX, ruleX } from '@observablehq/plot';
import type { SideName, Voice } from '../domain/comparison.ts';
import type { EntityNaming, FormNaming } from '../domain/naming.ts';
import { namingMessages as words } from '../messages/en/compare-naming.ts';
import { numberWords, shortQuote } from '../messages/en/ui.ts';
import { drawPlot, type DrawPicture } from './picture.ts';

/** The rest is in the table. */
const MOST_FORMS = 30;
/** Unit: pixels. */
const [ROW, KEY, MARGIN_LEFT] = [24, 32, 200];
const SVG = 'http://www.w3.org/2000/svg';
const sides = ['a', 'b'] as const;
const voices = ['own', 'quoted', 'attributed'] as const satisfies readonly Voice[];

/** Part of a form's bar: mentions from `x1` to `x2`, those of A below zero. */
type Part = { form: string; x1: number; x2: number; title: string };

/** What either side calls an entity: a bar for each form, A's to the left, B's to the right, the own voice next to the middle. */
export function drawNaming({ name, forms = [] }: EntityNaming): DrawPicture {
  const shown = forms.slice(0, MOST_FORMS);
  const most = Math.max(1, ...shown.flatMap(({ a, b }) => [countAll(a), countAll(b)]));
  return (document, width) => {
    const marginLeft = Math.min(MARGIN_LEFT, Math.round(width / 4));
    const drawn = drawPlot(document, {
      width,
      height: shown.length * ROW + KEY + 28,
      ...{ marginLeft, marginRight: 12, marginTop: KEY, marginBottom: 28 },
      style: { background: 'none', color: 'var(--ink)', fontFamily: 'var(--font-ui)', fontSize: '11px' },
      x: { domain: [-most, most], label: null },
      y: { domain: shown.map(({ form }) => form), label: null, padding: 0.35 },
      marks: [
        gridX({ stroke: 'var(--line)', strokeOpacity: 1 }),
        axisX({ tickSize: 4, color: 'var(--ink-2)', tickFormat: toCount }),
        axisY({ tickSize: 0, fontFamily: 'var(--font-read)', fontSize: 13, tickFormat: toAxisLabel }),
        ...sides.flatMap((side) => voices.map((voice) => toBars(shown, side, voice))),
        ruleX([0], { stroke: 'var(--ink-3)' }),
      ],
    });
    addPatterns(document, drawn);
    addKey(document, drawn, { shown, marginLeft });
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', words.picture.title(name));
    return drawn;
  };
}

const countAll = (counts: Record<Voice, number>) => counts.own + counts.quoted + counts.attributed;
const toCount = (n: number) => (Number.isInteger(n) ? numberWords(Math.abs(n)) : '');

/** As far as there is room beside the bars. */
const toAxisLabel = (form: string) => (form.length > 28 ? `${shortQuote(form.slice(0, 27)).trimEnd()}…` : form);

function toBars(rows: readonly FormNaming[], side: SideName, voice: Voice) {
  const sign = side === 'a' ? -1 : 1;
  const parts = rows.map(({ form, [side]: counts }): Part => {
    const before = voices.slice(0, voices.indexOf(voice)).reduce((sum, each) => sum + counts[each], 0);
    const title = `${form}: ${side.toUpperCase()} ${words.voices[voice]}, ${numberWords(counts[voice])}`;
    return { form, x1: sign * before, x2: sign * (before + counts[voice]), title };
  });
  return barX(
    parts.filter(({ x1, x2 }) => x1 !== x2),
    { y: 'form', x1: 'x1', x2: 'x2', title: 'title', fill: fills[side][voice], stroke: `var(--side-${side})` },
  );
}

const fills: Record<SideName, Record<Voice, string>> = {
  a: { own: 'var(--side-a)', quoted: 'url(#naming-a-quoted)', attributed: 'url(#naming-a-attributed)' },
  b: { own: 'var(--side-b-fill)', quoted: 'url(#naming-b-quoted)', attributed: 'url(#naming-b-attributed)' },
};

/** Words of others are hatched: what stands in quotation marks upwards, what is attributed downwards and wider. */
function addPatterns(document: Document, picture: Element): void {
  const defs = picture.insertBefore(document.createElementNS(SVG, 'defs'), picture.firstChild);
  const kinds = [
    { voice: 'quoted', size: 4, turn: 45, stroke: 3 },
    { voice: 'attributed', size: 7, turn: -45, stroke: 2 },
  ] as const;
  for (const side of sides)
    for (const { voice, size, turn, stroke } of kinds) {
      const pattern = add(document, defs, 'pattern', {
        ...{ id: `naming-${side}-${voice}`, width: size, height: size },
        ...{ patternUnits: 'userSpaceOnUse', patternTransform: `rotate(${turn})` },
      });
      add(document, pattern, 'line', { y2: size, stroke: `var(--side-${side})`, 'stroke-width': stroke });
    }
}

/** What the bars stand for, in their order, as far as they occur. */
function addKey(
  document: Document,
  picture: Element,
  { shown, marginLeft }: { shown: readonly FormNaming[]; marginLeft: number },
): void {
  const key = add(document, picture, 'g', { fill: 'var(--ink-2)' });
  const entries = [
    ...voices.toReversed().map((voice) => ({ side: 'a', voice }) as const),
    ...voices.map((voice) => ({ side: 'b', voice }) as const),
  ].filter(({ side, voice }) => shown.some((row) => row[side][voice] > 0));
  let x = marginLeft;
  for (const { side, voice } of entries) {
    const name = `${side.toUpperCase()} ${words.voices[voice]}`;
    add(document, key, 'rect', {
      ...{ x, y: 7, width: 14, height: 9, fill: fills[side][voice], stroke: `var(--side-${side})` },
    });
    add(document, key, 'text', { x: x + 20, y: 15, 'text-anchor': 'start' }).textContent = name;
    x += 20 + name.length * 6 + 16;
  }
}

function add(document: Document, to: Element, name: string, attributes: Record<string, string | number>): Element {
  const element = to.appendChild(document.createElementNS(SVG, name));
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}
