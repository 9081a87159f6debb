import { isEntityValue, isSpanValue, type AttributeType, type AttributeValue } from '../../domain/attribute.ts';

const oneOf = (options: readonly string[]) =>
  options.length === 0 ? 'an option, and it has none yet' : options.join(', ');

/** What a value of an attribute has to look like. */
export function expectedWords(type: AttributeType, options: readonly string[]): string {
  switch (type) {
    case 'text':
      return 'words';
    case 'number':
      return 'a number, as 4 or 2.5';
    case 'date':
      return 'a date, as 2019, 2019-01 or 2019-01-16';
    case 'choice':
      return `one of: ${oneOf(options)}`;
    case 'choices':
      return `some of: ${oneOf(options)}`;
    case 'yes-no':
      return 'yes or no';
    case 'entity':
      return options.length === 0 ? 'the name of an entity' : `the name of an entity, or ${options.join(', ')}`;
    case 'span':
      return 'a span, as 12-40 or ARTICLE:12-40';
    case 'group':
      return 'its fields by name';
  }
}

/** Why a value does not fit the codebook as it is now. */
export const misfitWords = {
  'other-label': 'the label does not have this attribute',
  'attribute-retired': 'the attribute is retired',
  'option-retired': 'the option is retired or gone',
  'other-type': 'the attribute has another type now',
  several: 'the attribute takes one value now',
} as const;

/** What an import of a codebook could not take over, and why. */
export const leftWords = {
  name: 'another has this name here',
  key: (key: string, label: string | null) =>
    label === null ? `the key ${key} belongs to a command of the app` : `the key ${key} belongs to ${label} here`,
  group: 'a group stays a group, and a list of groups a list',
} as const;

/** A value in one line. */
export function valueWords(value: AttributeValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(valueWords).join(', ');
  if (isEntityValue(value)) return value.name;
  if (isSpanValue(value)) return `“${value.quote}”`;
  const fields = Object.entries(value as Record<string, AttributeValue>);
  return `(${fields.map(([name, field]) => `${name} ${valueWords(field)}`).join(', ')})`;
}

const things = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

const plurals: Record<AttributeType, string> = {
  text: 'texts',
  number: 'numbers',
  date: 'dates',
  choice: 'choices',
  choices: 'choices',
  'yes-no': 'answers',
  entity: 'entities',
  span: 'words of texts',
  group: 'groups',
};

/** Words of the codebook's window. */
export const codebookMessages = {
  title: 'Codebook',
  menu: 'Codebook…',
  aside: (version: string) => `version ${version.slice(0, 4)}; changing it never loses a value`,
  labels: 'Labels',
  newLabel: 'New label',
  newLabelHint: 'Its name, as people will read it',
  addLabel: 'Add label',
  export: 'Export…',
  exported: (where: string | null) => (where === null ? 'The codebook is being downloaded.' : `Exported to ${where}.`),
  import: 'Import…',
  importTitle: 'Import a codebook',
  importFound: (file: string) => `What “${file}” would do`,
  takeOver: 'Take it over',
  takenOver: 'Codebook taken over',
  nothingToTake: 'This corpus has all of it already.',
  added: 'Added',
  changed: 'Changed',
  left: 'Left as they are here',
  onlyHere: 'Only here, and kept',
  same: (n: number) => `${things(n, 'thing')} the same.`,
  misfits: (n: number) => (n === 0 ? 'Every value fits' : `${things(n, 'value')} no longer fit${n === 1 ? 's' : ''}`),
  misfitsTitle: 'Values that no longer fit',
  misfitsNone: 'Nothing to look at',
  misfitsWhy: 'Each is kept where it is. Open one to change it, or change the codebook back.',
  misfitsFirst: (shown: number, total: number) => `The first ${shown} of ${total}.`,
  openMisfit: (attribute: string, value: string) => `Open ${attribute}: ${value}`,
  columns: { label: 'label', attribute: 'attribute', value: 'value', why: 'why' },
  editing: (name: string) => `Label ${name}`,
  name: 'Name',
  key: 'Key',
  keyHint: 'A letter or digit; empty for none',
  guideline: 'Guideline',
  guidelineHint: 'What is tagged with it, where it begins and ends, and what is not.',
  colour: 'Colour',
  colours: {
    actor: 'blue',
    location: 'green',
    claim: 'orange',
    'label-4': 'ochre',
    'label-5': 'pink',
    'label-6': 'teal',
    'label-7': 'olive',
    'label-8': 'grey',
  },
  line: 'Line',
  lines: {
    solid: 'solid',
    double: 'double',
    bracketed: 'in brackets',
    dotted: 'dots',
    'dash-dot': 'dash and dot',
    thick: 'thick',
    'fine-dotted': 'fine dots',
    thin: 'thin',
  },
  preview: 'As it looks',
  sample: ['The ', 'Harbour Authority', ' said that the jetty would stay shut.'],
  excludes: 'Not at once with',
  entityKinds: 'Kinds of its entities',
  entityKindsHint: 'Parted by commas; none where it has no entities',
  retire: 'Retire label',
  bringBack: 'Bring back',
  retired: 'retired',
  up: 'Move up',
  down: 'Move down',
  examples: 'Examples',
  exampleQuote: 'Words',
  exampleRemark: 'Remark',
  exampleFits: 'fits',
  addExample: 'Add example',
  removeExample: (quote: string) => `Remove example “${quote}”`,
  attributes: 'Attributes',
  noAttributes: 'Nothing more is asked about a tag of this label.',
  attributeName: (within: string | null) => (within === null ? 'New attribute' : `New field of ${within}`),
  addAttribute: (within: string | null) => (within === null ? 'Add attribute' : `Add field to ${within}`),
  /** Before an attribute's name. */
  edit: 'Edit',
  type: 'Type',
  types: {
    text: 'text',
    number: 'number',
    date: 'date',
    choice: 'choice',
    choices: 'several choices',
    'yes-no': 'yes or no',
    entity: 'entity',
    span: 'words of a text',
    group: 'group of fields',
  },
  list: 'list',
  listOf: (type: AttributeType) => `list of ${plurals[type]}`,
  required: 'required',
  options: 'Options',
  optionsHint: 'One a line. What is taken away is retired: it stays where it was chosen.',
  wordsFor: 'Words that may stand for one',
  fields: (name: string) => `Fields of ${name}`,
  retireAttribute: (name: string) => `Retire ${name}`,
  bringBackAttribute: (name: string) => `Bring back ${name}`,
} as const;
