import type { Codebook } from '#shared/domain/codebook';
import { SHOWN_BY_GALLEY } from '#shared/messages/en/formats/brat';
import type { Chunk } from '../format.ts';
import { flatten } from './fragments.ts';
import type { TypeNames } from './type-names.ts';

/** Values that can stand in a list of them. */
const isPlainValue = (value: string) => /^[^\s,:|<>{}[\]]+$/u.test(value);

/** All types, without which brat shows them as unknown, and that any annotations may overlap. */
export function writeConfiguration({ labels, relationKinds }: Codebook, { nameOf }: TypeNames): Chunk {
  const kinds = relationKinds.map(({ name, isSymmetric }) => {
    const symmetric = isSymmetric ? ', <REL-TYPE>:symmetric' : '';
    return `${nameOf(name)}\tArg1:<ENTITY>, Arg2:<ENTITY>${symmetric}`;
  });
  const attributes = Map.groupBy(
    labels.flatMap((label) => label.attributes.map((attribute) => ({ label: label.name, attribute }))),
    ({ attribute }) => attribute.name,
  );
  const declared = Array.from(attributes, ([name, owners]) => {
    const values = new Set(
      owners.flatMap(({ attribute: { type, isList, options } }) =>
        isList
          ? []
          : type === 'choice'
            ? options.map(({ value }) => value)
            : type === 'yes-no'
              ? ['true', 'false']
              : [],
      ),
    );
    const listed = values.size > 0 && [...values].every(isPlainValue) ? `, Value:${[...values].join('|')}` : '';
    return `${nameOf(name)}\tArg:${owners.map(({ label }) => nameOf(label)).join('|')}${listed}`;
  });
  const overlap = '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>';
  const sections = {
    entities: labels.map(({ name }) => nameOf(name)),
    relations: [...kinds, overlap],
    events: [],
    attributes: declared,
  };
  const text = Object.entries(sections).map(([name, lines]) => `[${name}]\n\n${lines.map((l) => `${l}\n`).join('')}`);
  return { file: 'annotation.conf', text: text.join('\n') };
}

/** What brat shows for names that it cannot have. */
export const writeShown = ({ shown }: TypeNames): Chunk => ({
  file: 'visual.conf',
  text: [
    SHOWN_BY_GALLEY,
    '',
    '[labels]',
    '',
    ...shown.map(({ name, original }) => `${name} | ${flatten(original).replaceAll('|', ' ')}`),
    '',
    '[drawing]',
    '',
    'SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
    '',
  ].join('\n'),
});
