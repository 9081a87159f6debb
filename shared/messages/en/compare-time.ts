import type { TimeUnit } from '../../domain/timeline.ts';

const units: Readonly<Record<TimeUnit, string>> = { day: 'day', week: 'week', month: 'month', year: 'year' };

export const timeWords = {
  units,
  nothing: 'No article on either side has a date',
  noPlaces: 'No places',
  noPlacesHint: 'Link mentions of places to entities, and give these coordinates: then they stand on a map here.',
  noneOnMap: 'No place has coordinates yet. Give them in Entities.',
  list: 'Places',
  notOnMap: 'no coordinates',
  mentions: (a: number, b: number) => `A ${a}, B ${b}`,
  drawing: 'Drawing the map…',
  table: {
    title: (unit: TimeUnit) => `By ${units[unit]}`,
    name: (unit: TimeUnit) => `time-by-${units[unit]}`,
    note: (unit: TimeUnit) =>
      `By the dates of the articles, not of what they tell. One row is a ${units[unit]}${unit === 'week' ? ', named by its Monday' : ''}: the shortest step in which the whole can be shown and for which most dates are exact enough.`,
    from: (unit: TimeUnit) => units[unit],
    undated: 'no date',
    inexact: (unit: TimeUnit) => `no exact ${units[unit]}`,
    articles: (side: string) => `${side} articles`,
    mentions: (side: string) => `${side} mentions`,
    claims: (side: string) => `${side} claims`,
  },
  places: {
    title: 'Places',
    note: (without: number, a: number, b: number) =>
      `Entities that are places or have coordinates. Without coordinates, and so not on the map: ${without}. Not linked to any entity: ${a} mentions of places in A, ${b} in B. Outlines and borders: Natural Earth, as they are held on the ground; Galley takes no side in them.`,
    place: 'place',
    mentions: (side: string) => `${side} mentions`,
    articles: (side: string) => `${side} articles`,
    latitude: 'latitude',
    longitude: 'longitude',
  },
  picture: {
    map: 'Places that either side means',
    time: 'Articles, mentions and claims over time',
    largest: (mentions: number) => `largest: ${mentions} mention${mentions === 1 ? '' : 's'}`,
    km: (n: number) => `${n} km`,
    articles: 'articles',
    mentions: 'mentions',
    claims: 'claims',
  },
} as const;
