import { ExpectedError } from '#shared/errors';
import type { Attribute, AttributeChanges, NewAttribute } from '#shared/domain/attribute';
import type { Codebook, Label } from '#shared/domain/codebook';
import { AttributeId } from '#shared/domain/ids';
import type { Corpus } from '../corpus/open-corpus.ts';
import { changeCodebook, getLabel, moveTo, sameName } from './codebook.ts';
import type { StepWriter } from './write-step.ts';

/** Where an attribute is put: behind the others of a label, or of a group of it. */
type Owner = { label: Label; group: Attribute | null };
/** Gives the uid of what stands at that path of its label. */
type ToUid = (path: string) => string;

/** Adds an attribute, or a field to a group. Errors: label-unknown, attribute-unknown, attribute-exists, attribute-group-stays. */
export const addAttribute = (
  corpus: Corpus,
  annotator: string,
  { label: name, group, attribute }: { label: string; group?: string | undefined; attribute: NewAttribute },
): Codebook =>
  changeCodebook(corpus, annotator, (step) => {
    const label = getLabel(step.db, name);
    const owner = { label, group: group === undefined ? null : getAttribute(label, group).attribute };
    insertAttribute(step, owner, attribute, () => corpus.environment.newUid());
  });

/** Changes an attribute or field; what no longer fits it is kept. Errors: those of `addAttribute`. */
export const updateAttribute = (
  corpus: Corpus,
  annotator: string,
  { label: name, attribute: path, changes }: { label: string; attribute: string; changes: AttributeChanges },
): Codebook =>
  changeCodebook(corpus, annotator, (step) => {
    const label = getLabel(step.db, name);
    const { attribute, group } = getAttribute(label, path);
    changeAttribute(step, { label, group }, attribute, changes);
  });

/** The attribute `name`, or the field `group.name`. Errors: attribute-unknown. */
function getAttribute(label: Label, path: string): { attribute: Attribute; group: Attribute | null } {
  const [first, second, ...rest] = path.split('.');
  const attribute = label.attributes.find(({ name }) => sameName(name, first!));
  if (attribute && second === undefined) return { attribute, group: null };
  const field = attribute?.fields.find(({ name }) => sameName(name, second!));
  if (attribute && field && rest.length === 0) return { attribute: field, group: attribute };
  const known = label.attributes.map(({ name }) => name).join(', ');
  throw new ExpectedError('attribute-unknown', { attribute: path, label: label.name, known });
}

const listSiblings = ({ label, group }: Owner) => (group ? group.fields : label.attributes);

/** Puts it behind its siblings, with its fields; gives it. Errors: attribute-exists, attribute-group-stays. */
export function insertAttribute(step: StepWriter, owner: Owner, attribute: NewAttribute, toUid: ToUid): Attribute {
  const { name, type, isList, isRequired, guideline, options, fields } = attribute;
  const { label, group } = owner;
  const siblings = listSiblings(owner);
  checkName(owner, siblings, name, null);
  if (group && (group.type !== 'group' || type === 'group'))
    throw new ExpectedError('attribute-group-stays', { attribute: group.name });
  const uid = AttributeId.parse(toUid(group ? `${group.name}.${name}` : name));
  step.insert('attribute', uid, {
    label: label.uid,
    parent: group?.uid ?? null,
    name,
    position: siblings.length,
    type,
    list: Number(isList),
    required: Number(isRequired),
    guideline,
    retired: 0,
    options: toOptions(options),
  });
  const inserted: Attribute = { ...attribute, uid, fields: [], retired: false };
  for (const field of type === 'group' ? fields : [])
    inserted.fields.push(insertAttribute(step, { label, group: inserted }, { ...field, fields: [] }, toUid));
  return inserted;
}

/** Errors: attribute-exists, attribute-group-stays. */
export function changeAttribute(step: StepWriter, owner: Owner, attribute: Attribute, changes: AttributeChanges): void {
  const { name, type = attribute.type, isList = attribute.isList, isRequired, guideline, options, retired } = changes;
  const siblings = listSiblings(owner);
  if (name !== undefined) checkName(owner, siblings, name, attribute.uid);
  // the places of the values in a group would no longer be told apart
  const isGroup = attribute.type === 'group';
  if (isGroup !== (type === 'group') || (isGroup && isList !== attribute.isList))
    throw new ExpectedError('attribute-group-stays', { attribute: attribute.name });
  step.update('attribute', attribute.uid, {
    ...(name !== undefined && { name }),
    type,
    list: Number(isList),
    ...(isRequired !== undefined && { required: Number(isRequired) }),
    ...(guideline !== undefined && { guideline }),
    ...(options && { options: toOptions(options) }),
    ...(retired !== undefined && { retired: Number(retired) }),
  });
  if (changes.position !== undefined) moveTo(step, 'attribute', siblings, attribute.uid, changes.position);
}

const toOptions = (options: Attribute['options']) =>
  options.map(({ value, retired }) => ({ value, retired: Number(retired) }));

/** Errors: attribute-exists. */
function checkName({ label, group }: Owner, siblings: readonly Attribute[], name: string, except: string | null): void {
  const other = siblings.find((attribute) => sameName(attribute.name, name) && attribute.uid !== except);
  if (other) throw new ExpectedError('attribute-exists', { attribute: other.name, of: group?.name ?? label.name });
}
