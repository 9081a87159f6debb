import { z } from 'zod';
import { LabelId } from './ids.ts';
import { typedName } from './typed-text.ts';

/** Token names: the colours themselves stand in renderer/styles/tokens.css. */
export const LabelColour = z.enum([
  'actor',
  'location',
  'claim',
  'label-4',
  'label-5',
  'label-6',
  'label-7',
  'label-8',
]);
export type LabelColour = z.infer<typeof LabelColour>;

/** How a label's rule is drawn, so that it is told from others without its colour. */
export const LineStyle = z.enum(['solid', 'double', 'bracketed', 'dotted', 'dash-dot', 'thick', 'fine-dotted', 'thin']);
export type LineStyle = z.infer<typeof LineStyle>;

/** A kind of annotation. `key` is the letter that tags with it; `excludes` names labels that cannot be meant at once. */
export const Label = z.object({
  uid: LabelId,
  name: z.string(),
  key: z.string().nullable(),
  colour: LabelColour,
  line: LineStyle,
  guideline: z.string(),
  excludes: z.array(z.string()),
  retired: z.boolean(),
});
export type Label = z.infer<typeof Label>;

export const Codebook = z.object({ version: z.string(), labels: z.array(Label) });
export type Codebook = z.infer<typeof Codebook>;

/** Colours and lines that a team's own labels take, in this order. */
export const STYLES_IN_ORDER: readonly { colour: LabelColour; line: LineStyle }[] = [
  { colour: 'label-4', line: 'dotted' },
  { colour: 'label-5', line: 'dash-dot' },
  { colour: 'label-6', line: 'thick' },
  { colour: 'label-7', line: 'fine-dotted' },
  { colour: 'label-8', line: 'thin' },
];

/** Letters of commands of the app, present and to come: no label can have them. */
export const RESERVED_KEYS: readonly string[] = ['Y', 'N', 'E', 'R', 'P', 'J', 'K'];

export const LabelName = typedName(60);
export const LabelKey = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z0-9]$/, 'A key is one letter or digit');
