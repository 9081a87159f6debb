import { z } from 'zod';
import { Attribute, AttributeValue } from './attribute.ts';
import { AnnotationId, ArticleId, LabelId } from './ids.ts';
import { RelationKind } from './relation.ts';
import { typedName, typedText } from './typed-text.ts';

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

/** Words that show what a label is meant for, or what it is not. */
export const LabelExample = z.object({ quote: typedName(1000), remark: typedText(1000), fits: z.boolean() });
export type LabelExample = z.infer<typeof LabelExample>;

/**
 * A kind of annotation. `key` is the letter that tags with it; `excludes` names labels that cannot be meant at once;
 * `entityKinds`: what an entity of it may be, none where it has no entities.
 */
export const Label = z.object({
  uid: LabelId,
  name: z.string(),
  key: z.string().nullable(),
  colour: LabelColour,
  line: LineStyle,
  guideline: z.string(),
  examples: z.array(LabelExample),
  excludes: z.array(z.string()),
  entityKinds: z.array(z.string()),
  attributes: z.array(Attribute),
  retired: z.boolean(),
});
export type Label = z.infer<typeof Label>;

/** `version` is the SHA-256 of all the rest: equal codebooks have one name everywhere. */
export const Codebook = z.object({
  version: z.string(),
  labels: z.array(Label),
  relationKinds: z.array(RelationKind),
});
export type Codebook = z.infer<typeof Codebook>;

/** More labels than anybody tells apart; a key has to be found for each that is used often. */
export const MOST_LABELS = 50;
/** Of one label, and of a codebook: what its file takes (docs/codebook.md). */
export const MOST_ATTRIBUTES = 200;
export const MOST_RELATION_KINDS = 200;

type Style = { colour: LabelColour; line: LineStyle };

const COLOURS = ['label-4', 'label-5', 'label-6', 'label-7', 'label-8', 'actor', 'location', 'claim'] as const;
const LINES = ['dotted', 'dash-dot', 'thick', 'fine-dotted', 'thin', 'solid', 'double', 'bracketed'] as const;

/** The line that is drawn for a colour unless a label says otherwise. */
export const lineOf = (colour: LabelColour): LineStyle => LINES[COLOURS.indexOf(colour)]!;

/** Styles for a team's own labels: each colour with the line that is drawn for it, then again with the next line. */
const STYLES_IN_ORDER: readonly Style[] = LINES.flatMap((_, turn) =>
  COLOURS.map((colour, n) => ({ colour, line: LINES[(n + turn) % LINES.length]! })),
);

/** The first colour and line that no label has together: there are more than there may be labels. */
export const findFreeStyle = (labels: readonly Style[]): Style =>
  STYLES_IN_ORDER.find((style) => !labels.some(({ colour, line }) => colour === style.colour && line === style.line))!;

/** Letters of commands of the app, present and to come: no label can have them. */
export const RESERVED_KEYS: readonly string[] = ['Y', 'N', 'E', 'R', 'P', 'J', 'K'];

const LabelName = typedName(60);
const LabelKey = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z0-9]$/, 'A key is one letter or digit');

const settings = {
  name: LabelName,
  key: LabelKey.nullable(),
  guideline: typedText(10_000),
  examples: z.array(LabelExample).max(100),
  excludes: z.union([z.literal('all'), z.array(z.string()).max(MOST_LABELS)]),
  entityKinds: z.array(typedName(60)).max(100),
};
/** `excludes`: names of labels that cannot be meant at once with this one, or `all`. A style that is not given is found. */
export const NewLabel = z.object({
  name: settings.name,
  key: settings.key.default(null),
  colour: LabelColour.optional(),
  line: LineStyle.optional(),
  guideline: settings.guideline.default(''),
  examples: settings.examples.default([]),
  excludes: settings.excludes.default([]),
  entityKinds: settings.entityKinds.default([]),
});
/** As a caller gives it: all but the name may be left out. */
export type NewLabel = z.input<typeof NewLabel>;

/** `position` counts from 0 among all labels. */
export const LabelChanges = z
  .object({
    ...settings,
    colour: LabelColour,
    line: LineStyle,
    retired: z.boolean(),
    position: z.int().nonnegative(),
  })
  .partial();
export type LabelChanges = z.infer<typeof LabelChanges>;

/** A value that does not fit the codebook as it is now, where it is kept, and why. */
export const Misfit = z.object({
  annotation: AnnotationId,
  article: ArticleId,
  label: z.string(),
  attribute: z.string(),
  value: AttributeValue,
  why: z.enum(['other-label', 'attribute-retired', 'option-retired', 'other-type', 'several']),
});
export type Misfit = z.infer<typeof Misfit>;

/** One state of the codebook: when and by whom it was first kept, and how many annotations were made by it. */
export const CodebookVersion = z.object({
  version: z.string(),
  at: z.iso.datetime(),
  annotator: z.string(),
  annotations: z.int(),
  isNow: z.boolean(),
});
export type CodebookVersion = z.infer<typeof CodebookVersion>;
