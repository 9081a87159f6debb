import type { Attribute } from '#shared/domain/attribute';
import type { Codebook } from '#shared/domain/codebook';
import { ARTICLE_TYPE, OWN_FEATURES, RELATION_TYPE, type TypeNames } from './name-types.ts';

/** One type of a type system. `description`: what people call it. */
export type TypeDescription = {
  name: string;
  description: string;
  supertype: string;
  features: { name: string; description: string; range: string }[];
};

const STRING = 'uima.cas.String';
const STRINGS = 'uima.cas.StringArray';
const ANNOTATION = 'uima.tcas.Annotation';

/** Whether the values of an attribute are strings in an array; all others are one string, for UIMA has no number that is missing. */
export const isStrings = ({ type, isList }: Pick<Attribute, 'type' | 'isList'>) =>
  isList ? ['text', 'date', 'choice'].includes(type) : type === 'choices';

const strings = (...names: string[]) => names.map((name) => ({ name, description: '', range: STRING }));

/** What is known of an article; `textSha256` where its text is another here. */
const ARTICLE_FEATURES = [
  'uid',
  'sha256',
  'textSha256',
  'title',
  'outlet',
  'date',
  'language',
  'address',
  'byline',
  'names',
] as const;

/** A type for each label with a feature for each attribute, one for relations, and one for what is known of the article. */
export const describeTypes = ({ labels }: Pick<Codebook, 'labels'>, names: TypeNames): TypeDescription[] => [
  {
    name: ARTICLE_TYPE,
    description: '',
    // not on any words: INCEpTION shows it as what is said of the document
    supertype: 'uima.cas.AnnotationBase',
    features: strings(...ARTICLE_FEATURES),
  },
  ...labels.map(({ name: label, guideline, attributes }) => ({
    name: names.typeOf(label),
    description: guideline === '' ? label : `${label}: ${guideline}`,
    supertype: ANNOTATION,
    features: [
      ...strings(...OWN_FEATURES),
      ...attributes.map((attribute) => ({
        name: names.featureOf(label, attribute.name),
        description: attribute.name,
        range: isStrings(attribute) ? STRINGS : STRING,
      })),
    ],
  })),
  {
    name: RELATION_TYPE,
    description: '',
    supertype: ANNOTATION,
    features: [
      // the names by which DKPro and INCEpTION know a relation
      { name: 'Governor', description: '', range: ANNOTATION },
      { name: 'Dependent', description: '', range: ANNOTATION },
      ...strings('kind', 'galleyUid', 'galleyAnnotator', 'galleyState', 'galleyNote'),
    ],
  },
];
