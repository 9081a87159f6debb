import type { NewAttribute } from '#shared/domain/attribute';
import type { Label, LabelColour, LineStyle } from '#shared/domain/codebook';
import {
  builtInAttributes,
  builtInEntityKinds,
  builtInLabels,
  builtInRelationKinds,
} from '#shared/messages/en/built-ins';
import { deriveUid } from '../corpus/derive-uid.ts';
import { findRecord } from '../corpus/model/rows.ts';
import { getCodebook } from '../corpus/repositories/codebook-repository.ts';
import { insertAttribute } from './codebook-attributes.ts';
import { sameName } from './codebook.ts';
import type { StepWriter } from './write-step.ts';

type LabelName = keyof typeof builtInLabels;
const styles: readonly { name: LabelName; key: string; colour: LabelColour; line: LineStyle }[] = [
  { name: 'actor', key: 'A', colour: 'actor', line: 'solid' },
  { name: 'location', key: 'L', colour: 'location', line: 'double' },
  { name: 'claim', key: 'C', colour: 'claim', line: 'bracketed' },
];

type Described = {
  name: string;
  type: NewAttribute['type'];
  isList?: boolean;
  guideline?: string;
  options?: readonly string[];
  fields?: readonly Described[];
};

const toNewAttribute = ({
  name,
  type,
  isList = false,
  guideline = '',
  options = [],
  fields = [],
}: Described): NewAttribute => ({
  name,
  type,
  isList,
  isRequired: false,
  guideline,
  options: options.map((value) => ({ value, retired: false })),
  fields: fields.map((field) => toNewAttribute(field) as NewAttribute['fields'][number]),
});

/** The built-in labels of a new corpus. No mention is an actor and a location at once; claims hold both. */
export function insertBuiltInLabels(step: StepWriter): void {
  styles.forEach(({ name, ...style }, position) => {
    step.insert('label', deriveUid('label', name), {
      name,
      position,
      ...style,
      guideline: builtInLabels[name],
      retired: 0,
      excludes: [],
      examples: [],
      entity_kinds: toKinds(name),
    });
  });
  const [actor, location] = [deriveUid('label', 'actor'), deriveUid('label', 'location')];
  step.update('label', actor, { excludes: [{ excluded: location }] });
  step.update('label', location, { excludes: [{ excluded: actor }] });
}

const toKinds = (label: LabelName) => builtInEntityKinds[label].map((kind) => ({ kind }));

/**
 * Adds the built-in attributes, kinds of entities and kinds of relations that the corpus does not have; says whether any.
 *
 * Their uids follow from their names, so that two copies that are brought up to date apart have the same ones. A name that a
 * team uses already is the team's.
 */
export function addBuiltIns(step: StepWriter): boolean {
  const { labels } = getCodebook(step.db);
  const known = styles.flatMap(({ name }) => {
    const label = labels.find(({ uid }) => uid === deriveUid('label', name));
    return label ? [{ name, label }] : [];
  });
  const added = known.map(({ name, label }) => addAttributes(step, name, label));
  added.push(addRelationKinds(step, new Set(known.map(({ name }) => name))));
  return added.includes(true);
}

function addAttributes(step: StepWriter, name: LabelName, label: Label): boolean {
  const toUid = (path: string) => deriveUid('attribute', name, path);
  const described: readonly Described[] = builtInAttributes[name];
  const isNew = !described.some((attribute) => findRecord(step.db, 'attribute', toUid(attribute.name)));
  if (isNew && label.entityKinds.length === 0) step.update('label', label.uid, { entity_kinds: toKinds(name) });
  const missing = described.filter(
    (attribute) =>
      !findRecord(step.db, 'attribute', toUid(attribute.name)) &&
      !label.attributes.some((known) => sameName(known.name, attribute.name)),
  );
  const attributes = [...label.attributes];
  for (const attribute of missing)
    attributes.push(
      insertAttribute(step, { label: { ...label, attributes }, group: null }, toNewAttribute(attribute), toUid),
    );
  return missing.length > 0;
}

type RelationKindDescribed = {
  name: string;
  from: readonly LabelName[];
  to: readonly LabelName[];
  isSymmetric?: boolean;
  guideline: string;
};

function addRelationKinds(step: StepWriter, known: ReadonlySet<LabelName>): boolean {
  const { relationKinds } = getCodebook(step.db);
  const described: readonly RelationKindDescribed[] = builtInRelationKinds;
  const missing = described.filter(
    ({ name }) =>
      !relationKinds.some((kind) => kind.uid === deriveUid('relation_kind', name) || sameName(kind.name, name)),
  );
  const toEnds = (names: readonly LabelName[]) =>
    names.filter((name) => known.has(name)).map((name) => ({ label: deriveUid('label', name) }));
  missing.forEach(({ name, from, to, isSymmetric = false, guideline }, n) => {
    step.insert('relation_kind', deriveUid('relation_kind', name), {
      name,
      position: relationKinds.length + n,
      symmetric: Number(isSymmetric),
      guideline,
      retired: 0,
      from_labels: toEnds(from),
      to_labels: toEnds(to),
    });
  });
  return missing.length > 0;
}
