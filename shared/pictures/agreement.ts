import { axisX, axisY, dot, gridX, gridY, line, ruleX, ruleY, text } from '@observablehq/plot';
import type { AgreementBy, AgreementGroup, AgreementRow } from '../domain/agreement.ts';
import { agreementViewMessages } from '../messages/en/agreement-view.ts';
import { dateWords } from '../messages/en/ui.ts';
import { toGroupCell } from '../tables/agreement.ts';
import { drawPlot, type DrawPicture } from './picture.ts';

const { picture: words } = agreementViewMessages;

/** The rest is in the table. */
const MOST_OUTLETS = 20;
/** Unit: pixels. */
const ROW = 26;
const HEIGHT = 200;
const ARTICLES = 88;
/** So wide is a date below the axis. Unit: pixels. */
const DATE = 84;

/** uα of a group; `low` and `high` are its own value where it has no interval. */
type Point = { id: string; name: string; value: number; low: number; high: number; articles: number };
type Points = { known: Point[]; all: Pick<Point, 'id' | 'name' | 'articles'>[]; domain: [number, number] };

/** uα of a label, or of labels together, by outlet one below the other, by time from left to right; each with its interval. */
export const drawAgreement =
  (
    groups: readonly AgreementGroup[],
    by: AgreementBy,
    { label, labels }: Pick<AgreementRow, 'label' | 'labels'>,
  ): DrawPicture =>
  (document, width) => {
    const shown = by === 'outlet' ? groups.slice(0, MOST_OUTLETS) : groups;
    const isMeant = (row: AgreementRow) => row.label === label && row.labels.join('\n') === labels.join('\n');
    const points = toPoints(shown, by, isMeant);
    const draw = by === 'outlet' ? drawOutlets : drawTimes;
    return draw(document, width, points, groups.length - shown.length);
  };

function toPoints(groups: readonly AgreementGroup[], by: AgreementBy, isMeant: (row: AgreementRow) => boolean): Points {
  const all = groups.map((group, n) => ({
    id: String(n),
    name: by === 'outlet' ? toGroupCell(group) : dateWords(group.from!),
    articles: group.articles,
    figure: group.rows.find(isMeant)?.uAlpha,
  }));
  const known = all.flatMap(({ figure, ...of }): Point[] => {
    if (figure?.value == null) return [];
    return [{ ...of, value: figure.value, low: figure.low ?? figure.value, high: figure.high ?? figure.value }];
  });
  return { known, all, domain: [Math.min(0, ...known.map(({ low }) => Math.floor(low * 10) / 10)), 1] };
}

const toTick = (value: number) => value.toFixed(2).replace(/0$/u, '').replace('-', '−');
const style = { background: 'none', color: 'var(--ink)', fontFamily: 'var(--font-ui)', fontSize: '12px' };
const interval = { stroke: 'var(--ink-3)', strokeWidth: 4 } as const;
const point = { r: 4, fill: 'var(--ink)' } as const;

function drawOutlets(document: Document, width: number, { known, all, domain }: Points, left: number): Element {
  const names = Math.min(240, Math.max(110, Math.round(width * 0.28)));
  const name = ({ name: outlet }: { name: string }) => shorten(outlet, Math.floor(names / 7));
  const at = { y: 'id', frameAnchor: 'left', dx: -names, textAnchor: 'start' } as const;
  return drawPlot(document, {
    ...{ width, height: all.length * ROW + 34 + (left > 0 ? 20 : 0), style },
    ...{ marginLeft: names, marginRight: ARTICLES, marginTop: 4, marginBottom: 30 + (left > 0 ? 20 : 0) },
    x: { domain, label: null },
    y: { type: 'band', domain: all.map(({ id }) => id), axis: null, label: null, padding: 0 },
    marks: [
      gridX({ stroke: 'var(--line-2)', strokeOpacity: 1, ticks: 5 }),
      ruleY(known, { y: 'id', x1: 'low', x2: 'high', ...interval }),
      dot(known, { y: 'id', x: 'value', ...point }),
      text(all, { ...at, text: name, fill: 'var(--ink)', className: 'picture-theirs' }),
      text(listUndefined(all, known), { y: 'id', frameAnchor: 'left', dx: 6, textAnchor: 'start', ...unsaid }),
      text(all, {
        ...{ y: 'id', frameAnchor: 'right', dx: ARTICLES, textAnchor: 'end', fill: 'var(--ink-3)' },
        text: ({ articles }: { articles: number }) => words.articles(articles),
      } as const),
      axisX({ tickFormat: toTick, color: 'var(--ink-3)', ticks: 5 }),
      ...(left > 0
        ? [text([words.more(left)], { frameAnchor: 'bottom-left', dx: -names, dy: 44, textAnchor: 'start', ...quiet })]
        : []),
    ],
  });
}

const quiet = { fill: 'var(--ink-3)' } as const;
const unsaid = { ...quiet, text: () => words.isUndefined } as const;
const listUndefined = (all: Points['all'], known: readonly Point[]) =>
  all.filter(({ id }) => !known.some((each) => each.id === id));
const shorten = (words_: string, letters: number) =>
  words_.length > letters ? `${words_.slice(0, letters - 1).trimEnd()}…` : words_;

function drawTimes(document: Document, width: number, { known, all, domain }: Points): Element {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  const each = Math.max(1, Math.ceil((all.length * DATE) / (width - 60)));
  return drawPlot(document, {
    ...{ width, height: HEIGHT, style, marginLeft: 44, marginRight: 16, marginTop: 10, marginBottom: 30 },
    x: { type: 'point', domain: all.map(({ id }) => id), label: null, padding: 0.5 },
    y: { domain, label: null },
    marks: [
      gridY({ stroke: 'var(--line-2)', strokeOpacity: 1, ticks: 5 }),
      ruleX(known, { x: 'id', y1: 'low', y2: 'high', ...interval }),
      line(known, { x: 'id', y: 'value', stroke: 'var(--ink-3)' }),
      dot(known, { x: 'id', y: 'value', ...point }),
      text(listUndefined(all, known), { x: 'id', frameAnchor: 'bottom', dy: -6, ...unsaid }),
      axisY({ tickFormat: toTick, color: 'var(--ink-3)', ticks: 5, label: null }),
      axisX({
        ticks: all.filter((_, n) => n % each === 0).map(({ id }) => id),
        tickFormat: (id: string) => names.get(id)!,
        color: 'var(--ink-3)',
      }),
    ],
  });
}
