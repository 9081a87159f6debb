import { z } from 'zod';
import { Origin } from './annotation.ts';
import { ArticleFilter } from './filter.ts';
import { AnnotationId, AnnotatorId, ArticleId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { QuotedSpan } from './span.ts';
import { typedName } from './typed-text.ts';

/** More people than ever tag one corpus twice: there is a row for each pair of them. */
const MOST_CODERS = 12;

/**
 * Whose work is held against each other's. `articles`: which may count; of these each row counts what all its coders have finished.
 *
 * `coders`: by name or uid; left out, all who have finished an article that another has finished too. `labels`: rows for these only,
 * by name; left out, for all that are in use.
 */
export const Agreed = z.object({
  articles: ArticleFilter.default({}),
  coders: z.array(typedName(100)).min(2).max(MOST_CODERS).optional(),
  labels: z.array(typedName(60)).min(1).max(50).optional(),
});
export type Agreed = z.infer<typeof Agreed>;

/**
 * A coefficient with the bounds of 95 % of the samples of articles that were drawn with replacement.
 *
 * `value` is null where it is undefined, and `undefinedBecause` says why in words; `low` and `high` are null with it, and where there
 * are too few articles to draw from. `n`: how much it rests on, in units of its own: characters (`alpha`), words (`alphaTokens`,
 * `kappa`), marked stretches (`uAlpha…`, `cuAlpha`), annotations (`f1`, `gamma`), each counted over all coders but characters and words.
 */
export const Coefficient = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.int(),
  undefinedBecause: z.string().nullable(),
});
export type Coefficient = z.infer<typeof Coefficient>;

/** All but γ, in the order of a row's columns. */
export const coefficientNames = [
  'alpha',
  'alphaTokens',
  'uAlpha',
  'uAlphaBoundary',
  'cuAlpha',
  'kappa',
  'f1Exact',
  'f1Boundary',
  'f1Overlap',
  'f1Characters',
] as const;
export type CoefficientName = (typeof coefficientNames)[number];

/** Below these a figure is thin; an interval wider than this says little; so large a share was not found by hand. */
export const HOLLOW = { articles: 5, units: 50, interval: 0.15, notByHand: 0.5 } as const;

/**
 * What makes the figures of a row hollow. `one-label`: only one of several labels was used. `not-by-hand`: most annotations of a coder
 * began as suggestions, by propagation or by import. `unfinished`: articles that all its coders have marked or assigned are not finished by all.
 */
export const Hollow = z.enum([
  'few-articles',
  'few-units',
  'wide-interval',
  'one-label',
  'not-by-hand',
  'unfinished',
  'not-blind',
]);
export type Hollow = z.infer<typeof Hollow>;

/** What one coder made of a row's labels in the articles that count, and how each began. */
export const CoderWork = z.object({
  coder: z.string(),
  annotations: z.int(),
  origins: z.partialRecord(Origin, z.int()),
  /** Annotations that overlap another of the coder's own of their label: one stretch for α and the uα family. */
  united: z.int(),
  /** Annotations of several spans: one unit each; γ takes them from their beginning to their end. */
  severalSpans: z.int(),
  /** Annotations that overlap another of the coder's own with a label that excludes theirs: the one that begins first stands there. */
  clashing: z.int(),
});
export type CoderWork = z.infer<typeof CoderWork>;

/**
 * Figures of one label, or (`label` null) of labels that exclude one another, together; of a pair of coders or of all.
 *
 * `labels`: what counts as a category. `articles`: that all its coders have finished; `blind`: of these, those that all of them had
 * assigned blind; `unfinished`: those that each of its coders has marked or has assigned, and not all have finished.
 */
export const AgreementRow = z.object({
  label: z.string().nullable(),
  labels: z.array(z.string()),
  coders: z.array(z.string()),
  articles: z.int(),
  blind: z.int(),
  unfinished: z.int(),
  made: z.array(CoderWork),
  alpha: Coefficient,
  alphaTokens: Coefficient,
  uAlpha: Coefficient,
  uAlphaBoundary: Coefficient,
  cuAlpha: Coefficient,
  kappa: Coefficient,
  f1: z.object({ exact: Coefficient, boundary: Coefficient, overlap: Coefficient, characters: Coefficient }),
  hollow: z.array(Hollow),
});
export type AgreementRow = z.infer<typeof AgreementRow>;

/** How intervals were made. `boilerplate`: share of the characters that count that stand in boilerplate or in repeats. */
const Method = z.object({ resamples: z.int(), seed: z.int(), boilerplate: z.number().nullable() });

/**
 * Rows: of all coders, then of each pair where there are more than two; each for the labels together, then for each label. `coders` has
 * fewer than two where nobody has finished what another has: then there is no row.
 */
export const Agreement = z.object({
  coders: z.array(z.object({ uid: AnnotatorId, name: z.string(), finished: z.int() })),
  rows: z.array(AgreementRow),
  method: Method,
});
export type Agreement = z.infer<typeof Agreement>;

export const AgreementBy = z.enum(['outlet', 'week', 'month']);
export type AgreementBy = z.infer<typeof AgreementBy>;

