import { z } from 'zod';
import { AnnotationId, EntityId, RuleId } from './ids.ts';
import { SearchHit } from './search.ts';

/** Where a name is looked for: in the article of the annotation, in all articles of its outlet, or in all. */
export const PropagationScope = z.enum(['article', 'outlet', 'corpus']);
export type PropagationScope = z.infer<typeof PropagationScope>;

/**
 * How a name is looked for. `matchCase`: where it is not said, for short names in capitals. `matchLetters`: kinds of Arabic letters (hamza, ta marbuta, ya, kaf, digits) make a difference; they and
 * marks make none otherwise. `withAliases`: also by the other names of its entity, but for those that say it never by themselves.
 * `skipTagged`: not where the person has tagged an overlapping place with the same label or with one that excludes it.
 */
export const PropagationOptions = z.object({
  wholeWord: z.boolean().default(true),
  matchCase: z.boolean().optional(),
  matchMarks: z.boolean().default(false),
  matchLetters: z.boolean().default(false),
  withAliases: z.boolean().default(true),
  skipTagged: z.boolean().default(true),
});
export type PropagationOptions = z.infer<typeof PropagationOptions>;

/** A place where the name stands. `form`: as it was sought. `tagged`: the person's own annotation that stands there already. */
export const PropagationHit = SearchHit.extend({ form: z.string(), tagged: AnnotationId.nullable() });
export type PropagationHit = z.infer<typeof PropagationHit>;

/**
 * What was propagated and is offered again in articles that come later. `label`, `entity`, `outlet` and `annotator` are names; an
 * outlet of null means the whole corpus. `forms`: as tagged; the entity's aliases are looked up each time.
 */
export const PropagationRule = z.object({
  uid: RuleId,
  label: z.string(),
  entity: z.string().nullable(),
  entityUid: EntityId.nullable(),
  outlet: z.string().nullable(),
  annotator: z.string(),
  forms: z.array(z.string()),
  ...PropagationOptions.omit({ skipTagged: true }).required().shape,
  retired: z.boolean(),
});
export type PropagationRule = z.infer<typeof PropagationRule>;

/** Whether words are so short and so plainly capitals (IS, US, HTS) that without their case they would be other words. */
export const needsItsCase = (words: string): boolean => /^\P{L}*(?:\p{Lu}\P{L}*){1,4}$/u.test(words);
