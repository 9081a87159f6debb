import { z } from 'zod';

/**
 * The beginning of a uid, long enough to be typed by a person; the worker resolves it or says that it is not unique.
 *
 * Unit: 8 to 36 characters of the usual 8-4-4-4-12 writing, lower case.
 */
const uidOrBeginning = z
  .string()
  .regex(/^[0-9a-f]{8}[0-9a-f-]{0,28}$/, 'A uid, or its first 8 or more characters, is expected');

export const ArticleId = z.uuid().brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;
export const ArticleRef = uidOrBeginning.brand<'ArticleRef'>();
export type ArticleRef = z.infer<typeof ArticleRef>;

export const AnnotationId = z.uuid().brand<'AnnotationId'>();
export type AnnotationId = z.infer<typeof AnnotationId>;
export const AnnotationRef = uidOrBeginning.brand<'AnnotationRef'>();
export type AnnotationRef = z.infer<typeof AnnotationRef>;

export const LabelId = z.uuid().brand<'LabelId'>();
export type LabelId = z.infer<typeof LabelId>;
export const OutletId = z.uuid().brand<'OutletId'>();
export type OutletId = z.infer<typeof OutletId>;
export const StepId = z.uuid().brand<'StepId'>();
export type StepId = z.infer<typeof StepId>;

/** Names a file or folder that a door gave out; a page never sees a path. */
export const Handle = z.string().min(1).max(200).brand<'Handle'>();
export type Handle = z.infer<typeof Handle>;

export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
