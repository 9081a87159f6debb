/**
 * The codebook that every corpus begins with. These names are written into it, and uids follow from them: a name that is
 * changed here would be another thing.
 */
/** What the built-in labels mean; shown beside the reader. */
export const builtInLabels = {
  actor:
    'Whoever acts, speaks or is acted upon: a state, an armed group, a party, an agency, a person, a medium, civilians. Tag the whole name as it stands, with its title.',
  location:
    'A place on the map: a country, region, town, road, river, base or building. Tag the name, without “in” or “near”.',
  claim:
    'A statement that can be checked: who did what, where, when, how many. Tag the whole statement with the words that say who makes it.',
} as const;

export const builtInEntityKinds = {
  actor: ['state', 'armed group', 'party', 'agency', 'person', 'media', 'civilians', 'other'],
  location: ['country', 'region', 'town', 'facility', 'road', 'river', 'other'],
  claim: [],
} as const;

/** Attributes by label, in the form that a person would give who added them. */
export const builtInAttributes = {
  actor: [
    {
      name: 'loaded term',
      type: 'yes-no',
      guideline: 'The word judges whom it names: “terrorists”, “regime”, “martyrs”.',
    },
  ],
  location: [
    { name: 'uncertain', type: 'yes-no', guideline: 'It is not clear which place on the map is meant.' },
    {
      name: 'contested name',
      type: 'yes-no',
      guideline: 'Parties call the place by different names, or dispute whose it is.',
    },
  ],
  claim: [
    {
      name: 'attribution',
      type: 'group',
      isList: true,
      guideline: 'On whose word: whoever the text quotes or names first, then whom these refer to.',
      fields: [
        { name: 'who', type: 'entity', options: ['the outlet', 'unnamed'] },
        { name: 'words', type: 'span', guideline: 'The words that name them.' },
        { name: 'verb', type: 'span', guideline: 'The verb of saying: “said”, “claimed”, “admitted”.' },
      ],
    },
    { name: 'voice', type: 'choice', options: ["outlet's own", 'quoted', 'paraphrased'] },
    {
      name: 'figures',
      type: 'group',
      isList: true,
      guideline: 'Every number in it. An exact one has the same least and most.',
      fields: [
        { name: 'what', type: 'text' },
        {
          name: 'unit',
          type: 'choice',
          options: [
            'killed',
            'wounded',
            'missing',
            'captured',
            'displaced',
            'people',
            'strikes',
            'missiles',
            'aircraft',
            'vehicles',
            'buildings',
            'money',
            'distance',
            'other',
          ],
        },
        { name: 'min', type: 'number' },
        { name: 'max', type: 'number' },
        { name: 'of whom', type: 'text', guideline: '“civilians”, “children”, “fighters”: as the text says.' },
      ],
    },
    { name: 'event date', type: 'date', guideline: 'When it happened, as exactly as the text says.' },
    { name: 'place', type: 'entity', guideline: 'Where it happened.' },
    {
      name: 'verdict',
      type: 'choice',
      guideline: 'What checking it came to, not whether the text believes it.',
      options: ['unchecked', 'confirmed', 'contested', 'refuted', 'cannot be checked'],
    },
    {
      name: 'evidence',
      type: 'group',
      isList: true,
      guideline: 'What the verdict rests on: words of other articles, or a source with its archived copy.',
      fields: [
        { name: 'span', type: 'span' },
        { name: 'address', type: 'text' },
        { name: 'archived', type: 'text' },
        { name: 'note', type: 'text' },
      ],
    },
  ],
} as const;

export const builtInRelationKinds = [
  { name: 'attributed to', from: ['claim'], to: ['actor'], guideline: 'On whose word the claim stands.' },
  { name: 'about', from: ['claim'], to: ['actor', 'location'], guideline: 'Whom or what the claim speaks of.' },
  {
    name: 'located at',
    from: ['claim', 'actor'],
    to: ['location'],
    guideline: 'Where it happened, or where they were.',
  },
  {
    name: 'contradicts',
    from: ['claim'],
    to: ['claim'],
    isSymmetric: true,
    guideline: 'Both cannot be true as they stand.',
  },
  {
    name: 'corroborates',
    from: ['claim'],
    to: ['claim'],
    isSymmetric: true,
    guideline: 'Each makes the other more likely, from a source of its own.',
  },
] as const;
