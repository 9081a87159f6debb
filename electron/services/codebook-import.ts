import { ExpectedError } from '#shared/errors';
import type { Attribute } from '#shared/domain/attribute';
import { RESERVED_KEYS, type Label } from '#shared/domain/codebook';
import {
  CODEBOOK_FORMAT,
  CodebookFile,
  type FileAttribute,
  type FileLabel,
  type FileRelationKind,
  type ImportedCodebook,
} from '#shared/domain/codebook-file';
import type { RelationKind, RelationKindChanges } from '#shared/domain/relation';
import { leftWords } from '#shared/messages/en/codebook';
import type { KindName } from '../corpus/model/kinds.ts';
import { findRecord } from '../corpus/model/rows.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { getCodebook } from '../corpus/repositories/codebook-repository.ts';
import { changeAttribute, insertAttribute } from './codebook-attributes.ts';
import { changeCodebook, changeLabel, insertLabel, sameName } from './codebook.ts';
import type { StepWriter } from './write-step.ts';

/** Thrown once all is known, so that nothing of it is kept. */
class OnlyLooking extends Error {}

/** One import: its step, where uids come from, what it says in the end, and what each label of the file is here. */
type Import = {
  step: StepWriter;
  newUid: () => string;
  report: ImportedCodebook;
  labelsHere: Map<string, string>;
};
type Named = { uid: string; name: string };
type Given = { uid?: string | undefined; name: string };

/**
 * Takes over what the text of a codebook's file says, as one step: adds what is new, changes what differs, leaves the rest, and
 * says which. With `dryRun` nothing is kept. Errors: codebook-file-unreadable, codebook-file-newer, labels-full.
 */
export function importCodebook(
  corpus: Corpus,
  annotator: string,
  { text, dryRun }: { text: string; dryRun: boolean },
): ImportedCodebook {
  const file = parseFile(text);
  const report: ImportedCodebook = { added: [], changed: [], same: 0, left: [], onlyHere: [] };
  try {
    changeCodebook(corpus, annotator, (step) => {
      const { newUid } = corpus.environment;
      takeOver({ step, newUid, report, labelsHere: new Map() }, file);
      if (dryRun) throw new OnlyLooking();
    });
  } catch (error) {
    if (!(error instanceof OnlyLooking)) throw error;
  }
  return report;
}

/** Errors: codebook-file-unreadable, codebook-file-newer. */
function parseFile(text: string): CodebookFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new ExpectedError('codebook-file-unreadable', { detail: (error as Error).message });
  }
  const { format } = (typeof json === 'object' ? (json ?? {}) : {}) as { format?: unknown };
  if (typeof format === 'number' && format > CODEBOOK_FORMAT)
    throw new ExpectedError('codebook-file-newer', { format, known: CODEBOOK_FORMAT });
  const parsed = CodebookFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ExpectedError('codebook-file-unreadable', { detail: `${issue!.path.join('.')}: ${issue!.message}` });
}

function takeOver(work: Import, file: CodebookFile): void {
  const before = getCodebook(work.step.db);
  for (const label of file.labels) takeLabel(work, label);
  for (const label of file.labels) takeExclusions(work, label);
  for (const kind of file.relationKinds) takeRelationKind(work, kind);
  const inFile = (listed: readonly Given[], { uid, name }: Named) =>
    listed.some((given) => given.uid === uid || sameName(given.name, name));
  work.report.onlyHere.push(
    ...before.labels.filter((label) => !inFile(file.labels, label)).map(({ name }) => name),
    ...before.relationKinds.filter((kind) => !inFile(file.relationKinds, kind)).map(({ name }) => name),
  );
}

/** The one here that is meant: by uid, else by name. */
const findHere = <T extends Named>(all: readonly T[], { uid, name }: Given): T | undefined =>
  all.find((each) => each.uid === uid) ?? all.find((each) => sameName(each.name, name));

/** The uid that a thing has in the file, so that both corpora know it as one; a new one where that is taken here. */
const toUid = ({ step, newUid }: Import, kind: KindName, { uid }: Given) =>
  uid === undefined || findRecord(step.db, kind, uid) ? newUid() : uid;

const getLabelHere = ({ step }: Import, uid: string): Label =>
  getCodebook(step.db).labels.find((label) => label.uid === uid)!;

