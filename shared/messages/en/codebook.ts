/** What the built-in labels mean; shown beside the reader and written into every new corpus. */
export const builtInLabels = {
  actor:
    'Whoever acts, speaks or is acted upon: a state, an armed group, a party, an agency, a person, a medium, civilians. Tag the whole name as it stands, with its title.',
  location:
    'A place on the map: a country, region, town, road, river, base or building. Tag the name, without “in” or “near”.',
  claim:
    'A statement that can be checked: who did what, where, when, how many. Tag the whole statement with the words that say who makes it.',
} as const;
