import type { Codebook } from '#shared/domain/codebook';
import { escapeXml } from '../xml/escape-xml.ts';

/** Ids of labels and kinds of relation, which the header explains, by name. */
export type Categories = { label: ReadonlyMap<string, string>; kind: ReadonlyMap<string, string>; declaration: string };

/** What labels and kinds a file of this codebook names, and the header's part that says what they are. */
export function nameCategories({ labels, relationKinds }: Codebook): Categories {
  const number = (prefix: string, names: readonly string[]) =>
    new Map(names.map((name, n) => [name, `${prefix}-${n + 1}`]));
  const label = number(
    'label',
    labels.map(({ name }) => name),
  );
  const kind = number(
    'kind',
    relationKinds.map(({ name }) => name),
  );
  const declare = (id: string, ids: ReadonlyMap<string, string>) =>
    ids.size === 0
      ? []
      : [
          `<taxonomy xml:id="${id}">`,
          ...Array.from(
            ids,
            ([name, each]) =>
              `<category xml:id="${each}"><catDesc xml:space="preserve">${escapeXml(name)}</catDesc></category>`,
          ),
          '</taxonomy>',
        ];
  const taxonomies = [...declare('labels', label), ...declare('relations', kind)];
  const declaration =
    taxonomies.length === 0
      ? ''
      : ['<encodingDesc>', '<classDecl>', ...taxonomies, '</classDecl>', '</encodingDesc>', ''].join('\n');
  return { label, kind, declaration };
}

/** A name as TEI has names of relations and features; what it cannot have of it is said beside. */
export function toTeiName(original: string): string {
  const name = original.replace(/[^A-Za-z0-9_.-]+/gu, '_');
  return /^[A-Za-z_]/u.test(name) ? name : `n_${name}`;
}
