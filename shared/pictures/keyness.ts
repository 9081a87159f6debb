import { axisX, axisY, barX, gridX, link, ruleX, text } from '@observablehq/plot';
import type { KeynessRow, KeynessTable } from '../domain/keyness.ts';
import { wordsWords } from '../messages/en/compare-words.ts';
import { shortQuote } from '../messages/en/ui.ts';
import { drawPlot, type DrawPicture } from './picture.ts';

const words = wordsWords.picture;
/** Unit: pixels. */
const [ROW, MARGIN_LEFT] = [20, 180];

/** `least` and `counted`: to the left, below zero, what A has more often. */
type Bar = { id: string; name: string; least: number; counted: number; title: string };

/** A bar for each row, as long as the difference is at the least; a line as long as it was counted. A to the left, B to the right. */
export function drawKeyness(keyness: Pick<KeynessTable, 'of' | 'keyRows'>): DrawPicture {
  const bars = keyness.keyRows.map(toBar);
  const most = Math.max(1, ...bars.map(({ least, counted }) => Math.max(Math.abs(least), Math.abs(counted))));
  const names = new Map(bars.map(({ id, name }) => [id, name]));
  return (document, width) => {
    const drawn = drawPlot(document, {
      width,
      height: bars.length * ROW + 56,
      ...{ marginLeft: Math.min(MARGIN_LEFT, Math.round(width / 4)), marginRight: 12, marginTop: 40, marginBottom: 16 },
      style: { background: 'none', color: 'var(--ink)', fontFamily: 'var(--font-ui)', fontSize: '11px' },
      x: { domain: [-most, most], label: null },
      y: { domain: bars.map(({ id }) => id), label: null, padding: 0.35 },
      marks: [
        ...(['a', 'b'] as const).map((side) =>
          text([words.more(side)], {
            ...({ frameAnchor: side === 'a' ? 'top-left' : 'top-right', dy: -34 } as const),
            ...{ fill: 'var(--ink)', fontWeight: 600 },
          }),
        ),
        gridX({ stroke: 'var(--line)', strokeOpacity: 1 }),
        axisX({ anchor: 'top', tickSize: 4, color: 'var(--ink-2)', tickFormat: (n: number) => String(Math.abs(n)) }),
        axisY({
          ...{ tickSize: 0, fontFamily: 'var(--font-read)', fontSize: 13 },
          tickFormat: (id: string) => cut(names.get(id)!),
        }),
        link(bars, { x1: 0, x2: 'counted', y: 'id', stroke: 'var(--ink-2)', title: 'title' }),
        ...(['a', 'b'] as const).map((side) =>
          barX(
            bars.filter(({ least }) => least < 0 === (side === 'a')),
            { x1: 0, x2: 'least', y: 'id', title: 'title', fill: fills[side], stroke: `var(--side-${side})` },
          ),
        ),
        ruleX([0], { stroke: 'var(--ink-3)' }),
      ],
    });
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', words.title(keyness.of));
    return drawn;
  };
}

const fills = { a: 'var(--side-a)', b: 'var(--side-b-fill)' } as const;
const cut = (name: string) => (name.length > 26 ? `${shortQuote(name.slice(0, 25)).trimEnd()}…` : name);

function toBar({ key, name, figures }: KeynessRow): Bar {
  const { lrc, logRatio } = figures!;
  const title = `${name}: ${wordsWords.mark(lrc.toFixed(1), logRatio.toFixed(1))}`;
  return { id: key, name, least: -lrc, counted: -logRatio, title };
}
