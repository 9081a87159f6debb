import type { Attribute, NewAttribute } from '#shared/domain/attribute';
import { RESERVED_KEYS, type Label } from '#shared/domain/codebook';
import type { FileAttribute, FileLabel } from '#shared/domain/codebook-file';
import { interchangeWords } from '#shared/messages/en/interchange';
import type { KindName } from '../../corpus/model/kinds.ts';
import { isThere } from '../../corpus/model/rows.ts';
import { getCodebook } from '../../corpus/repositories/codebook-repository.ts';
import { findAnnotatorByName } from '../../corpus/repositories/annotator-repository.ts';
import { insertAttribute } from '../codebook-attributes.ts';
import { findLabel, insertLabel, sameName } from '../codebook.ts';
import { enterPerson } from '../people.ts';
import type { StepWriter } from '../write-step.ts';
import { isTaken, takesNew, type AnnotationImport } from './import-run.ts';
import type { ComparedDocument } from './compared.ts';
import { toNameKey } from './name-key.ts';

/** What documents need that the codebook does not have: labels, attributes by theirs of both, kinds. */
export type MissingNames = {
  labels: Map<string, string>;
  attributes: Map<string, { label: string; ours: string; theirs: string; theirLabel: string }>;
  kinds: Map<string, string>;
};

/** Names that what is taken of documents needs and that are not here yet. */
export function findMissingNames(run: AnnotationImport, documents: readonly ComparedDocument[]): MissingNames {
  const { reading, corpus } = run;
  const codebook = getCodebook(corpus.read);
  const missing: MissingNames = { labels: new Map(), attributes: new Map(), kinds: new Map() };
  for (const { annotations, relations } of documents) {
    for (const { key, status, label: ours, found } of annotations) {
      if (status === 'same' || !isTaken(run, status, key)) continue;
      const label = findLabel(codebook, ours);
      if (!label) missing.labels.set(ours, found.label);
      for (const theirs of Object.keys(found.attributes)) {
        const name = reading.ours('attribute', theirs);
        if (name === null || label?.attributes.some((each) => sameName(each.name, name))) continue;
        addAttributes(ours, found.label, theirs);
      }
    }
    for (const { key, status, kind, found } of relations.relations)
      if (status !== 'same' && isTaken(run, status, key)) addKind(kind, found.kind);
  }
  /** With the others that files give to its label, in the order of their codebook: it is the order of values. */
  function addAttributes(label: string, theirLabel: string, needed: string) {
    const { attributes } = reading.surveyed;
    const more = takesNew(run)
      ? [...attributes.keys()].filter((each) => attributes.get(each)!.labels.has(theirLabel))
      : [];
    const names = findFileLabel(run, theirLabel)?.attributes.map(({ name }) => name.toLowerCase()) ?? [];
    const placeOf = (theirs: string) => names.indexOf(theirs.toLowerCase()) + 1 || Infinity;
    for (const theirs of new Set([...more, needed].toSorted((a, b) => placeOf(a) - placeOf(b) || 0))) {
      const ours = reading.ours('attribute', theirs);
      if (ours !== null && !missing.attributes.has(`${label}\0${ours}`))
        missing.attributes.set(`${label}\0${ours}`, { label, ours, theirs, theirLabel });
    }
  }
  function addKind(ours: string, theirs: string) {
    if (!codebook.relationKinds.some(({ name }) => sameName(name, ours))) missing.kinds.set(ours, theirs);
  }
  return missing;
}

export const isNothing = ({ labels, attributes, kinds }: MissingNames) =>
  labels.size + attributes.size + kinds.size === 0;

/** Makes what is missing: as the codebook in the files says, where there is one. Errors: labels-full. */
export function makeNames(run: AnnotationImport, step: StepWriter, missing: MissingNames): void {
  const { made } = run.report;
  for (const [ours, theirs] of missing.labels) {
    if (findLabel(getCodebook(step.db), ours)) continue; // in other letters
    makeLabel(run, step, ours, theirs);
    made.labels.push(ours);
  }
  for (const { label: of, ours, theirs, theirLabel } of missing.attributes.values()) {
    const label = getLabel(step, of);
    if (label.attributes.some(({ name }) => sameName(name, ours))) continue; // it came with its label
    const said = findFileLabel(run, theirLabel)?.attributes.find(({ name }) => sameName(name, theirs));
    putAttribute(run, step, label, said ? { ...said, name: ours } : guessAttribute(run, ours, theirs));
    made.attributes.push(`${of}.${ours}`);
  }
  for (const [ours, theirs] of missing.kinds) {
    if (getCodebook(step.db).relationKinds.some(({ name }) => sameName(name, ours))) continue;
    makeKind(run, step, ours, theirs);
    made.relationKinds.push(ours);
  }
}

