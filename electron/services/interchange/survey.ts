import type { CodebookFile } from '#shared/domain/codebook-file';
import { OffsetUnit } from '#shared/domain/dataset';
import type { NameSort, ReadingChoice } from '#shared/domain/interchange';
import { countAgreement } from '../../formats/anchor.ts';
import { areBetter, countBorders, type Borders } from '../../formats/borders.ts';
import type { Found, FoundCluster, FoundDocument, FoundEntity } from '../../formats/found.ts';
import { createPacer, type Job } from '../job.ts';
import type { OpenFiles } from './files/open-files.ts';
import { toNameKey } from './name-key.ts';
import type { ReadableFormat } from './recognise.ts';

/** What the values of an attribute look like, so that it can be made. */
type ValueShape = { types: Set<string>; isList: boolean; labels: Set<string> };

/** What is known of files once they were gone through: what is asked of them as a whole. */
export type Survey = {
  /** What offsets count, where a document does not say it. */
  unit: OffsetUnit;
  documents: number;
  /** Names by sort, as `toNameKey` gives them, and how often each stands there. */
  names: Record<NameSort, Map<string, number>>;
  attributes: Map<string, ValueShape>;
  /** Labels of the files under which entities are named. */
  withEntities: Set<string>;
  /** Whether annotations, and relations, take along the uids that they had here. */
  carriesUids: boolean;
  carriesRelationUids: boolean;
  /** Ends of relations in other documents, as `endKey` writes them. */
  farEnds: Set<string>;
  codebook: CodebookFile | null;
  /** By uid, or by label and name. */
  entities: Map<string, FoundEntity>;
  clusters: FoundCluster[];
};

export const endKey = (document: string, annotation: string) => `${document}\0${annotation}`;
export const entityKey = (label: string, name: string) => `${label}\0${name.toLowerCase()}`;

type Files = { files: OpenFiles; format: ReadableFormat };

/** All that files hold, in their order, one by one. Errors: format-invalid, cancelled. */
export async function* readAll(
  { files, format }: Files,
  unit: ReadingChoice['unit'],
  job: Job,
  total: number | null,
): AsyncGenerator<Found> {
  const breathe = createPacer(job);
  let done = 0;
  for await (const found of format.reader.read(files, { unit })) {
    if ('document' in found) {
      done += 1;
      if (done % 20 === 0) job.report({ done, total: total ?? done, what: found.document.file });
    }
    yield found;
    await breathe();
  }
}

/**
 * Goes through files a first time. The unit is the one under which most quotes of all files agree, its own where several do. Of
 * files without quotes it is the other of UTF-16 and code points where by that clearly more spans begin and end with words.
 */
export async function survey(reading: Files, choice: ReadingChoice, job: Job): Promise<Survey> {
  const { reader } = reading.format;
  const surveyed = createSurvey(reader.unit);
  const agreement = new Map<OffsetUnit, number>(OffsetUnit.options.map((unit) => [unit, 0]));
  const borders = { utf16: 0, codepoint: 0 };
  let isQuoted = false;
  for await (const found of readAll(reading, choice.unit, job, null)) {
    if ('document' in found) {
      addDocument(surveyed, found.document);
      if (choice.unit !== 'auto' || found.document.unit !== null) continue;
      if (addAgreement(agreement, found.document)) isQuoted = true;
      else if (!isQuoted) addBorders(borders, found.document);
    } else if ('codebook' in found) surveyed.codebook = found.codebook;
    else if ('entity' in found) addEntity(surveyed, found.entity);
    else if ('cluster' in found) surveyed.clusters.push(found.cluster);
  }
  if (choice.unit === 'auto')
    for (const [unit, agree] of agreement) if (agree > agreement.get(surveyed.unit)!) surveyed.unit = unit;
  if (choice.unit === 'auto' && !isQuoted) {
    if (surveyed.unit === 'utf16' && areBetter(borders.codepoint, borders.utf16)) surveyed.unit = 'codepoint';
    else if (surveyed.unit === 'codepoint' && areBetter(borders.utf16, borders.codepoint)) surveyed.unit = 'utf16';
  }
  return { ...surveyed, ...(choice.unit !== 'auto' && { unit: choice.unit }) };
}

const createSurvey = (unit: OffsetUnit): Survey => ({
  unit,
  documents: 0,
  names: { label: new Map(), relation: new Map(), attribute: new Map(), annotator: new Map() },
  attributes: new Map(),
  withEntities: new Set(),
  carriesUids: false,
  carriesRelationUids: false,
  farEnds: new Set(),
  codebook: null,
  entities: new Map(),
  clusters: [],
});

/** Whether the document has quotes. */
function addAgreement(agreement: Map<OffsetUnit, number>, document: FoundDocument): boolean {
  const counted = countAgreement(document);
  for (const unit of OffsetUnit.options) agreement.set(unit, agreement.get(unit)! + counted[unit]);
  return counted.quoted > 0;
}

function addBorders(borders: Borders, document: FoundDocument): void {
  const counted = countBorders(document);
  borders.utf16 += counted.utf16;
  borders.codepoint += counted.codepoint;
}

function addEntity({ entities }: Survey, entity: FoundEntity): void {
  if (entity.uid !== null) entities.set(entity.uid, entity);
  entities.set(entityKey(entity.label, entity.name), entity);
}

function addDocument(surveyed: Survey, { name, key: own = name, annotations, relations }: FoundDocument): void {
  const { names, farEnds } = surveyed;
  const count = (sort: NameSort, theirs: string) => {
    const key = toNameKey(theirs);
    names[sort].set(key, (names[sort].get(key) ?? 0) + 1);
  };
  surveyed.documents += 1;
  for (const annotation of annotations) {
    count('label', annotation.label);
    if (annotation.annotator !== null) count('annotator', annotation.annotator);
    if (annotation.entity !== null) surveyed.withEntities.add(toNameKey(annotation.label));
    if (annotation.uid !== null) surveyed.carriesUids = true;
    for (const [attribute, value] of Object.entries(annotation.attributes)) {
      count('attribute', attribute);
      addShape(surveyed.attributes, toNameKey(attribute), toNameKey(annotation.label), value);
    }
  }
  for (const relation of relations) {
    count('relation', relation.kind);
    if (relation.annotator !== null) count('annotator', relation.annotator);
    if (relation.uid !== null) surveyed.carriesRelationUids = true;
    if (relation.toDocument !== undefined && relation.toDocument !== own)
      farEnds.add(endKey(relation.toDocument, relation.to));
  }
}

function addShape(attributes: Survey['attributes'], name: string, label: string, value: unknown): void {
  let shape = attributes.get(name);
  if (!shape) attributes.set(name, (shape = { types: new Set(), isList: false, labels: new Set() }));
  shape.labels.add(label);
  if (Array.isArray(value)) shape.isList = true;
  for (const item of Array.isArray(value) ? value : [value]) shape.types.add(typeof item);
}