function takeLabel(work: Import, given: FileLabel): void {
  const { labels } = getCodebook(work.step.db);
  const here = findHere(labels, given);
  const label = { ...given, ...leaveTaken(work, labels, given, here) };
  const uid = here?.uid ?? toUid(work, 'label', given);
  work.labelsHere.set(given.name.toLowerCase(), uid);
  if (here) {
    changeWhatDiffers(work, label.name, here, pickLabel(label), (changes) => changeLabel(work.step, here, changes));
  } else {
    insertLabel(work.step, uid, { ...label, excludes: [] });
    if (label.retired) changeLabel(work.step, getLabelHere(work, uid), { retired: true });
    work.report.added.push(label.name);
  }
  for (const attribute of given.attributes) takeAttribute(work, uid, null, attribute);
  if (here) sayOnlyHere(work, label.name, here.attributes, given.attributes);
}

const pickLabel = ({ name, key, colour, line, guideline, examples, entityKinds, retired }: FileLabel) => ({
  name,
  key,
  colour,
  line,
  guideline,
  examples,
  entityKinds,
  retired,
});

/** A name or key that another label here has stays with it. */
function leaveTaken({ report }: Import, labels: Label[], given: FileLabel, here: Label | undefined) {
  const others = labels.filter(({ uid }) => uid !== here?.uid);
  const hasName = others.some(({ name }) => sameName(name, given.name));
  const owner = others.find(({ key, retired }) => key !== null && key === given.key && !retired);
  const isTaken =
    given.key !== null && given.key !== here?.key && (owner !== undefined || RESERVED_KEYS.includes(given.key));
  if (hasName) report.left.push({ what: given.name, why: leftWords.name });
  if (isTaken) report.left.push({ what: given.name, why: leftWords.key(given.key!, owner?.name ?? null) });
  return { name: hasName && here ? here.name : given.name, key: isTaken ? (here?.key ?? null) : given.key };
}

/** Sets the fields that are otherwise in the file, and says which. */
function changeWhatDiffers<F extends object>(
  { report }: Import,
  what: string,
  here: object,
  fields: F,
  change: (changes: Partial<F>) => void,
): void {
  const known = here as Record<string, unknown>;
  const differing = Object.entries(fields).filter(
    ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(known[field]),
  );
  if (differing.length === 0) report.same += 1;
  else {
    change(Object.fromEntries(differing) as Partial<F>);
    report.changed.push({ what, fields: differing.map(([field]) => field) });
  }
}

/** What both the file and this corpus name is excluded as the file says; exclusions of labels that are only here stay. */
function takeExclusions(work: Import, given: FileLabel): void {
  const label = getLabelHere(work, work.labelsHere.get(given.name.toLowerCase())!);
  const { labels } = getCodebook(work.step.db);
  const inFile = new Set(work.labelsHere.values());
  const uids =
    given.excludes === 'all' ? [...inFile] : given.excludes.map((name) => work.labelsHere.get(name.toLowerCase()));
  const excludes = labels
    .filter(({ uid, name }) => (inFile.has(uid) ? uids.includes(uid) : label.excludes.includes(name)))
    .filter(({ uid }) => uid !== label.uid)
    .map(({ name }) => name);
  if (excludes.toSorted().join('\n') === label.excludes.join('\n')) return;
  changeLabel(work.step, label, { excludes });
  if (!work.report.added.includes(label.name)) work.report.changed.push({ what: label.name, fields: ['excludes'] });
}

function takeAttribute(work: Import, labelUid: string, groupUid: string | null, given: FileAttribute): void {
  const label = getLabelHere(work, labelUid);
  const group = groupUid === null ? null : label.attributes.find(({ uid }) => uid === groupUid)!;
  const here = findHere(group ? group.fields : label.attributes, given);
  const what = [label.name, ...(group ? [group.name] : []), given.name].join('.');
  if (!here) return addAttribute(work, { label, group, what }, given);
  const isGroup = here.type === 'group';
  if (isGroup !== (given.type === 'group') || (isGroup && given.isList !== here.isList))
    return void work.report.left.push({ what, why: leftWords.group });
  const siblings = group ? group.fields : label.attributes;
  if (siblings.some(({ uid, name }) => uid !== here.uid && sameName(name, given.name)))
    return void work.report.left.push({ what, why: leftWords.name });
  changeWhatDiffers(work, what, here, pickAttribute(given), (changes) =>
    changeAttribute(work.step, { label, group }, here, changes),
  );
  if (!isGroup) return;
  for (const field of given.fields) takeAttribute(work, labelUid, here.uid, { ...field, fields: [] });
  sayOnlyHere(work, what, here.fields, given.fields);
}

