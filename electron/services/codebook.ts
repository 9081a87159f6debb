import { ExpectedError } from '#shared/errors';
import {
  findFreeStyle,
  MOST_LABELS,
  RESERVED_KEYS,
  type Codebook,
  type Label,
  type LabelChanges,
  type NewLabel,
} from '#shared/domain/codebook';
import type { ReadDb } from '../corpus/connection.ts';
import type { Corpus } from '../corpus/open-corpus.ts';
import { getCodebook, hasVersion, toVersionContent } from '../corpus/repositories/codebook-repository.ts';
import { writeStep, type StepWriter } from './write-step.ts';

export const foldName = (name: string) => name.trim().toLowerCase();
export const sameName = (a: string, b: string) => foldName(a) === foldName(b);

const labelsByName = new WeakMap<Codebook, ReadonlyMap<string, Label>>();

/** The label of that name, in any case; undefined where there is none. */
export function findLabel(codebook: Codebook, name: string): Label | undefined {
  let labels = labelsByName.get(codebook);
  if (!labels) {
    labels = new Map(codebook.labels.toReversed().map((label) => [foldName(label.name), label]));
    labelsByName.set(codebook, labels);
  }
  return labels.get(foldName(name));
}

/** Keeps the codebook as it now stands under its hash; annotations name the version that they were made by. */
export function keepCodebookVersion(step: StepWriter): string {
  const codebook = getCodebook(step.db);
  if (!hasVersion(step.db, codebook.version))
    step.insert('codebook_version', codebook.version, { content: toVersionContent(codebook) });
  return codebook.version;
}

/** One change of the codebook as one step; gives it as it then stands. */
export function changeCodebook(corpus: Corpus, annotator: string, change: (step: StepWriter) => void): Codebook {
  return writeStep(corpus, annotator, 'change codebook', (step) => {
    change(step);
    keepCodebookVersion(step);
    return getCodebook(step.db);
  });
}

/** The label of that name, in any case. Errors: label-unknown. */
export function getLabel(db: ReadDb, name: string): Label {
  const { labels } = getCodebook(db);
  const label = labels.find((known) => sameName(known.name, name));
  if (!label)
    throw new ExpectedError('label-unknown', { label: name, known: labels.map((known) => known.name).join(', ') });
  return label;
}

/** The label of that name, to tag with. Errors: label-unknown, label-retired. */
export function getLabelToTag(db: ReadDb, name: string): Label {
  const label = getLabel(db, name);
  if (label.retired) throw new ExpectedError('label-retired', { label: name });
  return label;
}

/** Adds a label. Errors: label-exists, label-unknown, key-taken, labels-full. */
export const addLabel = (corpus: Corpus, annotator: string, label: NewLabel): Codebook =>
  changeCodebook(corpus, annotator, (step) => insertLabel(step, corpus.environment.newUid(), label));

/** Changes a label. Errors: label-exists, label-unknown, key-taken. */
export const updateLabel = (corpus: Corpus, annotator: string, name: string, changes: LabelChanges): Codebook =>
  changeCodebook(corpus, annotator, (step) => changeLabel(step, getLabel(step.db, name), changes));

/** Puts a label behind the others, in the next free colour and line where it names none. Errors: those of `addLabel`. */
export function insertLabel(step: StepWriter, uid: string, { name, key = null, ...rest }: NewLabel): void {
  const { labels } = getCodebook(step.db);
  checkName(labels, name, null);
  if (labels.length >= MOST_LABELS) throw new ExpectedError('labels-full', { most: MOST_LABELS });
  if (key !== null) checkKey(labels, key, null);
  const { colour, line, guideline = '', examples = [], excludes = [], entityKinds = [] } = rest;
  const free = findFreeStyle(labels);
  step.insert('label', uid, {
    name,
    position: labels.length,
    key,
    colour: colour ?? free.colour,
    line: line ?? free.line,
    guideline,
    retired: 0,
    excludes: [],
    examples: toExamples(examples),
    entity_kinds: entityKinds.map((kind) => ({ kind })),
  });
  setExclusions(step, uid, excludes);
}

/** Errors: those of `updateLabel`. */
export function changeLabel(step: StepWriter, label: Label, changes: LabelChanges): void {
  const { labels } = getCodebook(step.db);
  const { name, key = label.key, colour, line, guideline, examples, entityKinds, retired = label.retired } = changes;
  if (name !== undefined) checkName(labels, name, label.uid);
  const isBack = label.retired && !retired;
  if (key !== null && (key !== label.key || isBack)) checkKey(labels, key, label.uid);
  step.update('label', label.uid, {
    ...(name !== undefined && { name }),
    key,
    ...(colour && { colour }),
    ...(line && { line }),
    ...(guideline !== undefined && { guideline }),
    ...(examples && { examples: toExamples(examples) }),
    ...(entityKinds && { entity_kinds: entityKinds.map((kind) => ({ kind })) }),
    retired: Number(retired),
  });
  if (changes.excludes) setExclusions(step, label.uid, changes.excludes);
  if (changes.position !== undefined) moveTo(step, 'label', labels, label.uid, changes.position);
}

const toExamples = (examples: Label['examples']) => examples.map((each) => ({ ...each, fits: Number(each.fits) }));

/** Gives all of them the place that they have once one was moved. */
export function moveTo(
  step: StepWriter,
  kind: 'label' | 'attribute',
  all: readonly { uid: string }[],
  uid: string,
  position: number,
): void {
  const others = all.map((each) => each.uid).filter((each) => each !== uid);
  others.toSpliced(position, 0, uid).forEach((each, place) => step.update(kind, each, { position: place }));
}

/** Exclusion holds both ways. Errors: label-unknown. */
function setExclusions(step: StepWriter, uid: string, excludes: 'all' | string[]): void {
  const { labels } = getCodebook(step.db);
  const { name } = labels.find((label) => label.uid === uid)!;
  const excluded =
    excludes === 'all' ? labels.map((label) => label.name) : excludes.map((each) => getLabel(step.db, each).name);
  const write = (label: Label, names: Iterable<string>) => {
    const others = labels.filter((each) => new Set(names).has(each.name) && each.uid !== label.uid);
    step.update('label', label.uid, { excludes: others.map((each) => ({ excluded: each.uid })) });
  };
  for (const label of labels) {
    if (label.uid === uid) write(label, excluded);
    else if (excluded.includes(label.name) !== label.excludes.includes(name))
      write(
        label,
        excluded.includes(label.name) ? [...label.excludes, name] : label.excludes.filter((each) => each !== name),
      );
  }
}

/** Errors: label-exists. */
function checkName(labels: readonly Label[], name: string, except: string | null): void {
  const other = labels.find((label) => sameName(label.name, name) && label.uid !== except);
  if (other) throw new ExpectedError('label-exists', { label: other.name });
}

/** A retired label leaves its key to others. Errors: key-taken. */
function checkKey(labels: readonly Label[], key: string, except: string | null): void {
  if (RESERVED_KEYS.includes(key)) throw new ExpectedError('key-taken', { key, label: null });
  const owner = labels.find((label) => label.key === key && !label.retired && label.uid !== except);
  if (owner) throw new ExpectedError('key-taken', { key, label: owner.name });
}
