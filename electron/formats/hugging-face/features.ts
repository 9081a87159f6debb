import type { SchemaElement } from 'hyparquet-writer';

/** What a column, or a field of the objects in one, holds; `null` may stand for it where it is `?`. */
type Feature = 'string' | 'string?' | 'int32' | { list: Features };
export type Features = { readonly [name: string]: Feature };

/** The columns of a dataset: every row has all of them. Values of attributes are JSON, as each label has its own. */
export const features = {
  id: 'string',
  text: 'string?',
  sha256: 'string',
  unit: 'string',
  title: 'string',
  outlet: 'string?',
  date: 'string?',
  language: 'string?',
  address: 'string?',
  byline: 'string?',
  annotations: {
    list: {
      id: 'string',
      label: 'string',
      start: 'int32',
      end: 'int32',
      spans: { list: { start: 'int32', end: 'int32', quote: 'string' } },
      entity: 'string?',
      entity_uid: 'string?',
      entity_link: 'string?',
      attributes: 'string',
      kept: 'string',
      annotator: 'string',
      state: 'string',
      note: 'string',
    },
  },
  relations: {
    list: {
      id: 'string',
      kind: 'string',
      symmetric: 'string',
      from: 'string',
      to: 'string',
      to_article: 'string',
      annotator: 'string',
      state: 'string',
      note: 'string',
    },
  },
} as const satisfies Features;

/** As a Parquet file says them; lists have the three levels that its specification asks for. */
export const toParquetSchema = (of: Features): SchemaElement[] => [
  { name: 'schema', num_children: Object.keys(of).length },
  ...toElements(of),
];

const toElements = (of: Features): SchemaElement[] =>
  Object.entries(of).flatMap(([name, feature]): SchemaElement[] => {
    if (typeof feature === 'object')
      return [
        { name, repetition_type: 'REQUIRED', converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'REQUIRED', num_children: Object.keys(feature.list).length },
        ...toElements(feature.list),
      ];
    const repetition = feature === 'string?' ? 'OPTIONAL' : 'REQUIRED';
    if (feature === 'int32') return [{ name, type: 'INT32', repetition_type: repetition }];
    return [
      {
        name,
        type: 'BYTE_ARRAY',
        repetition_type: repetition,
        converted_type: 'UTF8',
        logical_type: { type: 'STRING' },
      },
    ];
  });

/** As the card's front matter says them: lines of YAML, at the depth of a list's items. */
export const toYaml = (of: Features, indent = ''): string[] =>
  Object.entries(of).flatMap(([name, feature]) =>
    typeof feature === 'object'
      ? [`${indent}- name: ${name}`, `${indent}  list:`, ...toYaml(feature.list, `${indent}  `)]
      : [`${indent}- name: ${name}`, `${indent}  dtype: ${feature.replace('?', '')}`],
  );
