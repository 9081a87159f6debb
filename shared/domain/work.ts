import { z } from 'zod';
import { ArticleState, WorkState } from './article.ts';
import { ArticleFilter } from './filter.ts';
import { ArticleId } from './ids.ts';
import { PartialDate } from './partial-date.ts';
import { typedName } from './typed-text.ts';

/** How articles are given out: each to everybody; each to one person, evenly; or some of them to two, and the rest to one. */
export const DealMode = z.enum(['all', 'even', 'double']);
export type DealMode = z.infer<typeof DealMode>;

/**
 * Which articles are given to whom. `share`: of `double`, how many of the articles two people tag, from 0 to 1; `seed`: which of them.
 * `unassignedOnly`: without articles that somebody has already. `blind`: what several people tag is tagged without seeing the others'.
 */
export const DealChoice = z.object({
  filter: ArticleFilter.default({}),
  people: z.array(typedName(100)).min(1).max(100),
  mode: DealMode,
  share: z.number().min(0).max(1).default(0.2),
  seed: z.int().nonnegative().default(1),
  unassignedOnly: z.boolean().default(true),
  blind: z.boolean().default(false),
});
export type DealChoice = z.infer<typeof DealChoice>;

/** How many articles somebody gets, and how many of those somebody else gets too. */
const Dealt = z.object({ person: z.string(), articles: z.int(), shared: z.int() });

/**
 * What giving articles out comes to. `articles`: those that are meant; `shared`: those that several people get; `leftOut`: those that
 * somebody has already, and that are not given out again. `pairs`: articles times people; `changed`: those of them that are new, or
 * blind now and were not, or the other way round.
 */
export const DealReport = z.object({
  articles: z.int(),
  shared: z.int(),
  leftOut: z.int(),
  pairs: z.int(),
  changed: z.int(),
  people: z.array(Dealt),
  outlets: z.array(
    z.object({ outlet: z.string().nullable(), articles: z.int(), shared: z.int(), people: z.array(Dealt) }),
  ),
});
export type DealReport = z.infer<typeof DealReport>;

/**
 * How far articles are, in numbers. `waiting`: nobody, or that person, has begun; `tagging`, `done`: by that person's own mark, or by the
 * state of the article; `inReview`, `checked`: by the state of the article. `shared`: those that several people tag or have to;
 * `sharedDone`: those of them that all of these are done with.
 */
const Progress = z.object({
  articles: z.int(),
  waiting: z.int(),
  tagging: z.int(),
  done: z.int(),
  inReview: z.int(),
  checked: z.int(),
  shared: z.int(),
  sharedDone: z.int(),
});

/** Of a person: the articles that they have or began; `assigned`: those that they were given. Of an outlet: all of its articles. */
export const WorkProgress = z.object({
  people: z.array(Progress.extend({ person: z.string(), assigned: z.int(), blind: z.int() })),
  outlets: z.array(Progress.extend({ outlet: z.string().nullable(), assigned: z.int() })),
});
export type WorkProgress = z.infer<typeof WorkProgress>;

/** A number of `WorkProgress` to list the articles behind. */
export const WorkStage = z.enum([
  'articles',
  'assigned',
  'waiting',
  'tagging',
  'done',
  'inReview',
  'checked',
  'shared',
  'sharedDone',
  'blind',
]);
export type WorkStage = z.infer<typeof WorkStage>;

/** An article with who has it or began it. `mark`: what that person said of their own work; null where they did not begin. */
export const WorkArticle = z.object({
  article: ArticleId,
  title: z.string(),
  outlet: z.string().nullable(),
  date: PartialDate.nullable(),
  state: ArticleState,
  people: z.array(
    z.object({ person: z.string(), mark: WorkState.nullable(), isAssigned: z.boolean(), isBlind: z.boolean() }),
  ),
});
export type WorkArticle = z.infer<typeof WorkArticle>;