const pickAttribute = ({ name, type, isList, isRequired, guideline, options, retired }: FileAttribute) => ({
  name,
  type,
  isList,
  isRequired,
  guideline,
  options,
  retired,
});

type Place = { label: Label; group: Attribute | null; what: string };

function addAttribute(work: Import, { label, group, what }: Place, given: FileAttribute): void {
  if (group && given.type === 'group') return void work.report.left.push({ what, why: leftWords.group });
  const { fields, ...attribute } = given;
  const uid = toUid(work, 'attribute', given);
  insertAttribute(work.step, { label, group }, { ...attribute, fields: [] }, () => uid);
  work.report.added.push(what);
  if (given.retired)
    changeAttribute(work.step, { label, group }, getAttributeHere(work, label, uid), { retired: true });
  if (given.type === 'group') for (const field of fields) takeAttribute(work, label.uid, uid, { ...field, fields: [] });
}

const getAttributeHere = (work: Import, { uid: label }: Label, uid: string): Attribute =>
  getLabelHere(work, label)
    .attributes.flatMap((attribute) => [attribute, ...attribute.fields])
    .find((attribute) => attribute.uid === uid)!;

function sayOnlyHere({ report }: Import, of: string, here: readonly Attribute[], given: readonly Given[]): void {
  const only = here.filter(({ uid, name }) => !given.some((each) => each.uid === uid || sameName(each.name, name)));
  report.onlyHere.push(...only.map(({ name }) => `${of}.${name}`));
}

function takeRelationKind(work: Import, given: FileRelationKind): void {
  const { relationKinds } = getCodebook(work.step.db);
  const here = findHere(relationKinds, given);
  const others = relationKinds.filter(({ uid }) => uid !== here?.uid);
  if (others.some(({ name }) => sameName(name, given.name)))
    return void work.report.left.push({ what: given.name, why: leftWords.name });
  if (here)
    return changeWhatDiffers(work, given.name, here, pickRelationKind(work, given, here), (changes) =>
      changeRelationKind(work, here, changes),
    );
  work.step.insert('relation_kind', toUid(work, 'relation_kind', given), {
    name: given.name,
    position: relationKinds.length,
    symmetric: Number(given.isSymmetric ?? false),
    guideline: given.guideline ?? '',
    retired: Number(given.retired),
    from_labels: toEnds(work, toNames(work, given.from ?? [])),
    to_labels: toEnds(work, toNames(work, given.to ?? [])),
  });
  work.report.added.push(given.name);
}

/** With labels by their names here; the ends of a kind that sets an attribute are that attribute's. */
function pickRelationKind(work: Import, given: FileRelationKind, { sets }: RelationKind) {
  const { name, guideline, retired, from, to, isSymmetric } = given;
  if (sets !== null) return { name, guideline, retired };
  return { name, guideline, retired, isSymmetric, from: from && toNames(work, from), to: to && toNames(work, to) };
}

function changeRelationKind(work: Import, { uid }: RelationKind, changes: RelationKindChanges): void {
  const { name, from, to, isSymmetric, guideline, retired } = changes;
  work.step.update('relation_kind', uid, {
    ...(name !== undefined && { name }),
    ...(from && { from_labels: toEnds(work, from) }),
    ...(to && { to_labels: toEnds(work, to) }),
    ...(isSymmetric !== undefined && { symmetric: Number(isSymmetric) }),
    ...(guideline !== undefined && { guideline }),
    ...(retired !== undefined && { retired: Number(retired) }),
  });
}

/** Names here of labels as the file names them; what is in neither is left out. */
const toNames = (work: Import, names: string[]): string[] =>
  names.flatMap((name) => {
    const uid = work.labelsHere.get(name.toLowerCase());
    const label = findHere(getCodebook(work.step.db).labels, { uid, name });
    return label ? [label.name] : [];
  });

const toEnds = ({ step }: Import, names: string[]) =>
  names.map((name) => ({ label: getCodebook(step.db).labels.find((label) => label.name === name)!.uid }));
