import { axisX, axisY, gridY, rectY, ruleY, text } from '@observablehq/plot';
import { toDateParts } from '../domain/partial-date.ts';
import type { TimeBin, TimeCounts, Timeline, TimeUnit } from '../domain/timeline.ts';
import { timeWords as words } from '../messages/en/compare-time.ts';
import { drawPlot, type DrawPicture } from './picture.ts';

const MEASURES = ['articles', 'mentions', 'claims'] as const satisfies readonly (keyof TimeCounts)[];

/** Unit: pixels. */
const HEIGHT = 132;
const AXIS = 24;
const MARGIN_LEFT = 64;

/** So wide a day gets a tick of its own, and its hours none: nothing here is known by the hour. Unit: pixels. */
const DAY_WIDTH = 40;

/** One bar of either side: from when until when. */
type Bar = { from: Date; to: Date; a: number; b: number };

/** Articles, mentions and claims over time, each on a scale of its own: A upwards and solid, B downwards and outlined. */
export const drawTimeline =
  ({ unit, bins }: Pick<Timeline, 'unit' | 'bins'>): DrawPicture =>
  (document, width) => {
    const shown = MEASURES.filter((measure) => bins.some(({ a, b }) => a[measure] + b[measure] > 0));
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const height = shown.length * HEIGHT + AXIS;
    const attributes = {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': words.picture.time,
    };
    for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value));
    shown.forEach((measure, n) => {
      const isLast = n === shown.length - 1;
      const drawn = drawMeasure(document, width, { bars: toBars(bins, unit, measure), measure, isLast });
      drawn.setAttribute('y', String(n * HEIGHT));
      svg.append(drawn);
    });
    return svg;
  };

function drawMeasure(
  document: Document,
  width: number,
  { bars, measure, isLast }: { bars: Bar[]; measure: keyof TimeCounts; isLast: boolean },
): Element {
  const most = Math.max(1, ...bars.map(({ a, b }) => Math.max(a, b)));
  const range = { x1: 'from', x2: 'to', inset: 0.5 } as const;
  const name = { frameAnchor: 'left', dx: 8 - MARGIN_LEFT, textAnchor: 'start', fill: 'var(--ink-2)' } as const;
  return drawPlot(document, {
    width,
    height: HEIGHT + (isLast ? AXIS : 0),
    ...{ marginLeft: MARGIN_LEFT, marginRight: 12, marginTop: 22, marginBottom: isLast ? AXIS + 6 : 6 },
    style: { background: 'none', color: 'var(--ink)', fontFamily: 'var(--font-ui)', fontSize: '11px' },
    x: { type: 'utc', axis: null, domain: [bars[0]!.from, bars.at(-1)!.to] },
    y: { domain: [-most, most] },
    marks: [
      gridY({ ticks: 4, stroke: 'var(--line-2)' }),
      axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: toCount }),
      rectY(bars, { ...range, y1: 0, y2: 'a', fill: 'var(--side-a)' }),
      rectY(bars, { ...range, y1: 0, y2: toBelow, fill: 'var(--side-b-fill)', stroke: 'var(--side-b)' }),
      ruleY([0], { stroke: 'var(--ink-2)' }),
      text([words.picture[measure]], { ...name, frameAnchor: 'top-left', dy: -14, fontWeight: 600 }),
      text(['A'], { ...name, frameAnchor: 'top-left', dy: 12 }),
      text(['B'], { ...name, frameAnchor: 'bottom-left', dy: -12 }),
      ...(isLast ? [axisX({ label: null, tickSize: 4, color: 'var(--ink-2)', ...toTicks(bars, width) })] : []),
    ],
  });
}

function toTicks(bars: readonly Bar[], width: number): { ticks?: 'day' } {
  const days = (bars.at(-1)!.to.getTime() - bars[0]!.from.getTime()) / 86_400_000;
  return days * DAY_WIDTH < width ? { ticks: 'day' } : {};
}

const toBelow = ({ b }: Bar) => -b;
const toCount = (n: number) => (Number.isInteger(n) ? Math.abs(n).toLocaleString('en') : '');

const toBars = (bins: readonly TimeBin[], unit: TimeUnit, measure: keyof TimeCounts): Bar[] =>
  bins.map(({ from, a, b }) => ({ ...toRange(from, unit), a: a[measure], b: b[measure] }));

function toRange(written: string, unit: TimeUnit): { from: Date; to: Date } {
  const { year, month, day } = toDateParts(written);
  const [firstMonth, firstDay] = [(month ?? 1) - 1, day ?? 1];
  const ends: Record<TimeUnit, Date> = {
    day: toTime(year, firstMonth, firstDay + 1),
    week: toTime(year, firstMonth, firstDay + 7),
    month: toTime(year, firstMonth + 1, 1),
    year: toTime(year + 1, 0, 1),
  };
  return { from: toTime(year, firstMonth, firstDay), to: ends[unit] };
}

/** `Date.UTC` takes a year below 100 for one of the last century. */
function toTime(year: number, month: number, day: number): Date {
  const time = new Date(0);
  time.setUTCFullYear(year, month, day);
  return time;
}
