import { dot, geo, link, text } from '@observablehq/plot';
import type { ComparedPlace } from '../domain/timeline.ts';
import { timeWords as words } from '../messages/en/compare-time.ts';
import { findFrame, toAspect, toGrid, toScaleBar, type ScaleBar } from './map-frame.ts';
import { drawPlot, type DrawPicture } from './picture.ts';
import { drawPlaces, type MapPlace } from './place-discs.ts';

/** Land, and the lines along its coasts and between countries. */
export type Outline = Record<'land' | 'coasts' | 'borders', GeoJSON.GeometryObject | GeoJSON.FeatureCollection>;
/** Those of the world: as exact as a region needs, and as a map of all the world can show. */
export type Outlines = { fine: Outline; coarse: Outline };

/** Those with coordinates. */
export const toMapPlaces = (places: readonly ComparedPlace[]): MapPlace[] =>
  places.flatMap(({ uid, name, latitude, longitude, a, b }) =>
    latitude === null || longitude === null ? [] : [{ uid, name, latitude, longitude, a: a.mentions, b: b.mentions }],
  );

/** Unit: pixels. A map is seen whole on a laptop's screen. */
const MARGIN = 14;
const MOST_HEIGHT = 500;

/**
 * Places on a map fitted to them: the left half of a disc for A, solid, the right half for B, outlined; the largest with their
 * names. `selected`: one that is ringed, by uid.
 */
export const drawMap =
  (places: readonly MapPlace[], { fine, coarse }: Outlines, selected?: string): DrawPicture =>
  (document, width) => {
    const frame = findFrame(places);
    const { centre, west, east, south, north, isWide } = frame;
    const { land, coasts, borders } = isWide ? coarse : fine;
    const bar = toScaleBar(frame);
    const corners = [west, 0, east].flatMap((x) => [south, north].map((y) => [centre + x, y]));
    const shown = [...places].sort((x, y) => y.a + y.b - x.a - x.b);
    const drawn = drawPlot(document, {
      width,
      height: Math.round(Math.min(width * toAspect(frame), MOST_HEIGHT)),
      margin: 0,
      style: { background: 'var(--sunk)', color: 'var(--ink)', fontFamily: 'var(--font-ui)', fontSize: '11px' },
      projection: {
        type: isWide ? 'equal-earth' : 'mercator',
        rotate: [-centre, 0],
        domain: { type: 'MultiPoint', coordinates: corners },
        inset: MARGIN,
      },
      marks: [
        geo(land, { fill: 'var(--paper)' }),
        geo(toGrid(frame), { stroke: 'var(--line-2)', strokeWidth: 0.6 }),
        geo(coasts, { stroke: 'var(--ink-3)', strokeWidth: 0.8 }),
        geo(borders, { stroke: 'var(--ink-3)', strokeWidth: 0.7, strokeDasharray: '5 2 1 2' }),
        ...(bar ? drawScaleBar(bar) : []),
        dot(shown, { x: 'longitude', y: 'latitude', render: drawPlaces(shown, selected) }),
      ],
    });
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', words.picture.map);
    return drawn;
  };

const drawScaleBar = (bar: ScaleBar) => [
  link([bar], { x1: 'from', x2: 'to', y1: 'latitude', y2: 'latitude', stroke: 'var(--ink-2)', strokeWidth: 2 }),
  text([bar], {
    ...{ x: 'to', y: 'latitude', text: ({ km }: ScaleBar) => words.picture.km(km), textAnchor: 'start', dx: 6 },
    ...{ fill: 'var(--ink-2)', stroke: 'var(--paper)', strokeWidth: 3 },
  }),
];
