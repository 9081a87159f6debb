import type { Hollow } from '../../domain/agreement.ts';
import { HOLLOW } from '../../domain/agreement.ts';

/** Why there is no figure, in words. */
export const undefinedWords = {
  'no-articles': 'there is no article that all of them have finished',
  'no-words': 'the texts have no words',
  'nothing-marked': 'nobody marked anything, so there is nothing to agree on',
  'nothing-common': 'nothing was marked by more than one of them, so no labels meet',
  'one-value': 'all of the text was given one value, so agreeing by chance cannot be told from agreeing',
  'one-label': 'it tells labels from each other, and there is one label only',
  'too-large': 'not computed: too large',
} as const;

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** What makes a row's figures hollow, in words. */
export const hollowWords: Record<Hollow, string> = {
  'few-articles': `Fewer than ${HOLLOW.articles} articles: the figures may be chance.`,
  'few-units': `Fewer than ${HOLLOW.units} annotations: the figures may be chance.`,
  'wide-interval': `The interval of uα is wider than ${HOLLOW.interval}.`,
  'one-label': 'Only one of several labels was used: that they are told apart is not shown.',
  'not-by-hand': `More than ${percent(HOLLOW.notByHand)} of a coder’s annotations began as suggestions, by propagation or by import: whoever took the same agrees with the program, not with each other.`,
  unfinished: 'Articles that each of them has marked or was given are not finished by all: these are left out.',
  'not-blind': 'In some articles they could see each other’s tags.',
};

export const agreementWords = {
  title: 'Agreement',
  together: (labels: readonly string[]) => labels.join(' or '),
  noOutlet: 'outlet not known',
  by: { outlet: 'By outlet', week: 'By week', month: 'By month' },
  groupedBy: { outlet: 'outlet', week: 'week from', month: 'month' },
  byTimeNote: 'By when the last of them said that they were done with an article (UTC).',
  from: (day: string) => `finished from ${day}`,
  noRows: 'Nobody has finished an article that somebody else has finished too: there is nothing to compare.',
  note: ({ resamples, seed, boilerplate }: { resamples: number; seed: number; boilerplate: number | null }) =>
    [
      `Own layers of articles that all of a row’s coders have finished. 95 % intervals of ${resamples} samples of articles, seed ${seed}.`,
      ...(boilerplate === null || boilerplate === 0
        ? []
        : [
            `${percent(boilerplate)} of the text is boilerplate or repeats, where there is seldom anything to tag: it counts, and raises α and κ.`,
          ]),
    ].join(' '),
  gammaNote: (
    { a, b, seed, sampler }: { a: number; b: number; seed: number; sampler: string },
    samples: readonly [number, number],
  ) =>
    `γ with a ${a}, b ${b}; ${samples[0] === samples[1] ? samples[0] : samples.join(' to ')} random continua, seed ${seed}: ${sampler}.`,
  sampler: 'units of a random coder of the same article, moved on by a random number of characters, round its end',
  columns: {
    label: 'label',
    coders: 'coders',
    articles: 'articles',
    annotations: 'annotations',
    alpha: 'α',
    alphaTokens: 'α, words',
    uAlpha: 'uα',
    uAlphaBoundary: '|uα|',
    cuAlpha: 'cuα',
    kappa: 'κ',
    f1Exact: 'F1 exact',
    f1Boundary: 'F1 edges',
    f1Overlap: 'F1 overlap',
    f1Characters: 'F1 characters',
    gamma: 'γ',
    low: (name: string) => `${name}, from`,
    high: (name: string) => `${name}, to`,
    hollow: 'hollow',
  },
  hollow: {
    'few-articles': 'few articles',
    'few-units': 'few annotations',
    'wide-interval': 'wide interval',
    'one-label': 'one label only',
    'not-by-hand': 'not found by hand',
    unfinished: 'unfinished articles',
    'not-blind': 'not blind',
  } satisfies Record<Hollow, string>,
  work: {
    title: 'What each of them made, and how it began',
    note: 'Of articles that all of them have finished.',
    coder: 'coder',
    byHand: 'by hand',
    suggestion: 'suggested',
    propagation: 'propagated',
    import: 'imported',
    united: 'overlapping, united',
    severalSpans: 'of several spans',
    clashing: 'clashing',
  },
  matches: { label: 'label', boundary: 'boundary', 'only-one': 'only one', agree: 'agrees' },
  progress: { reading: 'articles', sampling: 'samples of articles', aligning: 'alignments' },
  cli: {
    coders: 'coders to compare, by name, with commas between; left out: all who finished what another finished too',
    label: 'rows of these labels only',
    by: 'the same by outlet, or by the week or month in which articles were finished; γ is left out',
    noGamma: 'without γ, which takes longest',
    undefinedFigures: 'Undefined:',
    undefinedOf: (names: readonly string[], row: string, because: string) =>
      `  ${row}: ${names.join(', ')}: ${because}.`,
    row: (label: string, coders: readonly string[]) => `${label} (${coders.join(', ')})`,
    hollowOf: (words: string, rows: readonly string[] | null) => `  ${words}${rows ? ` ${rows.join('; ')}.` : ''}`,
    hollow: 'What makes these figures hollow:',
  },
} as const;
