import { z } from 'zod';
import { AttributeId, EntityId } from './ids.ts';
import { QuotedSpan } from './span.ts';
import { typedName, typedText } from './typed-text.ts';

/** What an attribute holds. A `group` holds named fields, each an attribute itself; any may be a list. */
export const AttributeType = z.enum([
  'text',
  'number',
  'date',
  'choice',
  'choices',
  'yes-no',
  'entity',
  'span',
  'group',
]);
export type AttributeType = z.infer<typeof AttributeType>;

/** One value that may be chosen; a retired one stays where it was chosen. */
export const AttributeOption = z.object({ value: typedName(200), retired: z.boolean().default(false) });
export type AttributeOption = z.infer<typeof AttributeOption>;

/**
 * A typed attribute of a label. `options`: what a choice may be; with an entity, the words that may stand for one
 * (`the outlet`, `unnamed`). `fields`: those of a group, in order.
 */
export type Attribute = {
  uid: AttributeId;
  name: string;
  type: AttributeType;
  isList: boolean;
  isRequired: boolean;
  guideline: string;
  options: AttributeOption[];
  fields: Attribute[];
  retired: boolean;
};
export const Attribute: z.ZodType<Attribute> = z.object({
  uid: AttributeId,
  name: z.string(),
  type: AttributeType,
  isList: z.boolean(),
  isRequired: z.boolean(),
  guideline: z.string(),
  options: z.array(AttributeOption),
  fields: z.lazy(() => z.array(Attribute)),
  retired: z.boolean(),
});

/** Points part the names in a path (`figures.0.min`), an equals sign ends it. */
const AttributeName = typedName(60).regex(/^(?!__)[^.=]+$/u, 'A name has no point and no equals sign in it');
const Options = z
  .array(AttributeOption)
  .max(500)
  .refine(
    (options) => new Set(options.map(({ value }) => value.toLowerCase())).size === options.length,
    'An option stands there twice',
  );

const settings = {
  name: AttributeName,
  isList: z.boolean(),
  isRequired: z.boolean(),
  guideline: typedText(10_000),
  options: Options,
  retired: z.boolean(),
};
const newSettings = {
  name: settings.name,
  isList: settings.isList.default(false),
  isRequired: settings.isRequired.default(false),
  guideline: settings.guideline.default(''),
  options: settings.options.default([]),
};
/** A field of a group; groups are not put into groups. */
export const NewField = z.object({ ...newSettings, type: AttributeType.exclude(['group']) });
export type NewField = z.infer<typeof NewField>;
export const NewAttribute = z.object({
  ...newSettings,
  type: AttributeType,
  fields: z.array(NewField).max(50).default([]),
});
export type NewAttribute = z.infer<typeof NewAttribute>;

/** `position` counts from 0 among the attributes of the label, or the fields of the group. */
export const AttributeChanges = z
  .object({ ...settings, type: AttributeType, position: z.int().nonnegative() })
  .partial();
export type AttributeChanges = z.infer<typeof AttributeChanges>;

/** An entity as a value says it: known by uid, shown by name. */
export const EntityValue = z.object({ entity: EntityId, name: z.string() });
export type EntityValue = z.infer<typeof EntityValue>;
/** Words of an article, this one or another. Unit: UTF-16 code units, half-open. */
export const SpanValue = QuotedSpan.extend({ article: z.string() });
export type SpanValue = z.infer<typeof SpanValue>;

/**
 * A value of an attribute: text, date and choice are strings; several choices an array of them; an entity
 * `{entity, name}` or one of the attribute's words; a span `{article, start, end, quote}`; a group an object by field name;
 * a list an array of any of these.
 */
export type AttributeValue =
  string | number | boolean | EntityValue | SpanValue | { [field: string]: AttributeValue } | AttributeValue[];
export const AttributeValue: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    EntityValue,
    SpanValue,
    z.record(z.string(), AttributeValue),
    z.array(AttributeValue),
  ]),
);
export const AttributeValues = z.record(z.string(), AttributeValue);
export type AttributeValues = z.infer<typeof AttributeValues>;

const simpleInput = z.union([typedText(10_000), z.number(), z.boolean()]);
/** A value as a caller gives it; an entity may be given by its name, a span without its article and quote. */
export type ValueInput = string | number | boolean | { [field: string]: ValueInput } | ValueInput[] | null;
const ValueInput: z.ZodType<ValueInput> = z.lazy(() =>
  z.union([simpleInput, z.null(), z.array(ValueInput).max(1000), z.record(typedText(100), ValueInput)]),
);
/** By name of attribute; what is not named stays as it is, null takes a value away. */
export const ValuesInput = z.record(typedText(100), ValueInput);
export type ValuesInput = z.infer<typeof ValuesInput>;

export const isEntityValue = (value: AttributeValue): value is EntityValue => EntityValue.safeParse(value).success;

export const isSpanValue = (value: AttributeValue): value is SpanValue => SpanValue.safeParse(value).success;

/** The items of a value that may be a list, or be missing. */
export const toItems = (value: AttributeValue | undefined): AttributeValue[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Paths of required attributes, and of required fields of groups that are there, that have no value yet. */
export function listToFill(attributes: readonly Attribute[], values: AttributeValues, within = ''): string[] {
  return attributes
    .filter(({ retired }) => !retired)
    .flatMap((attribute) => {
      const { name, type, fields, isRequired, isList } = attribute;
      const value = values[name];
      if (value === undefined) return isRequired ? [within + name] : [];
      if (type !== 'group') return [];
      return toItems(value).flatMap((item, n) =>
        listToFill(fields, item as AttributeValues, `${within}${name}.${isList ? `${n}.` : ''}`),
      );
    });
}
