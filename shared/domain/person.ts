import { z } from 'zod';
import { AnnotatorId } from './ids.ts';
import { typedName } from './typed-text.ts';

/** Colours for people: told apart on light and dark ground, for lines and rings, never for text. A name or initials always stand beside. */
export const PERSON_COLOURS = [
  '#0072b2',
  '#009e73',
  '#d55e00',
  '#9a6700',
  '#ad5489',
  '#1a7d9c',
  '#7a6c00',
  '#77797f',
] as const;

/** Somebody who works or worked on the corpus. `tags` counts annotations that stand, of all layers. */
export const Person = z.object({
  uid: AnnotatorId,
  name: z.string(),
  initials: z.string(),
  colour: z.string().nullable(),
  tags: z.int(),
  reviews: z.int(),
});
export type Person = z.infer<typeof Person>;

export const PersonChanges = z
  .object({
    name: typedName(100),
    initials: typedName(4),
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/u, 'A colour is written like #0072b2')
      .nullable(),
  })
  .partial();
export type PersonChanges = z.infer<typeof PersonChanges>;
