import { numberWords, shortQuote } from './ui.ts';

const count = (n: number, what: string) => `${numberWords(n)} ${what}${n === 1 ? '' : 's'}`;

type Found = { hits: readonly unknown[]; articles: number; skipped: number; isWhole: boolean };

/** What is said about propagating a tag, on the command line and in the window. */
export const propagationMessages = {
  found: ({ hits, articles, skipped, isWhole }: Found) =>
    [
      hits.length === 0
        ? 'It stands nowhere else.'
        : `${isWhole ? '' : 'The newest '}${count(hits.length, 'place')} in ${count(articles, 'article')}`,
      ...(skipped > 0 ? [`${numberWords(skipped)} already tagged`] : []),
    ].join(' · '),
  notWhole: (shown: number) =>
    `There are more than ${numberWords(shown)}: tag these first, then look again for the rest.`,
  done: (tagged: number, label: string, words: string, alreadyTagged: number) =>
    `“${shortQuote(words)}” tagged as ${label} in ${count(tagged, 'place')}` +
    (alreadyTagged > 0 ? `; ${count(alreadyTagged, 'place')} had been tagged meanwhile` : ''),
  ruleKept: 'The rule is kept, and offers the same in articles that come later.',
  noRules: 'No rule was kept yet.',
  ruleInUse: 'in use',
  ruleRetired: 'retired',
  wholeCorpus: 'corpus',
  title: 'Propagate',
  scopeName: 'Where to look',
  scopes: { article: 'This article', outlet: 'Its outlet', corpus: 'The corpus' },
  optionsName: 'How to look',
  options: {
    wholeWord: 'Whole words',
    matchCase: 'Case matters',
    matchMarks: 'Accents matter',
    matchLetters: 'Arabic letters as written',
    withAliases: 'Other names of its entity',
    skipTagged: 'Skip what is tagged',
  },
  looking: 'Looking for the places',
  tagging: 'Tagging the places',
  places: 'Places',
  outlets: 'By outlet',
  outletPlaces: (outlet: string, accepted: number, total: number) =>
    `${outlet}: ${numberWords(accepted)} of ${numberWords(total)} accepted`,
  of: (accepted: number, total: number) => `${numberWords(accepted)} / ${numberWords(total)}`,
  accepted: (n: number) => `${numberWords(n)} accepted`,
  apply: (n: number) => `Tag ${count(n, 'place')}`,
  keepRule: 'Keep as a rule for articles that come later',
  keepOnly: 'Keep the rule only',
  rules: 'Kept rules…',
  notIndexed: 'The index of words is still being made, so articles may be missing.',
  nowhere: 'It stands nowhere else here',
  allTagged: 'All of it is tagged already',
  nowhereHint: {
    article: 'Look in its outlet or in the corpus, or look less strictly.',
    outlet: 'Look in the corpus, or look less strictly.',
    corpus: 'Look less strictly: whole words, case, accents.',
  },
  tagged: 'tagged',
  keys: 'Space, Y, N accept or skip · A all or none · J, K move · Enter tags',
  rulesTitle: 'Kept rules',
  rulesHint:
    'What was propagated with “keep as a rule” is suggested in articles that come later, until the rule is retired.',
  retire: 'Retire',
  restore: 'Restore',
  retireOf: (words: string) => `Retire the rule for “${shortQuote(words)}”`,
  restoreOf: (words: string) => `Restore the rule for “${shortQuote(words)}”`,
  inOutlet: (outlet: string) => `in ${outlet}`,
  inCorpus: 'in the corpus',
  keptBy: (name: string) => `kept by ${name}`,
  ruleOptions: {
    parts: 'parts of words',
    case: 'case',
    marks: 'accents',
    letters: 'Arabic letters',
    aliases: 'other names',
  },
  command: {
    scope: 'where to look: in the article, in all of its outlet, or in the corpus',
    dryRun: 'only list the places',
    partsOfWords: 'also at the beginning of longer words, and after joined Arabic particles',
    matchCase: 'capitals and small letters make a difference (they do for short names in capitals)',
    matchMarks: 'accents and vowel marks make a difference',
    matchLetters: 'kinds of Arabic letters make a difference (hamza, ta marbuta, ya, kaf, digits)',
    withoutAliases: 'not by the other names of its entity',
    alsoTagged: 'also where a tag of yours with the same label, or one that excludes it, overlaps',
    keepRule: 'keep the rule for articles that come later (with --scope outlet or corpus)',
    context: 'how many characters to show on each side',
    retire: 'offer nothing by this rule any more',
    restore: 'offer by this rule again',
    onlyWide: 'error: --keep-rule goes with --scope outlet or --scope corpus',
    oneOfTwo: 'error: give one of --retire and --restore',
  },
} as const;