const getLabel = ({ db }: StepWriter, name: string): Label => findLabel(getCodebook(db), name)!;

const findFileLabel = ({ reading }: AnnotationImport, theirs: string): FileLabel | undefined =>
  reading.surveyed.codebook?.labels.find(({ name }) => sameName(name, theirs));

/** The uid that a thing has in the files, where nothing here has it. */
const toUid = ({ corpus }: AnnotationImport, step: StepWriter, kind: KindName, uid: string | undefined) =>
  uid === undefined || isThere(step.db, kind, uid) ? corpus.environment.newUid() : uid;

function makeLabel(run: AnnotationImport, step: StepWriter, ours: string, theirs: string): void {
  const { labels } = getCodebook(step.db);
  const said = findFileLabel(run, theirs);
  const uid = toUid(run, step, 'label', said?.uid);
  if (!said) {
    const hasEntities = run.reading.surveyed.withEntities.has(toNameKey(theirs));
    return insertLabel(step, uid, { name: ours, entityKinds: hasEntities ? [interchangeWords.entityKind] : [] });
  }
  const { key, colour, line, attributes, excludes, ...rest } = said;
  const isStyleTaken = labels.some((label) => label.colour === colour && label.line === line);
  const isKeyTaken = key !== null && (RESERVED_KEYS.includes(key) || labels.some((label) => label.key === key));
  insertLabel(step, uid, {
    ...rest,
    name: ours,
    key: isKeyTaken ? null : key,
    ...(!isStyleTaken && { colour, line }),
    excludes:
      excludes === 'all' ? 'all' : excludes.filter((name) => labels.some((label) => sameName(label.name, name))),
  });
  for (const attribute of attributes) putAttribute(run, step, getLabel(step, ours), attribute);
}

function putAttribute(run: AnnotationImport, step: StepWriter, label: Label, said: NewAttribute | FileAttribute): void {
  const uids = new Map<string, string | undefined>();
  if ('uid' in said) {
    uids.set(said.name, said.uid);
    for (const { name, uid } of said.fields) uids.set(`${said.name}.${name}`, uid);
  }
  insertAttribute(step, { label, group: null }, said, (path) => toUid(run, step, 'attribute', uids.get(path)));
}

/** By what its values look like. */
function guessAttribute({ reading }: AnnotationImport, name: string, theirs: string): NewAttribute {
  const { types, isList } = reading.surveyed.attributes.get(toNameKey(theirs))!;
  const [type] = types.size === 1 ? types : [];
  const known: Partial<Record<string, Attribute['type']>> = { number: 'number', boolean: 'yes-no' };
  return {
    name,
    type: known[type ?? ''] ?? 'text',
    isList,
    isRequired: false,
    guideline: '',
    options: [],
    fields: [],
  };
}

function makeKind(run: AnnotationImport, step: StepWriter, ours: string, theirs: string): void {
  const { labels, relationKinds } = getCodebook(step.db);
  const said = run.reading.surveyed.codebook?.relationKinds.find(({ name }) => sameName(name, theirs));
  const toEnds = (names: readonly string[] = []) =>
    names.flatMap((name) => {
      const label = labels.find((each) => sameName(each.name, name));
      return label ? [{ label: label.uid }] : [];
    });
  step.insert('relation_kind', toUid(run, step, 'relation_kind', said?.uid), {
    name: ours,
    position: relationKinds.length,
    symmetric: Number(said?.isSymmetric ?? false),
    guideline: said?.guideline ?? '',
    retired: 0,
    from_labels: toEnds(said?.from),
    to_labels: toEnds(said?.to),
  });
}

/** The uid of an annotator; whoever is new here is entered, as with their first change, and stays. */
export function ensurePerson(run: AnnotationImport, name: string): string {
  const known = run.people.get(name);
  if (known !== undefined) return known;
  const here = findAnnotatorByName(run.corpus.read, name);
  const uid = here?.uid ?? enterPerson(run.corpus, name);
  if (!here) run.report.made.people.push(name);
  run.people.set(name, uid);
  return uid;
}
