const count = (n: number, what: string) => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;

type Found = { total: number; articles: number; isExact: { total: boolean; articles: boolean } };

const wordCount = (n: number, what: string, isExact: boolean) => `${isExact ? '' : 'at least '}${count(n, what)}`;

/** What is said about searching, on the command line and in the window. */
export const searchMessages = {
  found: ({ total, articles, isExact }: Found) =>
    total === 0
      ? 'Nothing was found.'
      : `${wordCount(Math.max(total, articles), 'hit', isExact.total)} in ${wordCount(articles, 'article', isExact.articles)}`,
  shown: (shown: number) => `${count(shown, 'hit')} shown; --limit shows more.`,
  notIndexed: 'The index of words is still being made, so articles may be missing.',
  tagged: (tagged: number, label: string, alreadyThere: number) =>
    `${count(tagged, 'place')} tagged as ${label}` +
    (alreadyThere > 0 ? `; ${count(alreadyThere, 'place')} had that tag of yours already` : ''),
  title: 'Search',
  query: 'Search in corpus',
  mode: 'What to search for',
  modes: { words: 'Words', regex: 'Regular expression', annotations: 'Annotations' },
  placeholders: {
    words: 'Words, "phrases", pre*, NEAR(a b, 5), OR, -word',
    regex: 'A regular expression, such as (\\d+) (dead|killed)',
    annotations: 'Words of the annotations; may stay empty',
  },
  conditions: 'What the annotations say',
  anyAttribute: 'Any attribute',
  attributeName: (name: string) => `${name}, attribute of the annotations`,
  value: 'Value, or entity',
  anyOutletsWord: 'Tagged anywhere',
  onlyIn: (outlet: string) => `Only in ${outlet}`,
  onlyInName: (word: string) => `${word}, where what they mean is tagged`,
  run: 'Search',
  help: 'How to write it',
  searching: 'Searching…',
  hits: 'Hits',
  inTitle: 'in the title',
  tools: 'Hits that are chosen',
  chosen: (n: number) => `${n.toLocaleString('en')} chosen`,
  chooseAll: (most: number) => `Choose all, up to ${most.toLocaleString('en')}`,
  chooseFirst: 'Choose hits first: Space chooses the one in focus, Ctrl A all of them.',
  onlyTitles: 'Those hits are in titles that are no part of their texts, so they cannot be tagged.',
  tagAs: 'Tag the chosen hits as',
  tagging: 'Tagging the chosen hits',
  copy: 'Copy as table',
  copied: (n: number) => `${count(n, 'hit')} copied as a table.`,
  nothing: 'Nothing was found.',
  nothingHint:
    'Case and accents make no difference. Try the beginning of a word with *, or fewer words, or other filters.',
  emptyTitles: {
    words: 'Search the texts of all articles',
    regex: 'Search the texts of all articles',
    annotations: 'Find annotations by what they say',
  },
  empty: {
    words: 'Write words and press Enter. Each hit is shown with what stands around it; Enter opens the article there.',
    regex:
      'Write an expression and press Enter. Each hit is shown with what stands around it; Enter opens the article there.',
    annotations:
      'Choose a label or an attribute, name a value or an entity, or write words of theirs, and press Enter.',
  },
  outletFilter: (outlet: string) => `${outlet}, outlet searched in`,
  stateFilter: (state: string) => `${state}, state of the articles searched in`,
  labelFilter: (label: string) => `${label}, label in the articles searched in`,
  from: 'Searched from this date on',
  to: 'Searched up to this date',
  sortName: (sort: string) => `${sort}, order of the hits`,
  sorts: {
    newest: 'Newest first',
    relevance: 'Most relevant first',
    left: 'By the words before',
    right: 'By the words after',
  },
  command: {
    regex: 'the query is a regular expression (linear time: no look-around, no back-references)',
    where: 'annotations with this value, as attribution.who=Amaq, instead of words; may be given several times',
    onlyIn: 'annotations of what is tagged in this outlet only, instead of words',
    sort: 'which hits come first; left and right: by the words before or after',
    limit: 'how many hits to print',
    context: 'how many characters to show on each side',
    tag: 'tag the hits that are printed with this label, as one step',
    query: 'words, "phrases", pre*, NEAR(a b, n), OR, -word, title:word',
    label: 'only in articles that hold an annotation with one of these labels',
    by: 'only in articles that these people annotated',
    entity: 'only in articles with annotations of these entities (names or uids)',
    badLimit: (most: number) => `error: --limit is a number from 1 to ${most}`,
    noQuery: 'error: say what to look for, or by --where or --only-in which annotations',
    noRelevance: 'error: regular expressions cannot be sorted by relevance',
  },
} as const;

/** What can be written in a search, and what it finds. */
export const searchHelp = {
  words: [
    { write: 'Sukhna army', finds: 'articles that hold both words' },
    { write: '"Syrian army"', finds: 'these words, one after the other' },
    { write: 'milit*', finds: 'words that begin so' },
    { write: 'NEAR(army Homs, 5)', finds: 'words with at most five others between them' },
    { write: 'ISIS OR Daesh', finds: 'either of them' },
    { write: 'army -navy', finds: 'articles with the first and without the second' },
    { write: '(ISIS OR Daesh) Homs', finds: 'parentheses say what belongs together' },
    { write: 'title:Palmyra', finds: 'the word in titles' },
  ],
  regex: [
    { write: '\\d+ (dead|killed)', finds: 'a figure before one of two words' },
    { write: '(?i)al-?nusra', finds: 'in any case, with the hyphen or without' },
    { write: '^Update', finds: 'at the beginning of a line' },
    { write: '\\p{Arabic}+', finds: 'a run of Arabic letters' },
  ],
  annotations: [
    {
      write: 'four soldiers',
      finds: 'annotations with these words in them; nothing: all that the filters let through',
    },
    { write: 'attribution.who: Amaq', finds: 'claims whose speaker is Amaq' },
    { write: 'location · Only in FNA', finds: 'places that are tagged in articles of FNA and of no other outlet' },
  ],
} as const;
