import { axisX, barX, dot, gridX, rectX, ruleX, ruleY, text, tickX } from '@observablehq/plot';
import { isBetweenSides, type ClaimVersion } from '../domain/claim-comparison.ts';
import type { ClaimFigure } from '../domain/cluster.ts';
import type { SideName } from '../domain/comparison.ts';
import { chainWords, claimsWords as words, rangeWords } from '../messages/en/compare-claims.ts';
import { numberWords, shortQuote } from '../messages/en/ui.ts';
import type { EventSlot } from '../text/claim-slots.ts';
import { drawPlot, type DrawPicture } from './picture.ts';

/** The rest is in the table. */
const MOST_ROWS = 30;
const ROW = 30;
const BAR = 12;
const VALUES = 108;
const SVG = 'http://www.w3.org/2000/svg';
const SIDES = ['a', 'b'] as const satisfies readonly SideName[];
const fills = { a: 'var(--side-a)', b: 'var(--side-b-fill)' } as const;
const lines = { a: 'var(--side-a)', b: 'var(--side-b)' } as const;

/** A figure as it is drawn: an end that is open goes to the edge, and fades. */
type Row = {
  id: string;
  side: SideName;
  speaker: string;
  ofWhom: string;
  value: string;
  figure: ClaimFigure;
  isInFocus: boolean;
};

/**
 * The figures of one kind that versions of an event give, on one axis: a point as a dot, a range as a bar, an open end fading; the
 * numbers between two ranges that do not meet are hatched. `focus`: claims whose rows are lit.
 */
export function drawFigures(
  { slot, said, conflicts }: EventSlot,
  event: string,
  focus: readonly string[],
): DrawPicture {
  const all = SIDES.flatMap((side) => said[side].map((each) => ({ ...each, figure: each.figure! })));
  const rows = all.slice(0, MOST_ROWS).map((each, n) => toRow(each, n, focus));
  const gap = conflicts.find((each) => each.gap !== null && isBetweenSides(each) && isFocused(each, focus))?.gap;
  const first = conflicts.find((each) => each.gap !== null && isBetweenSides(each))?.gap;
  const domain = toDomain(rows);
  return (document, width) => {
    const left = Math.min(320, Math.max(132, Math.round(width * 0.38)));
    const drawn = drawPlot(document, {
      width,
      height: rows.length * ROW + 40 + (all.length > rows.length ? 20 : 0),
      marginLeft: left,
      marginRight: VALUES,
      marginTop: 6,
      marginBottom: 28,
      x: { domain, label: null },
      y: { domain: rows.map(({ id }) => id), axis: null, label: null, padding: 0 },
      marks: [
        barX(
          rows.filter(({ isInFocus }) => isInFocus),
          { y: 'id', x1: () => domain[0], x2: () => domain[1], fill: 'var(--accent-tint)' },
        ),
        gridX({ stroke: 'var(--line)', strokeOpacity: 1 }),
        ruleY(rows, { y: 'id', stroke: 'var(--line-2)' }),
        ...drawGap(gap ?? first),
        ...SIDES.flatMap((side) =>
          drawRanges(
            rows.filter((row) => row.side === side),
            side,
            domain,
          ),
        ),
        ...drawLabels(rows, left),
        axisX({
          tickFormat: (n: number) => (Number.isInteger(n) ? numberWords(n) : ''),
          color: 'var(--ink-3)',
          ticks: 6,
        }),
        ...(all.length > rows.length ? [drawMore(all.length - rows.length)] : []),
      ],
    });
    addPatterns(document, drawn);
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', words.picture.title(slot, event));
    return drawn;
  };
}

const isFocused = ({ one, other }: EventSlot['conflicts'][number], focus: readonly string[]) =>
  focus.includes(one.claim) && focus.includes(other.claim);

const toRow = (
  { version, figure }: { version: ClaimVersion; figure: ClaimFigure },
  n: number,
  focus: readonly string[],
): Row => ({
  id: String(n),
  side: version.side,
  speaker: chainWords(version.speakers),
  ofWhom: figure.ofWhom,
  value: rangeWords(figure),
  figure,
  isInFocus: focus.includes(version.claim),
});

/** From zero, where nothing is below it, with room for an open end behind the highest number. */
function toDomain(rows: readonly Row[]): [number, number] {
  const ends = rows.flatMap(({ figure: { min, max } }) => [min, max]).filter((end) => end !== null);
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)];
  const isOpen = rows.some(({ figure }) => figure.max === null);
  return [low, low + (high - low) * (isOpen ? 1.35 : 1.08)];
}

/** Given where two ranges do not meet. */
const drawGap = (gap: { from: number; to: number } | null | undefined) =>
  gap
    ? [
        rectX([gap], { x1: 'from', x2: 'to', fill: 'url(#figures-gap)' }),
        ruleX([gap.from, gap.to], { stroke: 'var(--conflict)', strokeOpacity: 0.5 }),
      ]
    : [];

