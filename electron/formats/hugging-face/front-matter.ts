import type { CardFacts } from '../format.ts';
import { features, toYaml } from './features.ts';

/** Licences that the hub knows by these ids. */
const LICENCES = new Set(
  'cc0-1.0 cc-by-4.0 cc-by-3.0 cc-by-2.0 cc-by-sa-4.0 cc-by-sa-3.0 cc-by-nc-4.0 cc-by-nc-3.0 cc-by-nd-4.0 cc-by-nc-sa-4.0 cc-by-nc-sa-3.0 cc-by-nc-nd-4.0 cc-by-nc-nd-3.0 odbl pddl odc-by mit apache-2.0'.split(
    ' ',
  ),
);

const SIZES = [
  [1_000, 'n<1K'],
  [10_000, '1K<n<10K'],
  [100_000, '10K<n<100K'],
  [1_000_000, '100K<n<1M'],
  [10_000_000, '1M<n<10M'],
  [Infinity, '10M<n<100M'],
] as const;

/** A string of JSON is one of YAML too, but for characters that end lines there. */
const toScalar = (words: string) =>
  JSON.stringify(words).replace(
    /[\u0085\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What the hub reads of a card: language, licence, size, which file is which split, and the columns. */
export function makeFrontMatter({ dataset, files, articles, languages }: CardFacts): string {
  const data = files.filter((name) => name.startsWith('data/'));
  const codes = [...new Set(languages.map((tag) => tag.split('-')[0]!.toLowerCase()))].sort();
  return [
    '---',
    `pretty_name: ${toScalar(dataset.title)}`,
    ...(codes.length > 0 ? ['language:', ...codes.map((code) => `- ${toScalar(code)}`)] : []),
    ...listLicence(dataset.licence),
    'task_categories:',
    '- token-classification',
    'tags:',
    '- news',
    '- span-annotation',
    '- galley',
    'size_categories:',
    `- ${SIZES.find(([most]) => articles < most)![1]}`,
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...data.flatMap((name) => [`  - split: ${name.replace(/^data\/|\.\w+$/gu, '')}`, `    path: ${name}`]),
    'dataset_info:',
    '  features:',
    ...toYaml(features, '  '),
    '---',
    '',
    '',
  ].join('\n');
}

function listLicence(licence: string): string[] {
  const id = licence.trim().toLowerCase().replace(/\s+/gu, '-');
  if (id === '') return ['license: unknown'];
  return LICENCES.has(id) ? [`license: ${id}`] : ['license: other', `license_name: ${toScalar(licence.trim())}`];
}
