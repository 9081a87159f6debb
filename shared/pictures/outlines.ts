import { feature, mesh } from 'topojson-client';
import coarse from 'world-atlas/countries-110m.json' with { type: 'json' };
import fine from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { Outline, Outlines } from './map.ts';

type Atlas = typeof fine;

const toOutline = (atlas: Atlas): Outline => ({
  land: feature(atlas, atlas.objects.land),
  coasts: mesh(atlas, atlas.objects.land),
  borders: mesh(atlas, atlas.objects.countries, (one, other) => one !== other),
});

/**
 * Coasts and borders of the world, which ship with the app: 860 kB, so a page loads this file when it first draws a map.
 *
 * Source: Natural Earth 1:50 and 1:110 million, public domain, by way of `world-atlas`; borders as they are held on the ground.
 * The 1:10 million ones are five times as long and show a region of the size of Syria hardly better.
 */
export const outlines: Outlines = { fine: toOutline(fine), coarse: toOutline(coarse) };