function drawRanges(rows: readonly Row[], side: SideName, [low, high]: [number, number]) {
  const inset = (ROW - BAR) / 2;
  const bar = (of: readonly Row[], x: { x1(row: Row): number; x2(row: Row): number }, fill: string, stroke: string) =>
    barX(of, { y: 'id', ...x, insetTop: inset, insetBottom: inset, fill, stroke, title: toTitle });
  const has = (isMin: boolean, isMax: boolean) =>
    rows.filter(({ figure: { min, max } }) => (min !== null) === isMin && (max !== null) === isMax);
  const closed = has(true, true);
  const tick = (of: readonly Row[], x: (row: Row) => number) =>
    tickX(of, { y: 'id', x, stroke: lines[side], strokeWidth: 2, insetTop: inset, insetBottom: inset });
  const [upwards, downwards] = [has(true, false), has(false, true)];
  const [min, max] = [({ figure }: Row) => figure.min!, ({ figure }: Row) => figure.max!];
  return [
    bar(
      closed.filter(({ figure }) => figure.min !== figure.max),
      { x1: min, x2: max },
      fills[side],
      lines[side],
    ),
    bar(upwards, { x1: min, x2: () => high }, `url(#figures-${side}-up)`, 'none'),
    bar(downwards, { x1: () => low, x2: max }, `url(#figures-${side}-down)`, 'none'),
    tick(upwards, min),
    tick(downwards, max),
    dot(
      closed.filter(({ figure }) => figure.min === figure.max),
      {
        ...{ y: 'id', x: min, r: BAR / 2, fill: fills[side], stroke: lines[side], strokeWidth: 1.5, title: toTitle },
      },
    ),
  ];
}

const toTitle = ({ side, speaker, value, ofWhom }: Row) =>
  `${words.letters[side]}, ${speaker}: ${value}${ofWhom === '' ? '' : ` (${ofWhom})`}`;

/** Whose figure it is before the axis, what it says behind it. */
function drawLabels(rows: readonly Row[], left: number) {
  const letters = Math.max(8, Math.floor((left - 40) / 6));
  const at = (dx: number) =>
    ({ y: 'id', frameAnchor: 'left', dx: dx - left, textAnchor: 'start', fontSize: 12 }) as const;
  const name = ({ speaker, ofWhom }: Row) =>
    ofWhom === ''
      ? cut(speaker, letters)
      : `${cut(speaker, Math.max(12, letters - ofWhom.length - 3))} · ${cut(ofWhom, 24)}`;
  return [
    ...SIDES.map((side) =>
      dot(
        rows.filter((row) => row.side === side),
        {
          ...{ y: 'id', frameAnchor: 'left', dx: 11 - left, symbol: 'square', r: 9, strokeWidth: 1.5 },
          ...{ fill: side === 'a' ? lines.a : 'none', stroke: lines[side] },
        } as const,
      ),
    ),
    ...SIDES.map((side) =>
      text(
        rows.filter((row) => row.side === side),
        {
          ...at(11),
          ...{ text: () => words.letters[side], textAnchor: 'middle', fontSize: 10, fontWeight: 700 },
          fill: side === 'a' ? 'var(--paper)' : 'var(--ink)',
        } as const,
      ),
    ),
    text(rows, { ...at(28), text: name, fill: 'var(--ink)', className: 'picture-theirs' }),
    text(rows, {
      ...{ y: 'id', frameAnchor: 'right', dx: VALUES, textAnchor: 'end', fontSize: 12, fontWeight: 600 },
      ...{ text: 'value', fill: 'var(--ink)' },
    } as const),
  ];
}

const cut = (words_: string, letters: number) =>
  words_.length > letters ? `${shortQuote(words_.slice(0, letters - 1)).trimEnd()}…` : words_;

const drawMore = (n: number) =>
  text([words.picture.more(n)], { frameAnchor: 'bottom-left', dy: 36, textAnchor: 'start', fill: 'var(--ink-3)' });

/** What fades towards an open end, and what is hatched. */
function addPatterns(document: Document, picture: Element): void {
  const defs = picture.insertBefore(document.createElementNS(SVG, 'defs'), picture.firstChild);
  for (const side of SIDES)
    for (const direction of ['up', 'down'] as const) {
      const gradient = defs.appendChild(document.createElementNS(SVG, 'linearGradient'));
      set(gradient, { id: `figures-${side}-${direction}` });
      const [full, clear] = direction === 'up' ? [0.25, 1] : [0.75, 0];
      const stops = [
        [full, 1],
        [clear, 0],
      ].sort(([x], [y]) => x! - y!);
      for (const [offset, opacity] of stops) {
        const stop = gradient.appendChild(document.createElementNS(SVG, 'stop'));
        set(stop, { offset: offset!, 'stop-color': lines[side], 'stop-opacity': opacity! * (side === 'a' ? 1 : 0.6) });
      }
    }
  const pattern = defs.appendChild(document.createElementNS(SVG, 'pattern'));
  set(pattern, {
    id: 'figures-gap',
    width: 6,
    height: 6,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  const line = pattern.appendChild(document.createElementNS(SVG, 'line'));
  set(line, { y2: 6, stroke: 'var(--conflict)', 'stroke-width': 2, 'stroke-opacity': 0.35 });
}

const set = (element: Element, attributes: Record<string, string | number>) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
};
