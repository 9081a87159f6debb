import type { SourceKind, SourceSide } from '../../domain/sources.ts';

const kinds: Readonly<Record<SourceKind, string>> = {
  named: 'named',
  anonymous: 'anonymous',
  outlet: 'the outlet',
  unlinked: 'not linked',
};

export const sourcesWords = {
  kinds,
  nothing: 'No claims on either side',
  nothingHint: 'Tag claims and say on whose word they stand: who is quoted, how and how often is then counted here.',
  open: (name: string) => `${name}: words, verbs and lines`,
  verbsOf: 'verbs',
  wordsOf: 'called',
  none: 'none marked',
  manner: ({ first, cited, quoted, paraphrased }: Pick<SourceSide, 'first' | 'cited' | 'quoted' | 'paraphrased'>) =>
    `first ${first} (quoted ${quoted}, paraphrased ${paraphrased}), cited ${cited}`,
  /** For those whom no name is given. */
  names: {
    anonymous: 'people without a name',
    outlet: 'the outlet itself',
    unlinked: 'not said who',
    named: '',
  } satisfies Record<SourceKind, string>,
  table: {
    title: 'Sources',
    note: 'Claims that stand on a source’s word, counted once a source, however often it is given; those of whom the text quotes and those that it is traced to. Per 100: of all claims of the side. LRC and G² are of these shares, positive where A has the source more often; LRC, the conservative log ratio over all sources, is 0 where the counts cannot tell. Empty where a side has no claims. Not linked: words that name somebody of whom nobody said which entity it is, or whether it is anonymous.',
    source: 'source',
    kind: 'kind',
    claims: (side: string) => `${side} claims`,
    articles: (side: string) => `${side} articles`,
    per100: (side: string) => `${side} per 100 claims`,
    lrc: 'LRC',
    g2: 'G²',
  },
  manners: {
    title: 'How they are quoted',
    note: 'First: as whom the text itself quotes; cited: as one to whom another source refers. Quoted and paraphrased are of the first, by the voice that the claim was given; claims without one are in neither.',
    first: (side: string) => `${side} first`,
    cited: (side: string) => `${side} cited`,
    quoted: (side: string) => `${side} quoted`,
    paraphrased: (side: string) => `${side} paraphrased`,
    verbs: (side: string) => `${side} verbs`,
    words: (side: string) => `${side} words`,
    counted: (word: string, n: number) => `${word} ${n}`,
  },
  totals: {
    title: 'On whose word',
    note: 'Every claim once, by whom the text quotes for it. The outlet’s own word: it says itself that it has seen or counted it; unattributed: nobody is given.',
    whose: 'claims',
    count: (side: string) => side,
    share: (side: string) => `${side} share`,
    rows: {
      named: 'of named sources',
      anonymous: 'of anonymous ones',
      unlinked: 'of words that are not linked',
      outlet: 'the outlet’s own word',
      unattributed: 'unattributed',
      claims: 'all claims',
    },
  },
  verbs: {
    title: 'Verbs of saying',
    note: 'Over all sources, as often as one is marked in a claim; whatever its case and marks.',
    verb: 'verb',
    count: (side: string) => side,
  },
} as const;