/**
 * The same by outlet, or by when the last of the coders finished an article (weeks begin on Monday; UTC): rows of all coders.
 *
 * `outlet`: null for articles of unknown outlet, and where it is by time; `from`: first day of a week, or the month; null where it is
 * by outlet.
 */
export const AgreementGroup = z.object({
  outlet: z.string().nullable(),
  from: PartialDate.nullable(),
  articles: z.int(),
  rows: z.array(AgreementRow),
});
export type AgreementGroup = z.infer<typeof AgreementGroup>;

/** What γ was reckoned with. `a`, `b`: weights of position and label; `samples`: random continua; `precision`: of their mean. */
const GammaMethod = z.object({
  a: z.number(),
  b: z.number(),
  sampler: z.string(),
  samples: z.int(),
  seed: z.int(),
  precision: z.number(),
});

/** γ of one row of `Agreement`. `observed`, `expected`: disorder of the best alignment, and its mean over random continua. */
export const GammaRow = z.object({
  label: z.string().nullable(),
  labels: z.array(z.string()),
  coders: z.array(z.string()),
  gamma: Coefficient,
  observed: z.number().nullable(),
  expected: z.number().nullable(),
  method: GammaMethod,
});
export type GammaRow = z.infer<typeof GammaRow>;

/** How two annotations, or one and nothing, stand to each other. */
export const MatchKind = z.enum(['label', 'boundary', 'only-one', 'agree']);
export type MatchKind = z.infer<typeof MatchKind>;

const Page = z.object({
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(1000).default(100),
});

/** Of which outlet or time of finishing, as `AgreementGroup` names it; left out, of all. */
const InGroup = z.object({
  by: AgreementBy,
  outlet: z.string().nullable().default(null),
  from: PartialDate.nullable().default(null),
});

/** What stands behind a row: `label` as the row has it, with null of its `labels` together. `kinds` left out: all but what agrees. */
export const MatchesInput = Agreed.extend({
  label: z.string().nullable(),
  among: z.array(z.string()).optional(),
  kinds: z.array(MatchKind).min(1).default(['label', 'boundary', 'only-one']),
  group: InGroup.optional(),
  ...Page.shape,
});
export type MatchesInput = z.infer<typeof MatchesInput>;

/** `before`, `after`: the words around it, from its first span's beginning and its last one's end. */
const MatchedSide = z.object({
  annotation: AnnotationId,
  label: z.string(),
  spans: z.array(QuotedSpan),
  before: z.string(),
  after: z.string(),
  origin: Origin,
});
export type MatchedSide = z.infer<typeof MatchedSide>;

/** `coders`: whose is left and whose is right; of `left` and `right` one is null where only one of them marked something. */
export const Match = z.object({
  article: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  kind: MatchKind,
  coders: z.tuple([z.string(), z.string()]),
  left: MatchedSide.nullable(),
  right: MatchedSide.nullable(),
});
export type Match = z.infer<typeof Match>;

/**
 * A page of the kinds that were asked for, by article and in reading order; `counts` of all kinds. `hidden`: articles that are not shown,
 * since the person at the keyboard has yet to tag them blind.
 */
export const Matches = z.object({
  total: z.int(),
  hidden: z.int(),
  counts: z.record(MatchKind, z.int()),
  matches: z.array(Match),
});
export type Matches = z.infer<typeof Matches>;

/** The annotations that a number of `CoderWork` counts; `of`: which number, an origin or one of the others. */
export const CoderWorkInput = Agreed.extend({
  label: z.string().nullable(),
  among: z.array(z.string()).optional(),
  coder: typedName(100),
  of: z.union([Origin, z.enum(['annotations', 'united', 'severalSpans', 'clashing'])]),
  group: InGroup.optional(),
  ...Page.shape,
});
export type CoderWorkInput = z.infer<typeof CoderWorkInput>;

export const CoderAnnotations = z.object({
  total: z.int(),
  hidden: z.int(),
  annotations: z.array(
    MatchedSide.extend({
      article: ArticleId,
      title: z.string(),
      outlet: z.string().nullable(),
      date: PartialDate.nullable(),
    }),
  ),
});
export type CoderAnnotations = z.infer<typeof CoderAnnotations>;

/** The articles that a row's `articles`, `blind` or `unfinished` counts. */
export const AgreedArticlesInput = Agreed.extend({
  of: z.enum(['articles', 'blind', 'unfinished']),
  group: InGroup.optional(),
  ...Page.shape,
});
export type AgreedArticlesInput = z.infer<typeof AgreedArticlesInput>;

/** `finished`: by whom; `waitsFor`: for whom of the coders. */
export const AgreedArticles = z.object({
  total: z.int(),
  articles: z.array(
    z.object({
      article: ArticleId,
      title: z.string(),
      outlet: z.string().nullable(),
      date: PartialDate.nullable(),
      finished: z.array(z.string()),
      waitsFor: z.array(z.string()),
      blind: z.boolean(),
    }),
  ),
});
export type AgreedArticles = z.infer<typeof AgreedArticles>;
