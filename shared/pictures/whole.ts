import type { ComparisonPart, WholeComparison } from '../domain/whole-comparison.ts';
import { timeWords } from '../messages/en/compare-time.ts';
import { namingMessages } from '../messages/en/compare-naming.ts';
import { listEventSlots } from '../text/claim-slots.ts';
import { claimsWords } from '../messages/en/compare-claims.ts';
import { wordsWords } from '../messages/en/compare-words.ts';
import { drawFigures } from './figures.ts';
import { drawKeyness } from './keyness.ts';
import { drawMap, toMapPlaces } from './map.ts';
import { drawNaming } from './naming.ts';
import { outlines } from './outlines.ts';
import type { DrawPicture } from './picture.ts';
import { drawTimeline } from './timeline.ts';

/** `name` becomes a file's name. */
export type NamedPicture = { name: string; title: string; draw: DrawPicture };

/** Entities whose forms are drawn: those that the sides differ most in. The others' are in the table. */
const MOST_ENTITIES = 12;
/** Kinds of figures on which the sides differ; those of other events are in the table. */
const MOST_FIGURES = 24;

/** Every picture of a comparison, part by part. */
export function toWholePictures({
  naming,
  claims,
  words,
  time,
}: WholeComparison): Record<ComparisonPart, NamedPicture[]> {
  const places = toMapPlaces(time.places);
  return {
    counts: [],
    naming: naming.entities
      .filter(({ forms, isThin }) => forms && forms.length > 0 && !isThin)
      .slice(0, MOST_ENTITIES)
      .map((each, n) => ({
        name: `naming-${n + 1}`,
        title: namingMessages.picture.title(each.name),
        draw: drawNaming(each),
      })),
    claims: claims.events
      .filter(({ group }) => group === 'conflict')
      .flatMap((event) =>
        listEventSlots(event)
          .filter(({ slot, sign }) => slot.kind === 'figure' && sign === 'apart')
          .map((slot) => ({ event, slot })),
      )
      .slice(0, MOST_FIGURES)
      .map(({ event, slot }, n) => ({
        name: `figures-${n + 1}`,
        title: claimsWords.picture.title(slot.slot, event.title),
        draw: drawFigures(slot, event.title, []),
      })),
    words: words
      .filter((keyness) => keyness.keyRows.length > 0)
      .map((keyness) => ({
        name: `keyness-${keyness.of}`,
        title: wordsWords.picture.title(keyness.of),
        draw: drawKeyness(keyness),
      })),
    sources: [],
    silence: [],
    time: [
      ...(time.bins.length > 0 ? [{ name: 'time', title: timeWords.picture.time, draw: drawTimeline(time) }] : []),
      ...(places.length > 0 ? [{ name: 'map', title: timeWords.picture.map, draw: drawMap(places, outlines) }] : []),
    ],
  };
}
